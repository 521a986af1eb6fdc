package crosspike.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.TinyExperiment;
import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.sweep.SweepRun.Outcome;
import crosspike.experiment.sweep.plan.Figures;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepRunTest extends TinySweeps {
    @Test
    void pointsThatDifferInTheirPriceShareATraining() throws IOException {
        Outcome outcome = run(LEVELS_AND_NODES, "out", 1);
        assertEquals(new Outcome(12, 0, "", outcome.table()), outcome);
        assertEquals(4, files("out/trainings").size());
        List<String[]> rows = rows("out");
        assertEquals(column(rows, 0, "training"), column(rows, 2, "training"));
        assertEquals(column(rows, 0, "accuracy_z"), column(rows, 2, "accuracy_z"));
        assertTrue(Double.parseDouble(column(rows, 0, "area_m2")) > Double.parseDouble(column(rows, 2, "area_m2")));
    }

    @Test
    void pointsWhoseWiresAreThoseOfTheirCircuitsShareNone() throws IOException {
        Path base = folder.resolve("base.yaml");
        Files.writeString(base, Files.readString(base) + "crossbar: {backend: wire}\n");
        String nodes = "axes:\n- {key: circuit.node, values: [32 nm, 14 nm]}\n";
        run(nodes, "wires", 1);
        assertEquals(2, files("wires/trainings").size());
        Files.writeString(base, Files.readString(base).replace("wire}", "wire, wires: {segment: 2 ohm}}"));
        run(nodes, "stated", 1);
        assertEquals(1, files("stated/trainings").size());
    }

    @Test
    void aPointSaysWhatARunOfItsConfigSays() throws IOException {
        String keep = LEVELS_AND_NODES + "keep: runs\nrecord: [accuracy_eq5, weights, training_energy_J]\n";
        run(keep, "kept", 1);
        run(keep.replace("keep: runs\n", ""), "results", 1);
        assertArrayEquals(bytes("results/sweep.csv"), bytes("kept/sweep.csv"));
        List<String[]> rows = rows("kept");
        RunDirectory run = RunDirectory.open(folder.resolve("kept/runs/" + column(rows, 0, "training")));
        assertEquals(Double.toString(run.result().accuracy().eq5()), column(rows, 0, "accuracy_eq5"));
        assertEquals(Long.toString(run.result().weights()), column(rows, 0, "weights"));
        assertEquals(
                run.cost().total("training").energyJoules(), Double.parseDouble(column(rows, 0, "training_energy_J")));
    }

    @Test
    void runsThatAreToBeKeptLaterAreMadeThen() throws IOException {
        run(LEVELS_AND_NODES, "out", 1);
        byte[] table = bytes("out/sweep.csv");
        run(LEVELS_AND_NODES + "keep: runs\n", "out", 1);
        assertArrayEquals(table, bytes("out/sweep.csv"));
        assertEquals(files("out/trainings").size(), files("out/runs").size());
        RunDirectory run = RunDirectory.open(folder.resolve("out/runs/" + column(rows("out"), 0, "training")));
        byte[] result = Files.readAllBytes(run.path().resolve("result.json"));
        run(LEVELS_AND_NODES + "keep: runs\n", "out", 1);
        assertArrayEquals(result, Files.readAllBytes(run.path().resolve("result.json")));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void theNumberOfJobsDoesNotMatter(int jobs) throws IOException {
        run(LEVELS_AND_NODES, "one", 1);
        run(LEVELS_AND_NODES, "many", jobs);
        assertArrayEquals(bytes("one/sweep.csv"), bytes("many/sweep.csv"));
    }

    @Test
    void aFinishedSweepIsNotRunAgain() throws IOException {
        run(LEVELS_AND_NODES, "out", 1);
        byte[] table = bytes("out/sweep.csv");
        Files.delete(folder.resolve("out/sweep.csv"));
        for (Path training : files("out/trainings")) Files.delete(training);
        run(LEVELS_AND_NODES, "out", 1);
        assertArrayEquals(table, bytes("out/sweep.csv"));
        assertEquals(List.of(), files("out/trainings"));
    }

    @Test
    void aLargerPlanRunsOnlyWhatIsNew() throws IOException {
        run(LEVELS_AND_NODES, "out", 1);
        List<Path> before = files("out/trainings");
        run(LEVELS_AND_NODES.replace("[4, 32]", "[4, 8, 32]"), "out", 1);
        run(LEVELS_AND_NODES.replace("[4, 32]", "[4, 8, 32]"), "at-once", 1);
        assertArrayEquals(bytes("at-once/sweep.csv"), bytes("out/sweep.csv"));
        assertEquals(before.size() + 2, files("out/trainings").size());
    }

    /** Power may fail in the middle of a line; what follows must neither be lost nor misread. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 300, 400, 1000, 2000, 3333})
    void aJournalThatIsCutAnywhereEndsInTheSameTable(int length) throws IOException {
        run(LEVELS_AND_NODES, "out", 1);
        byte[] table = bytes("out/sweep.csv");
        byte[] journal = bytes("out/points/all.jsonl");
        Files.write(folder.resolve("out/points/all.jsonl"), Arrays.copyOf(journal, length));
        Files.delete(folder.resolve("out/sweep.csv"));
        run(LEVELS_AND_NODES, "out", 1);
        assertArrayEquals(table, bytes("out/sweep.csv"));
        assertArrayEquals(
                Arrays.copyOf(journal, length), Arrays.copyOf(bytes("out/points/all.jsonl"), length), "only added to");
    }

    @Test
    void aDamagedLineIsAsIfItHadNotBeenWritten() throws IOException {
        run(LEVELS_AND_NODES, "out", 1);
        byte[] table = bytes("out/sweep.csv");
        byte[] journal = bytes("out/points/all.jsonl");
        journal[700] ^= 1;
        Files.write(folder.resolve("out/points/all.jsonl"), journal);
        run(LEVELS_AND_NODES, "out", 1);
        assertArrayEquals(table, bytes("out/sweep.csv"));
        assertEquals(
                13, Files.readAllLines(folder.resolve("out/points/all.jsonl")).size());
    }

    @Test
    void aDamagedTrainingIsDoneAgain() throws IOException {
        run(LEVELS_AND_NODES, "out", 1);
        byte[] table = bytes("out/sweep.csv");
        for (Path training : files("out/trainings")) {
            Files.write(training, Arrays.copyOf(Files.readAllBytes(training), 200));
        }
        Files.delete(folder.resolve("out/points/all.jsonl"));
        run(LEVELS_AND_NODES, "out", 1);
        assertArrayEquals(table, bytes("out/sweep.csv"));
    }

    @Test
    void aPointThatFailsIsARowWithItsErrorAndItsConfig() throws IOException {
        String plan =
                "axes:\n- {key: data.training, values: [999, 30]}\n- {key: circuit.node, values: [33 nm, 32 nm]}\n";
        Outcome outcome = run(plan, "out", 2);
        assertEquals(3, outcome.failed());
        List<String[]> rows = rows("out");
        String noImages = "data.training is 999, but bars has 240 images; expected at most that many";
        assertEquals(noImages, column(rows, 0, "error"));
        assertEquals("", column(rows, 0, "accuracy_z"));
        assertTrue(
                column(rows, 2, "error").startsWith("circuit.node: technology node 33 nm HP is unknown"),
                column(rows, 2, "error"));
        assertEquals("", column(rows, 3, "error"));
        Path config = folder.resolve("out/failed/" + column(rows, 0, "id") + ".yaml");
        assertTrue(Files.readString(config).startsWith("# " + noImages + "\n"));
        assertEquals(999, ConfigFile.read(config).config().data().training());
        assertEquals(3, files("out/failed").size());
    }

    /** As on a full disk: else all other points would be trained in vain. */
    @Test
    void aRunThatCannotBeKeptEndsTheSweepWhichGoesOnLater() throws IOException {
        run(LEVELS_AND_NODES, "out", 1);
        byte[] table = bytes("out/sweep.csv");
        Path runs = Files.writeString(folder.resolve("out/runs"), "a file stands there");
        UserError error = assertThrows(UserError.class, () -> run(LEVELS_AND_NODES + "keep: runs\n", "out", 2));
        assertTrue(error.getMessage().contains(runs + " is a file, not a folder"), error.getMessage());
        Files.delete(runs);
        run(LEVELS_AND_NODES + "keep: runs\n", "out", 2);
        assertArrayEquals(table, bytes("out/sweep.csv"));
        assertEquals(files("out/trainings").size(), files("out/runs").size());
    }

    @Test
    void aConfigThatIsWrongFailsAloneAndSaysWhere() throws IOException {
        Outcome outcome = run("axes: [{key: device.levels, values: [1, 4]}]\n", "out", 1);
        assertEquals(1, outcome.failed());
        List<String[]> rows = rows("out");
        assertEquals(
                "device.levels (sweep.yaml, line 47) is 1; expected a whole number of at least 2 and at most 65536",
                column(rows, 0, "error").replace(folder + "/", ""));
        assertEquals("", column(rows, 0, "training"));
    }

    @Test
    void pointsThatFailedAreTriedAgain() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        Sweep sweep = sweep("seeds: 2\n");
        Outcome first = SweepRun.run(
                sweep,
                folder.resolve("out"),
                Shard.ALL,
                LocalEngine.of(sweep, 1, folder, set -> {
                    if (reads.incrementAndGet() > 1) return TinyExperiment.data();
                    return new Dataset(
                            "bars",
                            TinyExperiment.data().training().first(50),
                            TinyExperiment.data().test(),
                            Map.of());
                }),
                SweepProgress.SILENT);
        assertEquals(2, first.failed());
        assertTrue(Files.exists(folder.resolve("out/failed")));
        assertEquals(0, run("seeds: 2\n", "out", 1).failed());
        assertFalse(Files.exists(folder.resolve("out/failed")));
        run("seeds: 2\n", "fresh", 1);
        assertArrayEquals(bytes("fresh/sweep.csv"), bytes("out/sweep.csv"));
    }

    @Test
    void imagesThatChangedMeanwhileEndTheSweep() throws IOException {
        run("axes: [{key: device.levels, values: [4]}]\n", "out", 1);
        Dataset changed = withChecksum("0123");
        Sweep longer = sweep("axes: [{key: device.levels, values: [4, 16]}]\n");
        Path out = folder.resolve("out");
        Engine engine = LocalEngine.of(longer, 1, out, any -> changed);
        UserError error =
                assertThrows(UserError.class, () -> SweepRun.run(longer, out, Shard.ALL, engine, SweepProgress.SILENT));
        assertEquals(
                "out has trainings on other images of the data set bars; put those back, or choose another folder",
                error.getMessage().replace(folder + "/", ""));
        assertTrue(Files.notExists(folder.resolve("out/sweep.csv")));
    }

    /** As executors of Spark may, which have folders of their own. */
    @Test
    void workersElsewhereThatHaveOtherImagesEndTheSweep() {
        Path out = folder.resolve("out");
        Engine elsewhere = (planned, tasks, sink) -> {
            for (int host = 1; tasks.hasNext(); host++) {
                Task task = tasks.next();
                Dataset data = withChecksum("of host " + host);
                Sweep plan = Sweep.standing(planned.plan().toYaml());
                Worker worker = new Worker(plan, any -> data, Optional.empty(), Optional.empty());
                sink.accept(RemoteTask.result(task, RemoteTask.compute(worker, RemoteTask.text(task))));
            }
        };
        UserError error = assertThrows(
                UserError.class,
                () -> SweepRun.run(sweep("seeds: 2\n"), out, Shard.ALL, elsewhere, SweepProgress.SILENT));
        assertEquals(
                "out has trainings on other images of the data set bars; put those back, or choose another folder",
                error.getMessage().replace(folder + "/", ""));
        assertTrue(Files.notExists(out.resolve("sweep.csv")));
    }

    private static final String WORN = "axes: [{key: nonidealities.0, values: [{kind: stuck-at, map: map.csv}]}]\n";

    private void writeMap(int cell) throws IOException {
        String row = (cell + ",").repeat(11) + cell + "\n";
        Files.writeString(folder.resolve("map.csv"), row.repeat(37));
    }

    @Test
    void anotherFaultMapOfTheSameNameMakesOtherPoints() throws IOException {
        Path base = folder.resolve("base.yaml");
        Files.writeString(base, Files.readString(base) + "nonidealities: [{kind: stuck-at, lrs: 1 %}]\n");
        writeMap(0);
        run(WORN, "out", 1);
        byte[] sound = bytes("out/sweep.csv");
        writeMap(2);
        run(WORN, "out", 1);
        run(WORN, "new", 1);
        assertArrayEquals(bytes("new/sweep.csv"), bytes("out/sweep.csv"));
        assertFalse(Arrays.equals(sound, bytes("out/sweep.csv")));
        writeMap(0);
        run(WORN, "out", 1);
        assertArrayEquals(sound, bytes("out/sweep.csv"));
        assertEquals(2, files("out/trainings").size());
    }

    /** While it is trained, or where it is trained. */
    @Test
    void aPointThatWasTrainedOnAnotherFaultMapFails() throws IOException {
        Path base = folder.resolve("base.yaml");
        Files.writeString(base, Files.readString(base) + "nonidealities: [{kind: stuck-at, lrs: 1 %}]\n");
        writeMap(0);
        Sweep sweep = sweep(WORN);
        Path out = folder.resolve("out");
        Engine engine = (planned, tasks, sink) -> {
            while (tasks.hasNext()) {
                Task task = tasks.next();
                assertDoesNotThrow(() -> writeMap(2));
                Sweep plan = Sweep.standing(planned.plan().toYaml());
                sink.accept(new Worker(plan, any -> TinyExperiment.data(), Optional.empty(), Optional.empty())
                        .compute(task));
            }
        };
        Outcome outcome = SweepRun.run(sweep, out, Shard.ALL, engine, SweepProgress.SILENT);
        assertEquals(1, outcome.failed());
        assertTrue(outcome.error().startsWith("its fault map changed meanwhile"), outcome.error());
        assertTrue(Files.notExists(out.resolve("trainings")));
        assertEquals(0, run(WORN, "out", 1).failed());
    }

    private static Dataset withChecksum(String checksum) {
        Dataset data = TinyExperiment.data();
        return new Dataset(data.name(), data.training(), data.test(), Map.of("images", checksum));
    }

    /** Its points have the same labels, so that a report took its results for those of the new plan. */
    @Test
    void theTableOfAnOlderPlanIsPutAsideUntilThatOfTheNewOneIsThere() throws IOException {
        run(LEVELS_AND_NODES, "out", 1);
        byte[] table = bytes("out/sweep.csv");
        String changed = Files.readString(folder.resolve("base.yaml")).replace("epochs: 1", "epochs: 2");
        Files.writeString(folder.resolve("base.yaml"), changed);
        Path out = folder.resolve("out");
        SweepFolder.open(out, sweep(LEVELS_AND_NODES), Shard.ALL).close(); // and stopped at once
        UserError error = assertThrows(UserError.class, () -> FinishedSweep.open(out));
        assertEquals(
                "out is not finished: 0 of 12 points are there, and sweep.before.csv is the table of the plan before;"
                        + " to go on: crosspike sweep out/sweep.yaml --out out",
                error.getMessage().replace(folder + "/", ""));
        assertArrayEquals(table, bytes("out/sweep.before.csv"));
        SweepFolder.open(out, sweep(LEVELS_AND_NODES + "name: sweep\nkeep: runs\n"), Shard.ALL)
                .close(); // a third plan
        assertArrayEquals(table, bytes("out/sweep.before.csv"));
        run(LEVELS_AND_NODES, "out", 1);
        assertTrue(Files.exists(out.resolve("sweep.csv")));
        assertFalse(Files.exists(out.resolve("sweep.before.csv")));
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.createFile(folder.resolve("out/thesis.tex"));
        UserError error = assertThrows(UserError.class, () -> run("seeds: 1\n", "out", 1));
        assertEquals(
                "out exists and is no sweep that could go on; choose another --out or remove it",
                error.getMessage().replace(folder + "/", ""));
        run("seeds: 1\n", "other", 1);
        UserError named = assertThrows(UserError.class, () -> run("seeds: 1\nname: mine\n", "other", 1));
        assertEquals(
                "other holds the sweep \"sweep\", not \"mine\"; choose another --out or remove it",
                named.getMessage().replace(folder + "/", ""));
    }

    @Test
    void aDamagedPlanBesidePointsIsWrittenAnew() throws IOException {
        run("seeds: 2\n", "out", 1);
        String plan = Files.readString(folder.resolve("out/sweep.yaml"));
        String table = Files.readString(folder.resolve("out/sweep.csv"));
        List<Path> journals = files("out/points");
        String points = Files.readString(journals.get(0));
        Files.writeString(folder.resolve("out/sweep.yaml"), "");
        Files.delete(folder.resolve("out/sweep.csv"));
        assertEquals(2, run("seeds: 2\n", "out", 1).points());
        assertEquals(plan, Files.readString(folder.resolve("out/sweep.yaml")));
        assertEquals(table, Files.readString(folder.resolve("out/sweep.csv")));
        assertEquals(points, Files.readString(journals.get(0)), "nothing was computed again");
    }

    @Test
    void manyPricesTakeOneTraining() throws IOException {
        Outcome outcome = run("""
                axes:
                - {key: circuit.read_bits, from: 1, to: 25, steps: 25}
                - {key: circuit.columns_per_read_out, from: 1, to: 4, steps: 4}
                - {key: circuit.clock, from: 100 MHz, to: 2 GHz, steps: 20, scale: log}
                """, "out", 2);
        assertEquals(2_000, outcome.points());
        assertEquals(0, outcome.failed());
        assertEquals(1, files("out/trainings").size());
        assertEquals(2_001, Files.readAllLines(folder.resolve("out/sweep.csv")).size());
    }

    @Test
    void aPlanWithoutAxesIsOnePoint() throws IOException {
        assertEquals(1, run("seeds: 1\n", "out", 1).points());
        assertEquals(2 + Figures.USUAL.size() + 3, rows("out").get(0).length);
    }

    /** The header and the rows below it. */
    private List<String[]> rows(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("sweep.csv")).stream()
                .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .toList();
    }

    private static String column(List<String[]> rows, int row, String column) {
        String cell = rows.get(row + 1)[List.of(rows.get(0)).indexOf(column)];
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
