package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import crosspike.spice.Verification.ColumnCheck;
import crosspike.spice.Verification.TileCheck;
import crosspike.wire.WireCrossbar.Unselected;
import crosspike.wire.Wires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayVerifierTest {
    @TempDir
    Path folder;

    private ArrayVerifier real() {
        return new ArrayVerifier(RealNgspice.required(), folder.resolve("netlists"), 2);
    }

    private static double worst(List<ColumnCheck> checks) {
        return checks.stream()
                .mapToDouble(ColumnCheck::relativeDifference)
                .max()
                .orElseThrow();
    }

    /** Conductances from 1 nS to 1 mS, each decade as likely as the others. */
    static float[][] siemens(int rows, int columns, SplittableRandom random) {
        float[][] siemens = new float[rows][columns];
        for (float[] row : siemens) {
            for (int c = 0; c < columns; c++) row[c] = (float) Math.pow(10, random.nextDouble(-9, -3));
        }
        return siemens;
    }

    private static DrivenArray array(int rows, int columns, double volts, SplittableRandom random) {
        float[][] siemens = siemens(rows, columns, random);
        double[] rowVolts = new double[rows];
        for (int r = 0; r < rows; r++) rowVolts[r] = random.nextBoolean() ? volts : 0;
        return new DrivenArray("random", siemens, rowVolts);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 7", "3, 64", "4, 398", "5, 1500"})
    void ngspiceAgreesWithTheDotProductAndOurSolver(long seed, int rows) {
        List<ColumnCheck> checks =
                real().idealColumns(array(rows, 4, 0.3, new SplittableRandom(seed)), new int[] {0, 1, 2, 3});
        assertTrue(worst(checks) <= 1e-12, () -> "worst relative difference " + worst(checks));
        assertEquals(4, checks.size());
        for (ColumnCheck check : checks) {
            assertEquals(check.idealAmps(), check.solverAmps(), 1e-12 * check.idealAmps());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 5", "2, 20, 9", "3, 64, 12", "4, 398, 6"})
    void withWiresAColumnHasTheCurrentOfTheWholeArray(long seed, int rows, int columns) {
        SplittableRandom random = new SplittableRandom(seed);
        ArrayWires wires = new ArrayWires(Wires.uniform(rows, columns, 2.5, 50, 25), Unselected.GROUNDED);
        int[] some = {0, columns / 2, columns - 1};
        double[] ramp =
                IntStream.rangeClosed(1, rows).mapToDouble(r -> 0.3 * r / rows).toArray();
        DrivenArray array = new DrivenArray("ramp", siemens(rows, columns, random), ramp);
        List<ColumnCheck> checks = real().wiredColumns(array, wires, some);
        assertTrue(worst(checks) <= 1e-10, () -> "worst relative difference " + worst(checks));
        ColumnCheck last = checks.get(2);
        assertTrue(last.solverAmps() < last.idealAmps(), "wires cost current");
        assertTrue(Files.exists(folder.resolve("netlists/column-0000-wired.cir")));
        assertEquals("netlists/column-0000-wired.cir", checks.get(0).netlist());
    }

    @Test
    void aTileIsACrossbarOfItsOwn() throws IOException {
        SplittableRandom random = new SplittableRandom(8);
        DrivenArray array = array(40, 30, 0.3, random);
        List<Tile> tiles = Tile.parse("0:12,0:16;30:40,25:30", 40, 30);
        List<TileCheck> checks = real().tiles(array, ArrayWires.uniform(40, 30, 2.5), tiles);
        for (TileCheck check : checks) assertTrue(check.relativeDifference() <= 1e-10, check::toString);
        assertEquals("30:40,25:30", checks.get(1).tile());
        String netlist = Files.readString(folder.resolve("netlists/tile-30_40-25_30.cir"));
        assertTrue(
                netlist.startsWith(
                        "crosspike tile 30:40,25:30\n* rows 30 to 39, columns 25 to 29 of array random, numbered from 0 here\n"));
        assertTrue(netlist.contains("rd9_4 "), "the last cell");
        assertFalse(netlist.contains("rd10_"));
    }

    @Test
    void voltagesOfBothSignsAreMeasuredAgainstTheSumOfMagnitudes() {
        float[][] siemens = {{1e-5f}, {1e-5f}, {1e-9f}};
        DrivenArray array = new DrivenArray("cancelling", siemens, new double[] {0.5, -0.5, 0.5});
        List<ColumnCheck> checks = real().idealColumns(array, new int[] {0});
        assertEquals(0.5e-9, checks.get(0).idealAmps(), 1e-15);
        assertTrue(worst(checks) <= 1e-12, () -> "worst relative difference " + worst(checks));
    }

    @Test
    void aColumnThroughWhichNoCurrentCanFlowMustReadZero() {
        float[][] siemens = {{0, 1e-6f}, {0, 1e-6f}};
        DrivenArray open = new DrivenArray("open", siemens, new double[] {0.5, 0.5});
        DrivenArray silent = new DrivenArray("silent", siemens, new double[] {0, 0});
        assertEquals(
                List.of(new ColumnCheck("ideal", 0, 0, 0, 0, 0, "netlists/column-0000.cir")),
                real().idealColumns(open, new int[] {0}));
        assertEquals(
                List.of(new ColumnCheck("ideal", 1, 0, 0, 0, 0, "netlists/column-0001.cir")),
                real().idealColumns(silent, new int[] {1}));
    }

    @Test
    void resultsDoNotDependOnHowManyRunAtATimeNorOnTheLocale() {
        DrivenArray array = array(40, 9, 0.2, new SplittableRandom(6));
        int[] columns = ColumnSelection.parse("all", 9);
        Ngspice ngspice = RealNgspice.required();
        List<ColumnCheck> one = new ArrayVerifier(ngspice, folder.resolve("n"), 1).idealColumns(array, columns);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(one, new ArrayVerifier(ngspice, folder.resolve("n"), 4).idealColumns(array, columns));
        } finally {
            Locale.setDefault(before);
        }
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8),
                one.stream().map(ColumnCheck::column).toList());
    }

    @Test
    void netlistsStayInTheFolderWhateverItsName() {
        Path odd = folder.resolve("My Lab; échantillon (3)");
        DrivenArray array = new DrivenArray("a", ColumnNetlistTest.SIEMENS, new double[] {1, 1, 1, 1, 1});
        List<ColumnCheck> checks = new ArrayVerifier(RealNgspice.required(), odd, 1).idealColumns(array, new int[] {2});
        assertTrue(worst(checks) <= 1e-9);
        assertTrue(Files.exists(odd.resolve("column-0002.cir")));
        assertEquals("My Lab; échantillon (3)/column-0002.cir", checks.get(0).netlist());
    }

    @Test
    void aCurrentThatDiffersIsReported() throws IOException {
        FakeNgspice fake = new FakeNgspice(folder);
        Ngspice ngspice = fake.saying(fake.good(0, 5.1e-6, -5.1e-6));
        DrivenArray array = new DrivenArray("a", new float[][] {{1e-5f}}, new double[] {0.5});
        List<ColumnCheck> checks =
                new ArrayVerifier(ngspice, folder.resolve("n"), 1).idealColumns(array, new int[] {0});
        assertEquals(0.02, worst(checks), 1e-6);
    }

    @Test
    void ofSeveralFailuresTheFirstColumnIsReported() throws IOException {
        Ngspice ngspice = new FakeNgspice(folder)
                .saying("grep -q '^crosspike column 1$' netlist.cir && sleep 0.2", "echo 'Error: broken'; exit 1");
        ArrayVerifier verifier = new ArrayVerifier(ngspice, folder.resolve("n"), 3);
        DrivenArray array = new DrivenArray("a", new float[2][4], new double[] {0.5, 0.5});
        SpiceFailure failure =
                assertThrows(SpiceFailure.class, () -> verifier.idealColumns(array, new int[] {1, 2, 3}));
        assertTrue(failure.getMessage().contains("column-0001.cir; log: \"Error: broken\""), failure.getMessage());
    }

    @Test
    void settingsOutOfRangeAreNamed() throws IOException {
        Ngspice ngspice = new FakeNgspice(folder).saying("");
        assertEquals(
                "processes is 0; expected 1 or more",
                assertThrows(UserError.class, () -> new ArrayVerifier(ngspice, folder, 0))
                        .getMessage());
        assertEquals(
                "array \"a\" has 2 rows but 1 read voltages; expected one for each row",
                assertThrows(UserError.class, () -> new DrivenArray("a", new float[2][1], new double[1]))
                        .getMessage());
    }
}
