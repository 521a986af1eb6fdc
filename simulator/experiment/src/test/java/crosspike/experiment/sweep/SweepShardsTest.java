package crosspike.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.TinyExperiment;
import crosspike.experiment.sweep.SweepRun.Outcome;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a sweep, in folders of their own and in one, and what joins them. */
class SweepShardsTest extends TinySweeps {
    @ParameterizedTest
    @CsvSource({"1, same", "2, same", "3, apart", "7, apart"})
    void shardsMakeTheSameTable(int count, String where) throws IOException {
        run(LEVELS_AND_NODES, "whole", 1);
        Path[] shards = new Path[count];
        for (int i = 1; i <= count; i++) {
            shards[i - 1] = folder.resolve(where.equals("same") ? "shards" : "shard-" + i);
            Sweep sweep = sweep(LEVELS_AND_NODES);
            SweepRun.run(
                    sweep, shards[i - 1], new Shard(i, count), engine(sweep, shards[i - 1], 1), SweepProgress.SILENT);
        }
        Path out = folder.resolve(where.equals("same") ? "shards" : "merged");
        Outcome outcome = SweepMerge.run(out, where.equals("same") ? List.of() : List.of(shards));
        assertEquals(12, outcome.points());
        assertArrayEquals(bytes("whole/sweep.csv"), Files.readAllBytes(out.resolve("sweep.csv")));
        assertEquals(4, files(folder.relativize(out) + "/trainings").size());
    }

    @Test
    void theRunsOfShardsAreInTheMergedFolder() throws IOException {
        Sweep sweep = sweep(LEVELS_AND_NODES + "keep: runs\n");
        List<Path> shards = List.of(folder.resolve("shard-1"), folder.resolve("shard-2"));
        for (int i = 1; i <= 2; i++) {
            Path shard = shards.get(i - 1);
            SweepRun.run(sweep, shard, new Shard(i, 2), engine(sweep, shard, 1), SweepProgress.SILENT);
        }
        SweepMerge.run(folder.resolve("merged"), shards);
        FinishedSweep merged = FinishedSweep.open(folder.resolve("merged"));
        for (FinishedSweep.Row row : merged.rows()) {
            assertEquals(
                    merged.figure(row, "accuracy_eq5"),
                    merged.run(row).result().accuracy().eq5());
        }
    }

    @Test
    void aShardThatIsMissingIsMissed() throws IOException {
        Sweep sweep = sweep(LEVELS_AND_NODES);
        Path shard = folder.resolve("shard");
        SweepRun.run(sweep, shard, new Shard(1, 2), engine(sweep, shard, 1), SweepProgress.SILENT);
        UserError error = assertThrows(UserError.class, () -> SweepMerge.run(folder.resolve("all"), List.of(shard)));
        assertEquals(
                "6 of 12 points are in none of the folders; run the shards that are missing, or: crosspike sweep"
                        + " all/sweep.yaml --out all",
                error.getMessage().replace(folder + "/", ""));
    }

    @Test
    void shardsOfDifferentPlansAreNotMerged() throws IOException {
        run("seeds: 1\n", "a", 1);
        run("seeds: 2\n", "b", 1);
        UserError error = assertThrows(
                UserError.class,
                () -> SweepMerge.run(folder.resolve("c"), List.of(folder.resolve("a"), folder.resolve("b"))));
        assertEquals(
                "b holds another plan than a; expected shards of one sweep",
                error.getMessage().replace(folder + "/", ""));
    }

    @Test
    void aDamagedPlanIsNamedWithItsShard() throws IOException {
        run("seeds: 1\n", "a", 1);
        Files.writeString(folder.resolve("a/sweep.yaml"), "axes: {");
        UserError error =
                assertThrows(UserError.class, () -> SweepMerge.run(folder.resolve("c"), List.of(folder.resolve("a"))));
        assertTrue(error.getMessage().startsWith(folder.resolve("a/sweep.yaml").toString()), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "1/1, 1/1, ''",
        "1/1, 1/2, ', all of it or shards of another number'",
        "1/2, 1/1, ''",
        "1/2, 1/2, ', shard-1-of-2'",
        "1/2, 2/3, ', all of it or shards of another number'",
    })
    void twoProcessesDoNotDoTheSameWork(String first, String second, String what) {
        Sweep sweep = sweep("seeds: 1\n");
        Path out = folder.resolve("out");
        try (SweepFolder working = SweepFolder.open(out, sweep, Shard.parse(first))) {
            UserError error =
                    assertThrows(UserError.class, () -> SweepFolder.open(working.path(), sweep, Shard.parse(second)));
            assertEquals(
                    "another process works on out" + what + "; wait for it, or choose another --out",
                    error.getMessage().replace(folder + "/", ""));
        }
        SweepFolder.open(out, sweep, Shard.parse(second)).close();
    }

    @Test
    void shardsOfOneNumberWorkInTheSameFolderAtOnce() {
        Sweep sweep = sweep("seeds: 1\n");
        Path out = folder.resolve("out");
        try (SweepFolder first = SweepFolder.open(out, sweep, new Shard(1, 2));
                SweepFolder second = SweepFolder.open(out, sweep, new Shard(2, 2))) {
            assertEquals(first.path(), second.path());
        }
    }

    @Test
    void shardsOnDifferentImagesAreNotMerged() {
        Sweep sweep = sweep(LEVELS_AND_NODES);
        Dataset data = TinyExperiment.data();
        List<Path> shards = List.of(folder.resolve("shard-1"), folder.resolve("shard-2"));
        for (int i = 1; i <= 2; i++) {
            Path shard = shards.get(i - 1);
            Map<String, String> checksums = Map.of("images", "of host " + i);
            Dataset ofHost = new Dataset(data.name(), data.training(), data.test(), checksums);
            Engine engine = LocalEngine.of(sweep, 1, shard, any -> ofHost);
            SweepRun.run(sweep, shard, new Shard(i, 2), engine, SweepProgress.SILENT);
        }
        UserError error = assertThrows(UserError.class, () -> SweepMerge.run(folder.resolve("merged"), shards));
        assertTrue(
                error.getMessage().contains("has trainings on other images of the data set bars"), error.getMessage());
    }

    /** Shards start at the same time in one folder. */
    @Test
    void aFolderInWhichAnotherShardIsWritingThePlanIsNotRefused() throws IOException {
        Files.createDirectories(folder.resolve("out/locks"));
        Files.createFile(folder.resolve("out/.sweep.yaml.partial-1-1"));
        assertEquals(1, run("seeds: 1\n", "out", 1).points());
    }
}
