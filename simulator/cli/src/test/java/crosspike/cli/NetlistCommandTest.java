package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a small run with pairs as netlists. */
class NetlistCommandTest {
    private static final String NO_PART =
            "which part of the array is not clear; expected one of --column LIST, --tile R0:R1,C0:C1 and --all";

    @TempDir
    static Path folder;

    private static Shell shell;

    @BeforeAll
    static void train() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), """
                crosspike: 1
                name: small
                data: {training: 20, test: 10}
                network: {outputs: 3}
                learning: {epochs: 1}
                synapse: {mapping: pair}
                device: {preset: epiram-choi2018}
                pruning: {method: soft, fraction: 50 %, occurrences: 1}
                """);
        shell = Shell.in(folder, Map.of());
        assertEquals(0, shell.run("run", "small.yaml", "--out", "run").exitCode());
    }

    @AfterAll
    static void stop() throws IOException {
        shell.close();
    }

    private static Shell.Result netlist(String options) throws IOException {
        List<String> words = Arrays.stream(("netlist;run;" + options.replace(' ', ';')).split(";"))
                .map(word -> word.replace('_', ' '))
                .toList();
        return shell.run(words.toArray(String[]::new));
    }

    /** Number in the column of a table line that begins so. */
    private static double number(Shell.Result result, String line, int column) {
        assumeTrue(result.exitCode() != Main.MISSING_PROGRAM || "true".equals(System.getenv("CI")), result.err());
        assertEquals(0, result.exitCode(), result.err());
        String found = result.out()
                .lines()
                .filter(one -> one.startsWith(line))
                .findFirst()
                .orElseThrow(() -> new AssertionError(line + " is not in\n" + result.out()));
        return Double.parseDouble(found.substring(line.length()).strip().split("\\s+")[column]);
    }

    @Test
    void printsTheSameNetlistThatItWrites() throws IOException {
        Shell.Result printed = netlist("--column 3");
        assertEquals(0, printed.exitCode(), printed.err());
        assertTrue(printed.out().startsWith("crosspike: "), printed.out());
        assertTrue(printed.out().contains("\n* Cells: 1T1R with a switch of "), "as circuit.access says");
        assertTrue(printed.out().contains(" bit lines col3."), printed.out());
        Shell.Result written = netlist("--column 3 --out column.cir");
        assertEquals("netlist: column.cir\n", written.out());
        assertEquals(printed.out(), Files.readString(folder.resolve("column.cir")));
    }

    @Test
    void itsFolderIsMade() throws IOException {
        Shell.Result written = netlist("--column 3 --out new/dir/column.cir");
        assertEquals("netlist: new/dir/column.cir\n", written.out(), written.err());
        assertTrue(Files.isRegularFile(folder.resolve("new/dir/column.cir")));
    }

    @Test
    void anIdealReadIsTheDotProduct() throws IOException {
        Shell.Result result = netlist("--columns 2-3 --ideal --run");
        for (String line : new String[] {"col2", "col3"}) {
            assertEquals(number(result, line, 0), number(result, line, 1), 1e-9 * number(result, line, 0));
        }
        double difference = number(result, "col2", 1) - number(result, "col3", 1);
        assertEquals(difference, number(result, "pair2, G+ less G-", 0), 1e-9 * number(result, "col2", 1));
        assertTrue(Files.exists(folder.resolve("run/netlists/netlist.cir")));
    }

    @Test
    void wiresTransistorsAndBentDevicesTakeCurrent() throws IOException {
        double ideal = number(netlist("--tile 0:12,0:4 --ideal --run"), "col1", 1);
        double own = number(netlist("--tile 0:12,0:4 --run"), "col1", 1);
        double wired = number(
                netlist("--tile 0:12,0:4 --access none --segment-ohm 10_ohm --driver-ohm 1_kohm --run"), "col1", 1);
        double bent = number(netlist("--tile 0:12,0:4 --ideal --sinh 3 --driver-ohm 1_kohm --run"), "col1", 1);
        assertTrue(own < 0.99 * ideal, own + " A of " + ideal);
        assertTrue(wired < 0.99 * ideal, wired + " A of " + ideal);
        assertTrue(bent < 0.99 * ideal, bent + " A of " + ideal);
    }

    @Test
    void aPulseHasChargeEnergyAndSpikes() throws IOException {
        Shell.Result result = netlist("--tile 0:12,0:2 --ideal --transient --lif --flags --run");
        double watts = number(result, "power at the end of a pulse", 0);
        double amps = number(result, "col0", 1);
        assertEquals(amps * 5e-9, number(result, "col0", 2), 1e-6 * amps * 5e-9, "the read pulse is 5 ns");
        assertEquals(watts * 5e-9, number(result, "energy", 0), 0.01 * watts * 5e-9);
        assertTrue(number(result, "flag0", 1) > 0);
        assertTrue(result.out().contains("neuron of column 0: "), result.out());
        assertFalse(result.out().contains("neuron of column 1: "), "its current is subtracted from that of column 0");
    }

    /** The read pulse charges the membrane of the strongest one for four firings; the line names the time of each. */
    @ParameterizedTest
    @ValueSource(strings = {"--columns 0,2,4", "--tile 64:68,0:6", "--tile 64:68,0:6 --flags"})
    void theStrongestColumnOrPairFiresFourTimes(String part) throws IOException {
        Shell.Result result = netlist(part + " --ideal --transient --lif --run");
        number(result, "col0", 1);
        long most = result.out()
                .lines()
                .filter(line -> line.startsWith("neuron of column ") && line.contains(": spikes at "))
                .mapToLong(line -> line.replaceAll(".*: spikes at | s$", "").split(" ").length)
                .max()
                .orElse(0);
        assertEquals(4, most, result.out());
    }

    @Test
    void slicesOfAWeightHaveOneColumnOfFlagsAndNoNeuronEach() throws IOException {
        Shell.Result run = shell.run(
                "run",
                "small.yaml",
                "--out",
                "sliced",
                "--set",
                "synapse={mapping: sliced, slices: 3}",
                "--set",
                "data.training=2");
        assertEquals(0, run.exitCode(), run.err());
        Shell.Result flags = shell.run("netlist", "sliced", "--tile", "0:2,1:5", "--flags");
        assertTrue(flags.out().contains("bit lines col1 col2 flag0 col3 col4 flag1."), flags.out());
        Shell.Result neurons = shell.run("netlist", "sliced", "--tile", "0:2,0:6", "--ideal", "--transient", "--lif");
        assertEquals(
                "error: --lif is for neurons that the current of a column feeds, but columns of sliced weights are read one by"
                        + " one, shifted and added; leave it out\n",
                neurons.err());
        assertEquals(2, neurons.exitCode());
    }

    @Test
    void rowsThatAreNotReadHaveNoPart() throws IOException {
        double one = number(netlist("--column 0 --ideal --rows 4 --run"), "col0", 1);
        double another = number(netlist("--column 0 --ideal --rows 5-6 --run"), "col0", 1);
        double both = number(netlist("--column 0 --ideal --rows 4-6 --run"), "col0", 1);
        assertEquals(one + another, both, 1e-9 * both);
    }

    @Test
    void aCellIsWrittenWithThePulseOfTheDevice() throws IOException {
        Shell.Result half = netlist("--tile 0:6,0:4 --program 2,3 --ideal --run");
        double volts = 5; // of the data sheet
        Shell.Result read = netlist("--tile 2:3,3:4 --ideal --run");
        double siemens = number(read, "col3", 1) / 0.5;
        double others = number(netlist("--tile 0:6,3:4 --ideal --rows 0-1,3-5 --run"), "col3", 1) / 0.5;
        double expected = volts * siemens + volts / 2 * others;
        assertEquals(expected, number(half, "col3", 1), 1e-6 * expected, "the other rows are at half the voltage");
        Shell.Result gated = netlist("--tile 0:6,0:4 --program 2,3 --lower --run --pulses 2");
        assertTrue(number(gated, "energy", 0) > 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--column 9 | column 9 is not in the array; expected columns from 0 to 5",
                "--column 1 --segment-ohm 2.5 | --segment-ohm: \"2.5\" is not a resistance; expected a resistance with"
                        + " its unit, e.g. \"26 Mohm\"",
                "--column 1 --sense-ohm -1_ohm | --sense-ohm is \"-1 ohm\"; expected 0 or more",
                "--column 1 --access gate | --access is \"gate\"; expected none, switch or mos",
                "--column 1 --lif | --lif needs time to pass; add --transient",
                "--column 1 --lower | --lower is for --program; add --program ROW,COLUMN",
                "--column 1 --membrane 50_fF | --membrane is for --lif; add it",
                "--column 1 --pulses 3 | --pulses is for --transient or --program; add one of them",
                "--column 1 --program 0,2 | column 2 is not in this part of the array; expected one of its columns, 1",
                "--tile 0:6,3:4 --rows 6,9 | --rows \"6,9\" has no row of this part of the array; expected some of its rows, 0 to 5",
                "--column 1 --sinh device | device epiram-choi2018 has no iv_nonlinearity; expected a steepness in"
                        + " 1/V, such as --sinh 3",
                "--column 1 --sinh devise | --sinh is \"devise\"; expected a steepness in 1/V, such as 3, or device",
                "--column 1 --templates absent | absent/segment.cir cannot be read as text; expected a template with"
                        + " \".subckt segment a b ohm=... farad=...\""
            })
    void aMistakeIsOneLine(String options, String message) throws IOException {
        Shell.Result result = netlist(options);
        assertEquals("error: " + message + "\n", result.err());
        assertEquals(2, result.exitCode());
        assertEquals("", result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--column 1 --all", "--column 1 --tile 0:1,0:1"})
    void onePartMustBeNamed(String options) throws IOException {
        Shell.Result result = netlist(options);
        assertEquals("error: " + NO_PART + "\n", result.err());
        assertEquals(2, result.exitCode());
    }

    @Test
    void withoutNgspiceItIsWrittenButNotRun() throws IOException {
        try (Shell bare =
                Shell.in(folder, Map.of("PATH", folder.resolve("nothing").toString()))) {
            assertEquals(0, bare.run("netlist", "run", "--column", "1").exitCode());
            Shell.Result result = bare.run("netlist", "run", "--column", "1", "--run");
            assertEquals(3, result.exitCode());
            assertTrue(result.err().startsWith("error: ngspice was not found on the PATH; install it"), result.err());
        }
    }
}
