package crosspike.experiment.sweep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.Shi2019Learning;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {
    @TempDir
    Path folder;

    @Test
    void theFirstAxisIsTheSlowestAndSeedsAreTheFastest() {
        Sweep sweep = sweep("""
                axes:
                - {key: device.levels, values: [4, 16]}
                - {key: circuit.node, values: [32 nm, 22 nm]}
                seeds: 2
                """);
        assertEquals(List.of("device.levels", "circuit.node", "seed"), sweep.columns());
        assertEquals(
                List.of(
                        "4 32 nm 7",
                        "4 32 nm 8",
                        "4 22 nm 7",
                        "4 22 nm 8",
                        "16 32 nm 7",
                        "16 32 nm 8",
                        "16 22 nm 7",
                        "16 22 nm 8"),
                labels(sweep));
        ExperimentConfig last = sweep.config(7).config();
        assertEquals(16, last.device().levels());
        assertEquals(22e-9, last.circuit().nodeMetres());
        assertEquals(8, last.seed());
    }

    @Test
    void keysOfADataSheetAreSetInWhateverDeviceAnyAxisNames() {
        for (String axes : List.of(
                "axes: [{key: device.definition.conductance.min, values: [0.5 uS, 1 uS]}, {key: device.preset, values: [epiram-choi2018]}]",
                "axes: [{key: device.preset, values: [epiram-choi2018]}, {key: device.definition.conductance.min, values: [0.5 uS, 1 uS]}]")) {
            Sweep sweep = sweep(axes);
            for (int point = 0; point < 2; point++) {
                var sheet = sweep.experiment(point).device().definition();
                assertEquals("epiram-choi2018", sheet.name());
                assertEquals(
                        new float[] {0.5e-6f, 1e-6f}[point], sheet.conductance().minSiemens());
            }
        }
    }

    /** Plans that stand on their own write large numbers as {@code 1.7e+18}; as doubles these two are the same. */
    @Test
    void aSeedIsAnyNumberThatAConfigTakes() {
        for (Sweep sweep : List.of(
                sweep("1700000000000000001", "seeds: 2"),
                sweep("seeds: [1700000000000000001, 1_700_000_000_000_000_002]"),
                sweep("axes: [{key: seed, values: [1700000000000000001, 1700000000000000002]}]"))) {
            Sweep copy = Sweep.standing(sweep.plan().toYaml());
            assertEquals(1700000000000000001L, copy.experiment(0).seed());
            assertEquals(1700000000000000002L, copy.experiment(1).seed());
        }
        assertEquals(
                List.of("9223372036854775807", "-9223372036854775808"),
                labels(sweep("9223372036854775807", "seeds: 2")));
        UserError error = assertThrows(UserError.class, () -> sweep("null", "seeds: 2"));
        assertEquals("seed (plan.yaml, line 2) is empty; expected a whole number", error.getMessage());
    }

    @Test
    void aRangeHasBothEndsAndRoundNumbers() {
        assertEquals(
                List.of("2", "4", "8", "16", "32", "64", "128", "256"),
                labels(sweep("axes: [{key: device.levels, from: 2, to: 256, steps: 8, scale: log}]")));
        assertEquals(
                List.of("100 MHz", "316.228 MHz", "1 GHz"),
                labels(sweep("axes: [{key: circuit.clock, from: 100 MHz, to: 1 GHz, steps: 3, scale: log}]")));
        assertEquals(
                List.of("0", "0.025", "0.05"),
                labels(sweep("axes: [{key: device.cycle_to_cycle_sigma, from: 0 %, to: 5 %, steps: 3}]")));
        assertEquals(
                List.of("2", "3", "5", "6", "8", "9"),
                labels(sweep("axes: [{key: device.levels, from: 2, to: 9, steps: 6, whole: true}]")));
        assertEquals(
                List.of("2", "3"),
                labels(sweep("axes: [{key: device.levels, from: 2, to: 3, steps: 9, whole: true}]")));
    }

    @Test
    void noValueIsAValueOfAnAxis() {
        Sweep sweep = sweep("""
                axes:
                - {key: device.levels, values: [null, 16]}
                - name: window
                  variants:
                    none: {device.file: null, pruning.fraction: 0.5}
                where: [device.levels == null or device.levels > 4]
                """);
        for (Sweep either : List.of(sweep, Sweep.standing(sweep.plan().toYaml()))) {
            assertEquals(List.of("null none", "16 none"), labels(either));
            assertNull(either.experiment(0).device().levels());
            assertEquals(16, either.experiment(1).device().levels());
        }
    }

    @Test
    void severalKeysChangeTogether() {
        Sweep sweep = sweep("""
                axes:
                - keys: [device.nonlinearity_ltp, device.nonlinearity_ltd]
                  values: [[1, -1], [3.5, -3.5]]
                - name: cells
                  variants:
                    one: {synapse.mapping: single}
                    two: {synapse.mapping: pair, network.outputs: 6}
                """);
        assertEquals(List.of("device.nonlinearity_ltp", "device.nonlinearity_ltd", "cells"), sweep.columns());
        assertEquals(List.of("1 -1 one", "1 -1 two", "3.5 -3.5 one", "3.5 -3.5 two"), labels(sweep));
        assertEquals(-3.5, sweep.config(3).config().device().nonlinearityLtd());
        assertEquals(6, sweep.config(3).config().network().outputs());
    }

    @Test
    void randomNumbersFollowTheirSeedAndStayInTheirRange() {
        String axis = "axes: [{key: learning.a, random: {from: 0.01, to: 1, count: 40, scale: log}, seed: SEED}]";
        List<String> drawn = labels(sweep(axis.replace("SEED", "3")));
        assertEquals(drawn, labels(sweep(axis.replace("SEED", "3"))));
        assertNotEquals(drawn, labels(sweep(axis.replace("SEED", "4"))));
        assertEquals(40, drawn.size());
        long below = drawn.stream()
                .mapToDouble(Double::parseDouble)
                .filter(x -> x < 0.1)
                .count();
        assertTrue(10 <= below && below <= 30, () -> below + " of 40 in the lower half of the scale");
        drawn.forEach(text -> assertTrue(0.01 <= Double.parseDouble(text) && Double.parseDouble(text) <= 1, text));
    }

    @Test
    void asManyDifferentNumbersAreDrawnAsAreWanted() {
        String axis = "axes: [{key: device.levels, random: {from: 2, to: 9, count: COUNT, whole: true}, seed: 2}]";
        List<String> seven = labels(sweep(axis.replace("COUNT", "7")));
        assertEquals(7, seven.size());
        assertEquals(seven, labels(sweep(axis.replace("COUNT", "8"))).subList(0, 7), "one more adds a point");
        assertEquals(8, labels(sweep(axis.replace("COUNT", "50"))).size(), "there are no more");
    }

    @Test
    void aLatinHypercubeHasOnePointInEachStratumOfEachKey() {
        String plan = """
                axes:
                - latin_hypercube:
                    count: 25
                    seed: 5
                    axes:
                    - {key: learning.a, from: 0, to: 1}
                    - {key: circuit.clock, from: 1 MHz, to: 1 GHz, scale: log}
                """;
        Sweep sweep = sweep(plan);
        assertEquals(labels(sweep), labels(sweep(plan)));
        TreeSet<Integer> first = new TreeSet<>();
        TreeSet<Integer> second = new TreeSet<>();
        for (int i = 0; i < sweep.size(); i++) {
            ExperimentConfig config = sweep.config(i).config();
            first.add((int) (25 * ((Shi2019Learning) config.learning()).a()));
            second.add((int) (25 * Math.log10(config.circuit().clockHertz() / 1e6) / 3));
        }
        assertEquals(IntStream.range(0, 25).boxed().toList(), new ArrayList<>(first));
        assertEquals(IntStream.range(0, 25).boxed().toList(), new ArrayList<>(second));
    }

    @Test
    void pointsThatDoNotMeetTheConditionsAreLeftOut() {
        Sweep sweep = sweep("""
                axes:
                - {key: circuit.read_bits, values: [4, 6, 8]}
                - {key: circuit.neuron_bits, values: [6, 8]}
                where: [circuit.read_bits <= circuit.neuron_bits, "circuit.read_bits > 4 or learning.c > 0.5"]
                """);
        assertEquals(List.of("6 6", "6 8", "8 8"), labels(sweep));
    }

    @Test
    void aConditionSeesTheDefaultsOfTheConfig() {
        Sweep sweep = sweep("""
                axes: [{key: circuit.read_bits, values: [4, 16, 20]}]
                where: [circuit.read_bits <= circuit.neuron_bits]
                """);
        assertEquals(List.of("4", "16"), labels(sweep));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        axes: [{written: {columns: [a, b], steps: [{labels: [1], settings: {}}]}}] | axes.0.written (plan.yaml, line 3): an axis has no steps, or one without a label for each column; expected one or more
        axes: [{key: device.levels, values: [null, ~]}]          | axes.0: device.levels has null twice; expected different values
        axes: [{key: device.levels}]                             | axes.0 (plan.yaml, line 3): this axis is none or several of what an axis can be; expected one of: key with values; keys with values; key with from, to and steps; key with random; variants; latin_hypercube
        axes: [{key: device.levels, values: []}]                 | axes.0 (plan.yaml, line 3): this axis has no values; expected one or more
        axes: [{key: device.levels, values: [4, 8, 4.0]}]        | axes.0: device.levels has 4 twice; expected different values
        axes: [{key: circuit.clock, values: [1 GHz, 1000 MHz]}]  | axes.0: circuit.clock has 1 GHz and 1000 MHz, which are the same; expected different values
        axes: [{keys: [device.levels, pruning.fraction], values: [[4, 0.5], [4, 50 %]]}] | axes.0: device.levels, pruning.fraction has 4, 0.5 and 4, 50 %, which are the same; expected different values
        axes: [{key: device.file, values: [none.yaml]}]          | axes.0: none.yaml does not exist
        axes: [{key: device.levels, from: 2, to: 8}]             | axes.0 (plan.yaml, line 3): a range lacks one of from, to and steps; expected one of: key with values; keys with values; key with from, to and steps; key with random; variants; latin_hypercube
        axes: [{key: circuit.node, from: 5 nm, to: 5 ns, steps: 3}] | axes.0: from and to of circuit.node are 5 nm and 5 ns; expected two numbers with units of one kind
        axes: [{key: device.levels, from: few, to: 9, steps: 3}] | axes.0: from of device.levels is "few"; expected a number, with its unit if it has one
        axes: [{key: learning.c, from: 0, to: 1, steps: 3, scale: log}] | axes.0: from and to of a logarithmic scale are above 0; expected scale: linear, or other ends
        axes: [{keys: [a, b], values: [[1, 2], [3]]}]            | axes.0.values (plan.yaml, line 3) has a list for 2 keys; expected a list of as many values, such as [[1, 2], [3, 4]]
        axes: [{key: device.levels, values: [4]}, {key: device.levels, values: [8]}] | axes: device.levels is varied by two axes; expected one
        axes: [{key: device.levels, values: [4]}, {name: v, variants: {a: {device.levels: 8}}}] | axes: device.levels, which device.levels sets, is set by v as well; expected one axis
        axes: [{name: id, variants: {a: {device.levels: 8}}}]    | axes: an axis is called id, as a column or a row is that tables of sweeps have anyway; expected another name
        axes: [{name: n, variants: {a: {device.levels: 8}}}]     | axes: an axis is called n, as a column or a row is that tables of sweeps have anyway; expected another name
        axes: [{name: seeds, variants: {a: {device.levels: 8}}}]     | axes: an axis is called seeds, as a column or a row is that tables of sweeps have anyway; expected another name
        axes: [{name: weights, variants: {a: {device.levels: 8}}}] | axes: an axis is called weights, as a column or a row is that tables of sweeps have anyway; expected another name
        axes: [{latin_hypercube: {count: 3, axes: []}}]          | axes.0.latin_hypercube (plan.yaml, line 3): latin_hypercube has no axes; expected one or more, each a key with from and to
        axes: [{key: circuit.node, values: [22 nm]}, {name: v, variants: {a: {seed: 2, circuit: {node: 32 nm}}}}] | axes: circuit.node, which circuit.node sets, is set by v as well; expected one axis
        axes: [{key: network.display, from: 20 ms, to: 40 ms, steps: 3, whole: true}] | axes.0: whole: true is for bare numbers, but from of network.display is 20 ms; expected no whole, or a list of values
        seeds: some                                              | seeds (plan.yaml, line 3) is "some"; expected how many, or a list of whole numbers, such as 5 or [1, 2, 3]
        seeds: [1, 2, 1]                                         | seeds (plan.yaml, line 3) has 1 twice; expected different values
        seeds: 0                                                 | seeds (plan.yaml, line 3) is 0; expected how many, or a list of whole numbers, such as 5 or [1, 2, 3]
        where: [1 > 2]                                           | no combination of the axes meets the conditions of where
        where: [a b]                                             | where (plan.yaml, line 3) "a b": found "b"; expected one of < <= > >= == !=
        where: [circuit.readbits > 10]                           | where (plan.yaml, line 3) "circuit.readbits > 10": circuit.readbits has no value; did you mean circuit.read_bits?
        where: [device.zzz > 10]                                 | where (plan.yaml, line 3) "device.zzz > 10": device.zzz has no value; expected a key that the base config or an axis sets
        where: [circuit.node > 10]                               | where (plan.yaml, line 3) "circuit.node > 10": 32 nm and 10 are not of one kind; expected the same unit
        where: [{a: b}]                                          | where.0 (plan.yaml, line 3) is a mapping; expected a condition such as device.levels <= device.pulses + 1
        record: [acuracy_z]                                      | record (plan.yaml, line 3) has "acuracy_z"; did you mean accuracy_z?
        record: [accuracy_z, area_m2, accuracy_z]                | record (plan.yaml, line 3) has "accuracy_z" twice; expected different columns
        axis: []                                                 | unknown key axis (plan.yaml, line 3); did you mean axes?
        """)
    void aPlanThatMakesNoSenseSaysWhy(String line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), "sweep: 1\nbase: {crosspike: 1}\n" + line + "\n");
        UserError error = assertThrows(UserError.class, () -> Sweep.read(file), line);
        assertEquals(message, error.getMessage().replace(folder + "/", ""));
    }

    @Test
    void aBaseThatIsMissingIsNamedWithTheKeyThatNamesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), "sweep: 1\nname: mine\nbase: nofile.yaml\n");
        UserError error = assertThrows(UserError.class, () -> Sweep.read(file));
        assertEquals(
                "base (plan.yaml, line 3) is \"nofile.yaml\", but nofile.yaml does not exist",
                error.getMessage().replace(folder + "/", ""));
        Files.writeString(file, "sweep: 1\nbase:\n");
        UserError empty = assertThrows(UserError.class, () -> Sweep.read(file));
        assertEquals(
                "base (plan.yaml, line 2) is empty; expected the name of a config file, or keys and values",
                empty.getMessage().replace(folder + "/", ""));
    }

    @Test
    void aKeyThatDoesNotExistIsFoundBeforeAnythingIsRun() {
        Sweep sweep = sweep("axes: [{key: device.lvels, values: [4, 8]}]");
        UserError error = assertThrows(UserError.class, sweep::check);
        assertEquals(
                "unknown key device.lvels (plan.yaml, line 3); did you mean device.levels?",
                error.getMessage().replace(folder + "/", ""));
    }

    /** Finished points are found again, and their table is written, where a data set of one's own is not. */
    @Test
    void aPointIsTheSameWhetherOrNotItsDataSetIsThere() {
        Sweep sweep = sweep("axes: [{key: data.set, values: [gone]}]");
        assertEquals("gone", sweep.experiment(0).data().set());
        UserError error = assertThrows(UserError.class, sweep::check);
        assertTrue(error.getMessage().contains("data set \"gone\" is unknown"), error.getMessage());
    }

    private Sweep sweep(String keys) {
        return sweep("7", keys);
    }

    private Sweep sweep(String seed, String keys) {
        String yaml = "sweep: 1\nbase: {crosspike: 1, seed: " + seed + ", network: {outputs: 5}}\n" + keys;
        return Sweep.of(SweepPlan.parse(yaml, "plan.yaml"), folder.resolve("plan.yaml"));
    }

    static List<String> labels(Sweep sweep) {
        return IntStream.range(0, sweep.size())
                .mapToObj(point -> String.join(" ", sweep.labels(point)))
                .toList();
    }
}
