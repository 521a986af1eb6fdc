package crosspike.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.experiment.CorePricing;
import crosspike.experiment.Experiment;
import crosspike.experiment.Progress;
import crosspike.experiment.TinyExperiment;
import crosspike.experiment.Trained;
import crosspike.experiment.config.CircuitConfig;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.JsonFiles;
import crosspike.input.UserError;
import java.util.Map;
import java.util.Map.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points that differ in their price share a training: so nothing that prices may reach it, and nothing that does be shared. */
class PricingKeysTest {
    /** Another value for each key of the circuit. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("node", "22 nm"),
            Map.entry("flavour", "lstp"),
            Map.entry("temperature", "350 K"),
            Map.entry("model", "neurosim"),
            Map.entry("access", "fefet"),
            Map.entry("cell", "{width_F: 5, height_F: 4}"),
            Map.entry("largest_rows", "64"),
            Map.entry("largest_columns", "64"),
            Map.entry("wire_width", "40 nm"),
            Map.entry("access_resistance", "20 kohm"),
            Map.entry("access_gate_voltage", "1.3 V"),
            Map.entry("ferroelectric_capacitance", "3 aF"),
            Map.entry("columns_per_read_out", "4"),
            Map.entry("read_out", "sar"),
            Map.entry("read_bits", "6"),
            Map.entry("neuron_bits", "12"),
            Map.entry("clock", "500 MHz"));

    static Iterable<Entry<String, String>> others() {
        return OTHERS.entrySet();
    }

    @Test
    void everyKeyOfTheCircuitIsTriedHere() {
        assertEquals(CircuitConfig.class.getRecordComponents().length, OTHERS.size());
    }

    /** Gmin = 0, as of some published cells. */
    @Test
    void cellsThatCanBeSwitchedOffHaveAPriceButNotWhereResistancesAreAveraged() {
        String off = "device.definition.conductance.min=0 S";
        TechnologyLibrary library = TechnologyLibrary.shipped();
        CorePricing.check(config(off), 36, library);
        UserError error = assertThrows(
                UserError.class, () -> CorePricing.check(config(off, "circuit.model=neurosim"), 36, library));
        assertTrue(
                error.getMessage().startsWith("conductance.min of the device is 0; expected above 0 "),
                error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "circuit.node=23 nm, circuit.node: technology node 23 nm HP is unknown",
        "circuit.wire_width=41 nm, circuit.wire_width: array wire width 41 nm is unknown",
        "circuit.access_resistance=1 ohm, 'circuit.access_resistance is 1, which takes a transistor '",
        "device.definition.cell.width_F=3, 'cell.width_F (of circuit, else of the device) is 3; expected above 3.6 F'",
        "'circuit.cell={width_F: 2, height_F: 4}', 'cell.width_F (of circuit, else of the device) is 2; expected above 3.6 F'"
    })
    void aCoreThatCannotBeBuiltIsToldInTheKeysOfTheConfig(String change, String message) {
        TechnologyLibrary library = TechnologyLibrary.shipped();
        UserError error = assertThrows(UserError.class, () -> CorePricing.check(config(change), 36, library));
        assertTrue(error.getMessage().startsWith(message), error.getMessage());
    }

    @ParameterizedTest
    @MethodSource("others")
    void aKeyOfTheCircuitMakesAnotherPointButNotAnotherTraining(Entry<String, String> key) {
        String[] change = {"circuit." + key.getKey() + "=" + key.getValue()};
        assertNotEquals(
                Identity.of(config()).point(), Identity.of(config(change)).point());
        assertEquals(
                Identity.of(config()).training(), Identity.of(config(change)).training());
        assertEquals(JsonFiles.write(trained()), JsonFiles.write(trained(change)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=other", "verify.columns=3", "verify.tolerance=1e-6"})
    void namesAndChecksAreNoPartOfAPoint(String change) {
        assertEquals(Identity.of(config()), Identity.of(config(change)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "circuit.access=crosspoint",
                "seed=2",
                "data.training=50",
                "network.outputs=9",
                "learning.a=0.2",
                "pruning.run=5",
                "device.levels=7",
                "synapse.mapping=pair",
                "nonidealities=[{kind: stuck-at}]",
                "programming.tolerance=2 %",
                "inference.after=1 s"
            })
    void whatReachesTheTrainingMakesAnother(String change) {
        assertNotEquals(
                Identity.of(config()).training(), Identity.of(config(change)).training());
    }

    @Test
    void cellsThatAreHalfSelectedAreTrainedForThemselves() {
        assertNotEquals(JsonFiles.write(trained()), JsonFiles.write(trained("circuit.access=crosspoint")));
    }

    private static ExperimentConfig config(String... changes) {
        return TinyExperiment.config(changes).resolved();
    }

    private static Trained trained(String... changes) {
        ExperimentConfig small = config(changes).withImages(40, 40, 20, 1);
        return Experiment.training(small, TinyExperiment.data(), Progress.SILENT, 1)
                .run();
    }
}
