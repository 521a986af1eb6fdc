package crosspike.experiment.vary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.TinyExperiment;
import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.sweep.FinishedSweep;
import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.experiment.sweep.LocalEngine;
import crosspike.experiment.sweep.SweepProgress;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationStudyTest {
    private static final VariedKey LEVELS = new VariedKey("device.levels");

    @TempDir
    Path folder;

    private ConfigFile bars;

    @BeforeEach
    void writeConfig() throws IOException {
        bars = TinyExperiment.file(folder)
                .with("data.training", "60")
                .with("data.test", "60")
                .with("learning.epochs", "1");
    }

    @Test
    void theSeedAfterTheLargestIsTheSmallest() {
        bars = bars.with("seed", Long.toString(Long.MAX_VALUE));
        Variation variation = run(LEVELS, "levels", 1, 2, "4");
        assertTrue(variation.complete());
        assertEquals(List.of(Long.MAX_VALUE, Long.MIN_VALUE), variation.seeds());
    }

    @Test
    void eachValueAndSeedIsAnOrdinaryRun() {
        Variation variation = run(LEVELS, "levels", 1, 2, "4", "32");
        assertTrue(variation.complete());
        assertEquals(List.of(1L, 2L), variation.seeds());
        List<Row> rows = FinishedSweep.open(folder.resolve("levels")).rows();
        for (int i = 0; i < rows.size(); i++) {
            Variation.Point point = variation.points().get(i / 2);
            Variation.Run run = point.runs().get(i % 2);
            assertEquals(
                    List.of(point.value(), Long.toString(run.seed())),
                    rows.get(i).labels());
            RunDirectory directory = RunDirectory.open(
                    folder.resolve("levels/runs/" + rows.get(i).training()));
            ExperimentConfig config = ConfigFile.of(directory).config();
            assertEquals(point.value(), config.device().levels().toString());
            assertEquals(run.seed(), config.seed());
            assertEquals(directory.result().accuracy().eq5(), run.accuracyEq5());
            assertEquals(directory.result().activity().training().deviceWrites(), run.trainingDeviceWrites());
        }
    }

    @Test
    void theTableHasMeanDeviationAndStandardError() throws IOException {
        Variation variation = run(LEVELS, "levels", 1, 2, "4");
        List<String> lines = Files.readAllLines(folder.resolve("levels/vary.csv"));
        assertEquals(2, lines.size());
        List<String> columns = List.of(lines.get(0).split(","));
        assertTrue(columns.containsAll(List.of("value", "seeds", "training_mean_J", "failure")), lines.get(0));
        String[] cells = lines.get(1).split(",");
        List<Variation.Run> runs = variation.points().get(0).runs();
        double first = runs.get(0).accuracyZ();
        double second = runs.get(1).accuracyZ();
        double deviation = Math.abs(first - second) / Math.sqrt(2);
        assertEquals((first + second) / 2, number(cells, columns, "accuracy_z_mean"), 1e-12);
        assertEquals(deviation, number(cells, columns, "accuracy_z_deviation"), 1e-12);
        assertEquals(deviation / Math.sqrt(2), number(cells, columns, "accuracy_z_error"), 1e-12);
    }

    @Test
    void theNumberOfJobsDoesNotMatter() throws IOException {
        run(LEVELS, "one", 1, 2, "4", "32");
        run(LEVELS, "two", 2, 2, "4", "32");
        for (String file : List.of("vary.csv", "vary.json", "sweep.csv")) {
            assertEquals(text("one/" + file), text("two/" + file), file);
        }
    }

    @Test
    void whatIsFinishedIsNotRunAgainAndTheEndIsTheSame() throws IOException {
        run(LEVELS, "levels", 1, 1, "4");
        String finished =
                FinishedSweep.open(folder.resolve("levels")).rows().get(0).training();
        Path mark =
                Files.createFile(folder.resolve("levels/runs").resolve(finished).resolve("mark"));
        run(LEVELS, "levels", 2, 2, "4", "32");
        run(LEVELS, "at-once", 1, 2, "4", "32");
        assertTrue(Files.exists(mark), "the finished run was replaced");
        assertEquals(text("at-once/vary.csv"), text("levels/vary.csv"));
    }

    @Test
    void aRunThatFailsIsARowAndDoesNotStopTheOthers() throws IOException {
        Variation variation = run(new VariedKey("data.training"), "training", 1, 1, "999", "30");
        assertFalse(variation.complete());
        String message = "data.training is 999, but bars has 240 images; expected at most that many";
        assertEquals(message, variation.points().get(0).error());
        assertEquals(List.of(), variation.points().get(0).runs());
        assertEquals(1, variation.points().get(1).runs().size());
        assertTrue(text("training/vary.csv").contains("\n999,0,NaN,"), text("training/vary.csv"));
        assertTrue(text("training/vary.csv").contains(message));
    }

    @ParameterizedTest
    @CsvSource({"3, -3.0", "-1.5, 1.5", "+2, -2.0", "0, 0.0"})
    void aKeyWithAMinusTakesTheNegatedValue(String value, double negated) {
        ExperimentConfig config = new VariedKey("device.nonlinearity_ltp,-device.nonlinearity_ltd")
                .set(bars, value)
                .config();
        assertEquals(Double.parseDouble(value), config.device().nonlinearityLtp());
        assertEquals(negated, config.device().nonlinearityLtd());
    }

    @Test
    void anElementOfAListCanBeVaried() {
        ConfigFile stuck = bars.with("nonidealities", "[{kind: stuck-at}]");
        VariationStudy.plan(stuck, new VariedKey("nonidealities.0.lrs"), List.of("1 %"), 1);
        UserError error = assertThrows(
                UserError.class,
                () -> VariationStudy.plan(stuck, new VariedKey("nonidealities.1.lrs"), List.of("1 %"), 1));
        assertEquals(
                "--key nonidealities.1.lrs: nonidealities (--set nonidealities) is a list of 1; expected an index below"
                        + " that, not \"1\"",
                error.getMessage());
    }

    @Test
    void theSeedIsVariedBySeeds() {
        for (String key : List.of("seed", "learning.a,seed")) {
            UserError refused = assertThrows(
                    UserError.class, () -> VariationStudy.plan(bars, new VariedKey(key), List.of("1", "2"), 1));
            assertEquals(
                    "--key is " + key + ", and --seeds varies the seed already; expected another key",
                    refused.getMessage());
        }
    }

    @Test
    void aFolderOfAnotherStudyIsRefused() {
        run(LEVELS, "levels", 1, 1, "4");
        UserError error = assertThrows(
                UserError.class, () -> run(new VariedKey("device.levels,device.pulses"), "levels", 1, 1, "4"));
        assertEquals(
                folder.resolve("levels")
                        + " holds the sweep \"bars device.levels\", not \"bars device.levels,device.pulses\"; choose another"
                        + " --out or remove it",
                error.getMessage());
    }

    private Variation run(VariedKey key, String out, int jobs, int seeds, String... values) {
        VariationStudy study = VariationStudy.plan(bars, key, List.of(values), seeds);
        Path target = folder.resolve(out);
        return study.run(
                target,
                planned -> LocalEngine.of(planned, jobs, target, any -> TinyExperiment.data()),
                SweepProgress.SILENT);
    }

    private static double number(String[] cells, List<String> columns, String column) {
        return Double.parseDouble(cells[columns.indexOf(column)]);
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
