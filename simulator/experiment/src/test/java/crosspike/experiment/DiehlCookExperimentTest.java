package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Activity;
import crosspike.experiment.config.DiehlCookNetwork;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.LayerState;
import crosspike.experiment.run.RasterSpike;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import crosspike.input.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network of Diehl and Cook on the bars of {@link TinyExperiment}, which have few pixels: their synapses are stronger. */
class DiehlCookExperimentTest {
    private static final String CONFIG = """
            crosspike: 1
            network: {kind: diehl-cook, outputs: 12, gain: 6, display: 100 ms, adaptation: {step: 1 mV, decay: 30 s}}
            learning: {rate: 0.05}
            """;

    @TempDir
    Path folder;

    static ExperimentConfig config(String... overrides) {
        Document document = Document.parse(CONFIG, "bars.yaml");
        for (String override : overrides) {
            int equals = override.indexOf('=');
            document = document.with(override.substring(0, equals), override.substring(equals + 1));
        }
        return RecordReader.read(document, ExperimentConfig.class);
    }

    static Outcome run(String... overrides) {
        return NetworkExperiment.of(config(overrides), TinyExperiment.data(), Progress.SILENT, 1, Hardware.REFUSED)
                .run();
    }

    private RunDirectory directory(String name, int threads, String... overrides) {
        return Experiment.run(config(overrides), TinyExperiment.data(), folder.resolve(name), threads, Progress.SILENT);
    }

    @Test
    void barsAreLearnt() {
        Outcome outcome = run();
        // a quarter by chance; 120 images, so one standard deviation is 4 %
        assertTrue(outcome.accuracy().eq5() > 0.7, outcome.accuracy()::toString);
        assertEquals(outcome.accuracy().eq5(), outcome.accuracy().eq5Selective());
    }

    @Test
    void aRunDirectoryIsTheSameForAnyNumberOfThreads() throws IOException {
        String compressed = "pruning={method: during, threshold: 0.1, levels: 3, batch: 50}";
        RunDirectory one = directory("one", 1, compressed);
        RunDirectory two = directory("two", 2, compressed);
        try (var files = Files.list(one.path())) {
            for (Path file : files.toList()) {
                if (file.endsWith("provenance.json")) continue;
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(two.path().resolve(file.getFileName())),
                        file.toString());
            }
        }
        assertEquals("diehl-cook", one.result().network());
        assertEquals(36, one.array().rows());
    }

    @Test
    void everyStepIsAReadAndEveryInputSpikeAnActiveRow() {
        Activity inference = run("network.boost.spikes=0").activity().inference();
        assertEquals(120, inference.presentations());
        assertEquals(120 * 200, inference.reads(), "100 ms in steps of 0.5 ms");
        assertEquals(inference.inputSpikes(), inference.activeRows());
        assertEquals(12 * inference.inputSpikes(), inference.synapticOperations(), "nothing is pruned");
    }

    @Test
    void theRasterHasEverySpikeAtItsStep() {
        List<RasterSpike> raster = run().raster();
        assertEquals(raster.size(), raster.stream().distinct().count(), "a neuron spikes once in a step");
        var afterTheMs = raster.stream()
                .map(spike -> spike.timeMs().remainder(BigDecimal.ONE))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(List.of(BigDecimal.ZERO, new BigDecimal("0.5"))), afterTheMs, "steps of 0.5 ms");
    }

    @Test
    void compressedWeightsTakeAsManyValuesAsThereAreLevels() {
        Outcome outcome = run("pruning={method: during, threshold: 0.1, levels: 3, batch: 50}");
        var values = new TreeSet<Float>();
        for (float[] row : outcome.crossbar().conductances()) {
            for (float siemens : row) values.add(siemens);
        }
        assertEquals(3, values.size(), values::toString);
        LayerState layer = outcome.layer().orElseThrow();
        assertEquals(3, layer.compression().size(), "after batches 3, 4 and the last one");
        assertEquals(outcome.weights() - outcome.prunedWeights(), layer.connections());
        assertTrue(layer.connections() < outcome.weights());
    }

    @Test
    void prunedConnectionsTakeNoOperations() {
        Activity all = run().activity().inference();
        Outcome few = run("pruning={method: before, connectivity: 25 %}");
        Activity inference = few.activity().inference();
        assertTrue((double) inference.synapticOperations() / inference.inputSpikes()
                < 0.5 * all.synapticOperations() / all.inputSpikes());
        assertEquals(
                0.25 * few.weights(), few.weights() - few.prunedWeights(), 40, "four standard deviations of 432 draws");
    }

    @Test
    void fixedResistorsTakeThePlaceOfTwoLevels() {
        String two = "pruning={method: during, threshold: 0.1, levels: 2, batch: 50}";
        Outcome cells = run(two);
        Outcome fixed = run(two, "inference={resistors: {resistance: 2 Mohm}}");
        assertEquals(cells.accuracy(), fixed.accuracy(), "the same weights");
        int resistors = 0;
        for (float[] row : fixed.crossbar().conductances()) {
            for (float siemens : row) {
                resistors += siemens == 0.5e-6f ? 1 : 0;
                assertTrue(siemens == 0 || siemens == 0.5e-6f, () -> siemens + " S");
            }
        }
        assertEquals(fixed.weights() - fixed.prunedWeights(), resistors, "one at each connection");
        // 0.5 V for 5 ns; a row of 12 neurons has 12 resistors at most
        double joules = fixed.energy().inference().readJoules()
                / fixed.activity().inference().inputSpikes();
        assertTrue(joules > 0 && joules <= 12 * 0.5e-6 * 0.25 * 5e-9, () -> "" + joules);
    }

    @Test
    void theCellsOfAChipOfResistorsAreSmallerAndItsTrainingIsNotPriced() {
        String[] two = {"pruning={method: during, threshold: 0.1, levels: 2, batch: 50}"};
        RunTotals cells = CorePricing.of(directory("cells", 1, two)).totals();
        RunTotals fixed = CorePricing.of(directory("fixed", 1, two[0], "inference={resistors: {}}"))
                .totals();
        // 2 F x 2 F against 4 F x 4 F
        assertEquals(
                cells.cellAreaSquareMetres() / 4, fixed.cellAreaSquareMetres(), 1e-9 * cells.cellAreaSquareMetres());
        assertEquals(0, fixed.training().energyJoules());
        assertTrue(fixed.inferencePerImage().energyJoules() > 0);
    }

    @Test
    void everyRuleLearnsByConfig() {
        for (String rule : new String[] {
            "rule=exponential",
            "rule=power-law-both",
            "rule=triplet",
            "rule=pair",
            "window={points: [{dt: -20 ms, change: -1 %}, {dt: 0 s, change: 5 %}, {dt: 30 ms, change: 0 %}],"
                    + " depress_at: -20 ms}"
        }) {
            String measured = rule.startsWith("window") ? "measured-window" : "";
            Outcome outcome =
                    measured.isEmpty() ? run("learning." + rule) : run("learning.rule=" + measured, "learning." + rule);
            // a quarter by chance, of 120 images
            assertTrue(outcome.accuracy().eq5() > 0.4, rule + " " + outcome.accuracy());
        }
    }

    @Test
    void delaysAreDrawnByConfigAndTheSameForAnyNumberOfThreads() {
        String delays = "network.delays={longest: 5 ms, neurons: 4}";
        Outcome one = run(delays);
        Outcome two = NetworkExperiment.of(config(delays), TinyExperiment.data(), Progress.SILENT, 2, Hardware.REFUSED)
                .run();
        assertArrayEquals(one.crossbar().conductances(), two.crossbar().conductances());
        assertTrue(one.accuracy().eq5() > 0.5, one.accuracy()::toString);
        UserError e = assertThrows(UserError.class, () -> run(delays, "device.levels=16"));
        assertTrue(e.getMessage().contains("a row of cells is read at once"), e::getMessage);
        run("network.delays={longest: 5 ms, neurons: 12}", "device.levels=16");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pruning={method: during, levels: 3} | takes weights of two values
            pruning={method: during, levels: 2, hardware: flag-device} | pruning.hardware: none
            """)
    void resistorsAreRefusedWhereTheyCannotBe(String setting, String message) {
        UserError e = assertThrows(UserError.class, () -> run(setting, "inference={resistors: {}}"));
        assertTrue(e.getMessage().contains(message), e::getMessage);
    }

    @Test
    void readsOfTheTestAreChargedToTheCellsThatAreThere() {
        Outcome all = run();
        double allJoules = all.energy().inference().readJoules()
                / all.activity().inference().inputSpikes();
        // ideal cells: 0.1 to 5 uS, 0.5 V for 5 ns; 12 of them on each row
        assertTrue(allJoules > 12 * 0.1e-6 * 0.25 * 5e-9 && allJoules < 12 * 5e-6 * 0.25 * 5e-9, () -> "" + allJoules);
        Outcome few = run("pruning={method: after, connectivity: 25 %}");
        double fewJoules = few.energy().inference().readJoules()
                / few.activity().inference().inputSpikes();
        assertTrue(fewJoules < 0.9 * allJoules, fewJoules + " after pruning, " + allJoules + " without");
    }

    /** Numbers are the same however they lie in cells, and what is removed has no cell in any of its columns. */
    @ParameterizedTest
    @ValueSource(strings = {"pair", "unidirectional-pair", "reference-column"})
    void everyMappingHasACellForEachPartOfAWeight(String mapping) {
        Outcome all = run("synapse.mapping=" + mapping);
        Outcome few = run("synapse.mapping=" + mapping, "pruning={method: after, connectivity: 25 %}");
        assertEquals(run().accuracy(), all.accuracy());
        assertTrue(all.crossbar().columns() > 12);
        double allJoules = all.energy().inference().readJoules()
                / all.activity().inference().inputSpikes();
        double fewJoules = few.energy().inference().readJoules()
                / few.activity().inference().inputSpikes();
        assertTrue(fewJoules < 0.9 * allJoules, fewJoules + " after pruning, " + allJoules + " without");
    }

    /** Numbers of six bits: what is removed has none of its six cells. */
    @Test
    void slicedWeightsAreLearntAndPruned() {
        Outcome all = run("device.levels=2", "synapse={mapping: sliced, slices: 6}");
        Outcome few = run(
                "device.levels=2",
                "synapse={mapping: sliced, slices: 6}",
                "pruning={method: after, connectivity: 25 %, hardware: flag-device}");
        assertEquals(6 * 12, all.crossbar().columns());
        assertTrue(all.accuracy().eq5() > 0.5, () -> "" + all.accuracy());
        double allJoules = all.energy().inference().readJoules()
                / all.activity().inference().inputSpikes();
        double fewJoules = few.energy().inference().readJoules()
                / few.activity().inference().inputSpikes();
        assertTrue(fewJoules < 0.9 * allJoules, fewJoules + " after pruning, " + allJoules + " without");
    }

    @Test
    void afterTrainingTheLowestWeightsGo() {
        Outcome outcome = run("pruning={method: after, connectivity: 30 %}");
        assertEquals(
                0.3, (double) outcome.connections() / outcome.weights(), 0.02, "but for weights that were 0 anyway");
        assertEquals(run().checkpoints(), outcome.checkpoints(), "training is as without");
    }

    @Test
    void aTrainingThatIsKeptKnowsItsConnections() {
        String pruned = "pruning={method: after, threshold: 0.2}";
        Trained trained = Experiment.training(config(pruned), TinyExperiment.data(), Progress.SILENT, 1)
                .run();
        assertEquals(trained, Trained.of(directory("run", 1, pruned)));
        assertTrue(trained.connections() > 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network.softmax_gain=2 | is a key of network.kind shi2019, but the kind is diehl-cook",
                "learning.a=1 | is a key of network.kind shi2019, but the kind is diehl-cook",
                "pruning.threshhold=1 | did you mean pruning.threshold?",
                "network.neuron.threshold=-70 mV | network.neuron.threshold (--set network.neuron.threshold) is -70 mV; expected more than rest, -65 mV",
                "network.adaptation.lowest=-30 mV | network.adaptation.lowest (--set network.adaptation.lowest) is -30 mV, which takes a threshold of -52 mV to reset or below; expected thresholds above -65 mV",
                "network.adaptation.start=-12 mV | network.adaptation.start (--set network.adaptation.start) is -12 mV; expected at least lowest, -11 mV",
                "network.neuron.block=1 ms | network.neuron.block (--set network.neuron.block) is 1 ms; expected at least refractory, 5 ms",
                "network={kind: diehl-cook, display: 101 ms, step: 1 us} | network.step (--set network) is 1 us in a display of 101 ms; expected at most 100000 steps",
                "pruning={method: before} | pruning.connectivity (--set pruning) is missing",
                "pruning={method: during, connectivity: 10 %} | expected a threshold to begin with, such as 0.1",
                "pruning={method: none, connectivity: 10 %} | pruning.connectivity (--set pruning) goes with methods that prune",
                "pruning={method: online, threshold: 1e-9, connectivity: 10 %} | expected at least 1.0E-6, where the search for the connectivity is to begin",
                "pruning={method: developed, connectivity: 10 %, levels: 2} | pruning.levels (--set pruning) goes with methods none, during, before and after",
                "pruning={method: during, hardware: deep-reset} | pruning.hardware (--set pruning) is deep-reset, which this network does not use",
                "network.lowest_weight=0.5 | network.highest_weight (bars.yaml, line 2) is 0.303; expected at least lowest_weight, 0.5"
            })
    void mistakesAreNamed(String setting, String expected) {
        var e = assertThrows(UserError.class, () -> config(setting));
        assertTrue(e.getMessage().contains(expected), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    /** In binary 100,000 times 1 us is less than 100 ms. */
    @Test
    void aDisplayMayHaveAsManyStepsAsThereMayBe() {
        var network = (DiehlCookNetwork) config("network={kind: diehl-cook, display: 100 ms, step: 1 us}")
                .network();
        assertEquals(100_000, network.model().timing().imageSteps());
    }

    @Test
    void progressTellsOfEveryImageHoweverFewThereAre() {
        List<Long> totals = new ArrayList<>();
        List<Long> last = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void start(String phase, long total) {
                totals.add(total);
                last.add(0L);
            }

            @Override
            public void at(long done, double runningAccuracy) {
                last.set(last.size() - 1, done);
            }

            @Override
            public void end() {}
        };
        NetworkExperiment.of(
                        config("data.training=30", "data.test=10"),
                        TinyExperiment.data(),
                        progress,
                        1,
                        Hardware.REFUSED)
                .run();
        assertEquals(totals, last);
        assertEquals(30, totals.get(0));
    }

    /** EpiRAM has 64 states, so that its cells follow what the rule wants on average only. */
    @Test
    void barsAreLearntOnCellsThatAreWrittenByPulses() {
        Outcome outcome = run("device.preset=epiram-choi2018");
        assertTrue(outcome.accuracy().eq5() > 0.5, outcome.accuracy()::toString); // a quarter by chance
        Activity training = outcome.activity().training();
        assertTrue(training.deviceWrites() > 0);
        assertTrue(training.deviceWrites() <= training.potentiationPulses() + training.depressionPulses());
        assertTrue(outcome.energy().training().potentiationJoules() > 0);
        assertTrue(outcome.energy().training().readJoules() > 0, "reads in training are charged to the cells");
        assertTrue(outcome.energy().inference().readJoules() > 0);
        assertEquals(0, outcome.activity().inference().deviceWrites());
    }

    @Test
    void cellsWithFewLevelsHaveNoMore() {
        Outcome outcome = run("device={preset: ideal, response: levels, levels: 4}");
        var values = new TreeSet<Float>();
        for (float[] row : outcome.crossbar().conductances()) {
            for (float siemens : row) values.add(siemens);
        }
        assertEquals(4, values.size(), values::toString);
    }

    @Test
    void noisyCellsGiveTheSameBytesForAnyNumberOfThreads() throws IOException {
        String device = "device.preset=epiram-choi2018";
        String noise = "nonidealities=[{kind: read-noise, sigma: 5 %}]";
        RunDirectory one = directory("noisy-one", 1, device, noise);
        RunDirectory two = directory("noisy-two", 2, device, noise);
        for (String file : new String[] {"result.json", "cost.json", "conductance_S.npy", "layer.json"}) {
            assertArrayEquals(
                    Files.readAllBytes(one.path().resolve(file)),
                    Files.readAllBytes(two.path().resolve(file)),
                    file);
        }
    }

    @Test
    void removedWeightsAreFlaggedAndNoLongerWritten() {
        String pruned = "pruning={method: online, threshold: 0.3, batch: 20, first_batch: 1, hardware: flag-device}";
        Activity all = run("device.preset=epiram-choi2018").activity().training();
        Outcome outcome = run("device.preset=epiram-choi2018", pruned);
        Activity training = outcome.activity().training();
        assertTrue(outcome.prunedWeights() > 0);
        assertEquals(outcome.prunedWeights(), training.flagWrites());
        assertTrue(training.flagReadsSet() > 0 && training.flagReadsSet() < training.flagReads());
        assertTrue(training.deviceWrites() < all.deviceWrites());
    }

    @Test
    void layersLearnThroughTheirWires() {
        Outcome wired = run("crossbar={backend: wire, wires: {segment: 10 ohm}}");
        assertTrue(wired.accuracy().eq5() > 0.5, wired.accuracy()::toString); // a quarter by chance
        assertTrue(wired.energy().training().readJoules() > 0);
    }
}
