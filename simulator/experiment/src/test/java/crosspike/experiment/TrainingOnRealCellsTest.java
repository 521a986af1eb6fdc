package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Activity;
import crosspike.device.nonideality.Nonideality;
import crosspike.experiment.config.CellLayers;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingOnRealCellsTest {
    private static final double CHANCE = 0.25;

    /** One of each kind, mild enough that the network still learns. */
    private static final List<String> LAYERS = List.of(
            "{kind: device-to-device, ltp_nonlinearity: 0.5, ltd_nonlinearity: 0.5, ltp_step: 10 %, ltd_step: 10 %}",
            "{kind: cycle-to-cycle, sigma: 2 %}",
            "{kind: range-variation, min_sigma: 10 %, max_sigma: 10 %}",
            "{kind: endurance, pulses: 1e5}",
            "{kind: stuck-at, lrs: 2 %, hrs: 2 %, unformed: 1 %}",
            "{kind: on-off-ratio, ratio: 10}",
            "{kind: access-resistance, resistance: 5 kohm}",
            "{kind: iv-nonlinearity, ratio: 10}",
            "{kind: read-noise, sigma: 5 %, floor: 1 %}",
            "{kind: flicker-noise, factor: 0.02, exponent: 0.5, most: 0.2, read: 100 ns}",
            "{kind: pcm-read-noise}",
            "{kind: drift, nu: 0.05, nu_sigma: 0.01}",
            "{kind: state-drift, reference_time: 20 s, exponent: {offset: 0.05}, exponent_sigma: {offset: 0.01}}",
            "{kind: pcm-drift}",
            "{kind: retention, time_constant: 1e7 s, activation_eV: 0.5}",
            "{kind: rram-relaxation}",
            "{kind: programming-noise, of: microsiemens, sigma_uS: [0.3, 0.02]}",
            "{kind: pcm-programming-noise}",
            "{kind: rram-programming-noise, data: wan2022-day}");

    static List<String> layers() {
        return LAYERS;
    }

    @Test
    void aDeviceWithoutPulsesTakesWhatTheConfigAssumes() {
        UserError refused = assertThrows(
                UserError.class,
                () -> TinyExperiment.config("device={preset: rram-milo2021}").resolved());
        assertTrue(
                refused.getMessage().endsWith("or say in a config what to take instead: device.assume.potentiation"));
        String[] assumed = {
            "device={preset: rram-milo2021}",
            "device.assume={potentiation: {pulses: 63, voltage: 2 V, width: 50 ns},"
                    + " depression: {pulses: 63, voltage: -2 V, width: 50 ns},"
                    + " read: {voltage: 0.5 V, width: 5 ns}, cell: {width_F: 4, height_F: 4}}"
        };
        assertTrue(TinyExperiment.run(assumed).accuracy().eq5() > 2 * CHANCE);
        ExperimentConfig resolved = TinyExperiment.config(assumed).resolved();
        assertEquals(
                resolved,
                RecordReader.read(
                        Document.parse(RecordWriter.toYaml(resolved), "resolved.yaml"), ExperimentConfig.class));
        assertEquals(
                List.of("assumed by the config: potentiation, depression, read, cell"),
                resolved.device().sheet().unverified().stream()
                        .filter(remark -> remark.startsWith("assumed"))
                        .toList());
    }

    @Test
    void everyKindOfLayerIsTrainedWithBelow() {
        assertEquals(
                Nonideality.class.getPermittedSubclasses().length,
                TinyExperiment.config("nonidealities=" + LAYERS).nonidealities().stream()
                        .map(Object::getClass)
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theNetworkLearnsWithEachLayerAndTheSameSeedGivesTheSameRun(String layer) {
        String[] settings = {"nonidealities=[" + layer + "]", "inference.after=1e5 s", "inference.temperature=330 K"};
        var outcome = TinyExperiment.run(settings);
        double accuracy = outcome.accuracy().eq5();
        assertTrue(accuracy > 2 * CHANCE, layer + ": " + accuracy);
        var again = TinyExperiment.run(settings);
        assertArrayEquals(outcome.confusion(), again.confusion());
        assertTrue(Arrays.deepEquals(conductances(outcome), conductances(again)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "synapse.mapping=pair",
                "synapse.mapping=unidirectional-pair",
                "synapse.mapping=reference-column",
                "synapse={mapping: sliced, slices: 3, slice_bits: 2}",
                "circuit.access=crosspoint",
                "programming={scheme: blind}",
                "programming={scheme: write-verify, tolerance: 1 %, max_pulses: 20}",
                "device.response=soft-bounds",
                "device.levels=32"
            })
    void theNetworkLearnsWithEveryWayToHoldAndWriteWeights(String setting) {
        double accuracy = TinyExperiment.run(setting).accuracy().eq5();
        assertTrue(accuracy > 2 * CHANCE, setting + ": " + accuracy);
    }

    @Test
    void timePassesBetweenLabellingAndInferenceOnly() {
        var fresh = TinyExperiment.run("nonidealities=[{kind: drift, nu: 0.1}]");
        var aged = TinyExperiment.run("nonidealities=[{kind: drift, nu: 0.1}]", "inference.after=1e6 s");
        assertArrayEquals(fresh.labels(), aged.labels());
        double ratio = Math.pow(1e6 / 20, -0.1);
        assertEquals(conductances(fresh)[3][5] * ratio, conductances(aged)[3][5], 1e-6 * 2e-5);
    }

    @Test
    void flagsAreReadOnlyWhereThereAreFlags() {
        String[] soft = {"pruning={method: soft, fraction: 50 %, when: after}", ""};
        soft[1] = "pruning.hardware=none";
        Activity none = TinyExperiment.run(soft).usage().training().activity();
        soft[1] = "pruning.hardware=flag-device";
        Activity flags = TinyExperiment.run(soft).usage().training().activity();
        soft[1] = "pruning.hardware=deep-reset";
        var deep = TinyExperiment.run(soft);
        assertEquals(0, none.flagReads() + none.flagWrites());
        assertTrue(flags.flagReads() > 0 && flags.flagWrites() > 0);
        assertEquals(0, deep.usage().training().activity().flagReads());
        float lowest = 1;
        for (float[] row : conductances(deep)) {
            for (float g : row) {
                lowest = Math.min(lowest, g);
            }
        }
        assertEquals(1e-7, lowest, 1e-12, "a tenth of Gmin");
    }

    @Test
    void blindWritesReadNoCells() {
        assertEquals(
                0,
                TinyExperiment.run("programming.scheme=blind")
                        .usage()
                        .training()
                        .activity()
                        .cellReads());
    }

    @Test
    void theNoiseOfTheDataSheetIsDrawnOnceWhateverLiesOverTheCells() {
        String sigma = "device.cycle_to_cycle_sigma=3 %";
        assertEquals(
                List.of(), kinds(CellLayers.of(TinyExperiment.config(sigma)).layers()));
        assertEquals(
                List.of("cycle-to-cycle", "read-noise"),
                kinds(TinyExperiment.config(sigma, "nonidealities=[{kind: read-noise}]")
                        .layers()));
        assertEquals(
                List.of("device-to-device", "cycle-to-cycle"),
                kinds(TinyExperiment.config(sigma, "nonidealities=[{kind: device-to-device}]")
                        .layers()));
        assertEquals(
                List.of("read-noise", "cycle-to-cycle"),
                kinds(TinyExperiment.config(
                                sigma, "nonidealities=[{kind: read-noise}, {kind: cycle-to-cycle, sigma: 1 %}]")
                        .layers()));
    }

    /** A sheet as {@code crosspike fit} writes it from several devices, or as a library states it. */
    private static final String[] MEASURED = {
        "device.definition.device_to_device={min_sigma: 2 %, max_sigma: 8 %, nonlinearity_ltp_sigma: 0.4}",
        "device.definition.programming_noise={of: fraction-of-max, sigma_uS: [0.2]}",
        "device.definition.drift={reference_time: 1 s, exponent: {offset: 0.1}, exponent_sigma: {offset: 0}}",
        "device.definition.flicker_noise={factor: 0.01, exponent: 0.65, most: 0.2, read: 250 ns}"
    };

    private static String[] measuredAnd(String... further) {
        return Stream.concat(Stream.of(MEASURED), Stream.of(further)).toArray(String[]::new);
    }

    @Test
    void whatTheDataSheetSaysOfItsCellsActsInTheRun() {
        assertEquals(
                List.of(
                        "device-to-device",
                        "cycle-to-cycle",
                        "range-variation",
                        "programming-noise",
                        "state-drift",
                        "flicker-noise"),
                kinds(TinyExperiment.config(measuredAnd("device.cycle_to_cycle_sigma=1 %"))
                        .layers()));
        float[][] with = conductances(TinyExperiment.run(MEASURED));
        float[][] without = conductances(TinyExperiment.run(measuredAnd("device.sheet_layers=false")));
        assertFalse(Arrays.deepEquals(with, without));
        assertTrue(Arrays.deepEquals(conductances(TinyExperiment.run()), without));
    }

    @Test
    void aLayerOfTheConfigReplacesThatOfTheSheetAboutTheSameThing() {
        assertEquals(
                List.of("device-to-device", "programming-noise", "flicker-noise", "pcm-drift", "range-variation"),
                kinds(TinyExperiment.config(measuredAnd("nonidealities=[{kind: pcm-drift}, {kind: range-variation}]"))
                        .layers()));
    }

    @Test
    void cellsWithoutLabelsHaveNoSpreadOfLabels() {
        assertEquals(
                List.of("range-variation", "programming-noise", "state-drift", "flicker-noise"),
                kinds(TinyExperiment.config(measuredAnd("device.levels=16")).layers()));
    }

    @Test
    void aRunFromItsOwnConfigHasTheSameLayersOnce() {
        ExperimentConfig config = TinyExperiment.config(measuredAnd("nonidealities=[{kind: read-noise}]"));
        ExperimentConfig again = RecordReader.read(
                Document.parse(RecordWriter.toYaml(config.resolved()), "config.yaml"), ExperimentConfig.class);
        assertEquals(config.layers(), again.layers());
    }

    private static List<String> kinds(List<Nonideality> layers) {
        return layers.stream().map(layer -> RecordWriter.kind((Record) layer)).toList();
    }

    @Test
    void aConfigWithLayersIsWrittenSoThatItReadsBackEqual() {
        ExperimentConfig config =
                TinyExperiment.config("nonidealities=" + LAYERS).resolved();
        String text = RecordWriter.toYaml(config);
        assertEquals(config, RecordReader.read(Document.parse(text, "config.yaml"), ExperimentConfig.class));
    }

    @Test
    void oneDeeplyResetCellIsNoZero() {
        var e = assertThrows(
                UserError.class,
                () -> TinyExperiment.config("pruning={method: prune, fraction: 50 %, hardware: deep-reset}"));
        assertEquals(
                "pruning.hardware (--set pruning) is deep-reset, but one cell that is reset deeply is weight -1, not 0;"
                        + " expected pruning.method: soft, or a pair of cells",
                e.getMessage());
    }

    @Test
    void ablationComparesEachLayerWithAndWithoutTheOthers() {
        String damage = "{kind: stuck-at, lrs: 40 %}";
        String harmless = "{kind: access-resistance, resistance: 0 ohm}";
        ExperimentConfig config = TinyExperiment.config("nonidealities=[" + damage + ", " + harmless + "]");
        Ablation.Result result = Ablation.run(config, TinyExperiment.data(), 3, 1, Progress.SILENT);
        assertEquals(List.of(1L, 2L, 3L), result.seeds());
        assertEquals("stuck-at", result.layers().get(0).kind());
        assertEquals("access-resistance", result.layers().get(1).kind());
        Ablation.Layer stuck = result.layers().get(0);
        Ablation.Layer access = result.layers().get(1);
        assertEquals(new Spread(0, 0, 0), access.costAlone());
        assertEquals(new Spread(0, 0, 0), access.cost());
        assertTrue(stuck.cost().mean() > 0.05, "40 % stuck cells cost " + stuck.cost());
        assertEquals(
                result.ideal().mean() - stuck.alone().mean(), stuck.costAlone().mean(), 1e-12);
        assertEquals(result.ideal().mean(), stuck.without().mean(), 1e-12, "nothing else costs anything");
        assertTrue(stuck.alone().deviation() > 0, "seeds differ");
    }

    /** A data sheet's own variation, alone, is drawn by the pulse response and not by a layer. */
    @Test
    void anAblationWithAllLayersIsTheRunItself() {
        String varied = "device.cycle_to_cycle_sigma=0.2";
        Ablation.Result result =
                Ablation.run(TinyExperiment.config(varied), TinyExperiment.data(), 2, 1, Progress.SILENT);
        double first = TinyExperiment.run(varied).accuracy().eq5();
        double second = TinyExperiment.run(varied, "seed=2").accuracy().eq5();
        assertEquals((first + second) / 2, result.asItIs().mean(), 1e-12, "rounding of a mean");
    }

    @Test
    void withoutAnythingToTakeOutThereIsNoAblation() {
        var e = assertThrows(UserError.class, () -> Ablation.run(TinyExperiment.config(), 1, 1, Progress.SILENT));
        assertEquals(
                "the config has no non-idealities to take out; expected a list under nonidealities, or a device with"
                        + " cycle-to-cycle variation",
                e.getMessage());
    }

    private static float[][] conductances(Outcome outcome) {
        return outcome.crossbar().conductances();
    }
}
