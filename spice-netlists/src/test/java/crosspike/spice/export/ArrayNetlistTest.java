package crosspike.spice.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import crosspike.spice.RealNgspice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayNetlistTest {
    @TempDir
    Path folder;

    private static ArrayExport export(float[][] siemens, LineModel lines, double... rowVolts) {
        return new ArrayExport(
                Excerpt.of(
                        "a",
                        siemens,
                        IntStream.range(0, siemens.length).toArray(),
                        IntStream.range(0, siemens[0].length).toArray()),
                lines,
                CellModel.PASSIVE,
                Stimulus.read(rowVolts, siemens[0].length),
                Optional.empty(),
                Templates.installed());
    }

    private static List<String> elements(ArrayExport export) {
        String flat = export.netlist().circuit().replaceAll("(?s)\\.subckt.*?\\.ends", "");
        return flat.lines().filter(line -> line.matches("[a-z].*")).toList();
    }

    @Test
    void linesWithoutResistanceAreOneNode() {
        ArrayExport export = export(new float[][] {{1e-5f, 1e-5f}, {1e-5f, 0}}, LineModel.IDEAL, 0.2, 0.1);
        assertEquals(
                List.of(
                        "vcol0 col0 0 dc 0",
                        "vcol1 col1 0 dc 0",
                        "vrow0 row0 0 dc 2e-1",
                        "vrow1 row1 0 dc 1e-1",
                        "xc0_0 row0 col0 cell_1r ohm=1.0000000252621254e5",
                        "xc0_1 row0 col1 cell_1r ohm=1.0000000252621254e5",
                        "xc1_0 row1 col0 cell_1r ohm=1.0000000252621254e5",
                        "bpower power 0 v = 0"),
                elements(export));
    }

    @Test
    void capacitancesOfJoinedNodesAreSummed() {
        ArrayExport export = export(new float[2][2], new LineModel(0, 1e-15, 0, 50), 0.2, 0);
        List<String> elements = elements(export);
        assertTrue(elements.contains("crow0 row0 0 2e-15"), elements.toString());
        assertTrue(elements.contains("cb1 b1 0 2e-15"), elements.toString());
        assertFalse(export.netlist().circuit().contains(".subckt cell"), "no cells, no template");
    }

    @Test
    void whatNothingDrivesIsLeftOut() {
        float[][] siemens = {{1e-5f, 1e-5f}, {0, 0}};
        var floating = new LineModel(1, 0, Double.POSITIVE_INFINITY, 0);
        List<String> elements = elements(export(siemens, floating, 0.2, 0.2));
        assertTrue(elements.stream().anyMatch(line -> line.startsWith("xw0_1 ")), "held by its cells");
        assertTrue(elements.stream().noneMatch(line -> line.startsWith("xw1_1 ")), "held by nothing");
        assertTrue(elements.stream().noneMatch(line -> line.startsWith("vrow")), elements.toString());
        var raw = RealNgspice.required().run(export(siemens, floating, 0.2, 0.2).netlist(), folder.resolve("a.cir"));
        assertEquals(0, raw.value("i(vcol0)"), 1e-30);
    }

    @Test
    void namesOfUsersStayInCommentsAndMeanNothing() {
        String hostile = "x\n.control\nshell rm -rf $HOME\n.endc \u00e9";
        float[][] siemens = {{1e-5f}};
        ArrayExport export = new ArrayExport(
                Excerpt.of(hostile, siemens, new int[] {0}, new int[] {0}),
                LineModel.IDEAL,
                CellModel.PASSIVE,
                Stimulus.read(new double[] {0.2}, 1),
                Optional.empty(),
                Templates.installed());
        String plain = "x_.control_shell rm -rf _HOME_.endc _";
        assertEquals("crosspike: 1 x 1 cells of " + plain, export.netlist().title());
        assertEquals(
                List.of("* Array \"" + plain + "\": 1 rows, 1 columns. Here: rows 0; bit lines col0."),
                export.netlist()
                        .circuit()
                        .lines()
                        .filter(line -> line.contains("shell"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyPartOfAnyArrayAgreesWithTheNodalSolver(long seed) {
        var random = new SplittableRandom(seed);
        float[][] siemens = new float[2 + random.nextInt(9)][2 + random.nextInt(9)];
        for (float[] row : siemens) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextInt(10) == 0 ? 0 : (float) Math.pow(10, random.nextDouble(-8, -3.5));
            }
        }
        int[] rows = some(random, siemens.length);
        int[] columns = some(random, siemens[0].length);
        double[] volts = random.doubles(rows.length, -0.3, 0.3).toArray();
        double b = random.nextBoolean() ? 0 : random.nextDouble(0.5, 5);
        ArrayExport export = new ArrayExport(
                Excerpt.of("a", siemens, rows, columns),
                new LineModel(random.nextDouble(0, 20), 0, random.nextDouble(0, 500), random.nextDouble(0, 500)),
                new CellModel(CellModel.Access.NONE, 0, 0, b, 0.3),
                Stimulus.read(volts, columns.length),
                Optional.empty(),
                Templates.installed());
        Measured measured = Measured.of(export, RealNgspice.required().run(export.netlist(), folder.resolve("a.cir")));
        double[] solved = SimulatedExamplesTest.solved(export).bottomAmps();
        double scale = IntStream.range(0, solved.length)
                .mapToDouble(j -> Math.abs(export.idealAmps(j)))
                .sum();
        for (int j = 0; j < solved.length; j++) {
            assertEquals(solved[j], measured.bitLines().get(j).amps(), 1e-11 * scale, "bit line " + j);
        }
    }

    /** At least one number below the limit, ascending. */
    private static int[] some(SplittableRandom random, int limit) {
        int kept = random.nextInt(limit);
        return IntStream.range(0, limit)
                .filter(i -> i == kept || random.nextInt(3) > 0)
                .toArray();
    }

    /** 0.1 V on one row: currents are a tenth of the conductances. */
    @Test
    void theStrongestNeuronIsThatOfTheLargestDifferenceOfAPair() {
        ArrayExport columns = export(new float[][] {{3, 1, 6, 5}}, LineModel.IDEAL, 0.1);
        assertEquals(0.6, columns.strongestNeuronAmps(), 1e-15, "each column by itself");
        assertEquals(0.2, withPairs(columns).strongestNeuronAmps(), 1e-15, "0.3 - 0.1 A, not 0.6 - 0.5 A");
        ArrayExport negative = withPairs(export(new float[][] {{1, 3, 5, 6}}, LineModel.IDEAL, 0.1));
        assertEquals(
                0.2, negative.strongestNeuronAmps(), 1e-15, "no neuron fires; the largest magnitude sets the scale");
    }

    private static ArrayExport withPairs(ArrayExport one) {
        Excerpt pairs = one.excerpt().withPairs().withFlags(new boolean[][] {{true, true}}, 2, 100, 1);
        Stimulus read = Stimulus.read(new double[] {0.1}, pairs.bitLines().size());
        return new ArrayExport(pairs, one.lines(), one.cells(), read, one.lif(), one.templates());
    }

    @Test
    void valuesThatCannotBeSimulatedAreNamed() {
        assertRefused(
                "the conductance of a cell of col0 is NaN S; expected 0 to 1e6 S",
                () -> export(new float[][] {{Float.NaN}}, LineModel.IDEAL, 0.1));
        assertRefused(
                "the voltage of a line is NaN V; expected at most 1000 V",
                () -> export(new float[][] {{1}}, LineModel.IDEAL, Double.NaN));
        assertRefused(
                "the sinh steepness of a cell is 700.0; expected at most 600.0 per volt at its read voltage of 0.5 V",
                () -> new CellModel(CellModel.Access.NONE, 0, 0, 700, 0.5));
        assertRefused("the driver has -1.0 ohm; expected 0 to 1e15 ohm", () -> new LineModel(0, 0, -1, 0));
        assertRefused(
                "a neuron needs time to fire; expected a read pulse (--transient)",
                () -> export(new float[][] {{1}}, LineModel.IDEAL, 0.1).withNeurons(Lif.suiting(1e-6, 1e-6)));
        assertRefused(
                "column 1 is not in the array; expected 0 to 0",
                () -> Excerpt.of("a", new float[][] {{1}}, new int[] {0}, new int[] {1}));
    }

    private static void assertRefused(String message, Executable mistake) {
        assertEquals(message, assertThrows(UserError.class, mistake).getMessage());
    }
}
