package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import crosspike.spice.Verification.ColumnCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnVerifierTest {
    @TempDir
    Path folder;

    private ColumnVerifier real(double tolerance) {
        return new ColumnVerifier(RealNgspice.required(), folder.resolve("netlists"), tolerance, 2);
    }

    /** Conductances from 1 nS to 1 mS, each decade as likely as the others. */
    private static float[][] siemens(int rows, int columns, SplittableRandom random) {
        float[][] siemens = new float[rows][columns];
        for (float[] row : siemens) {
            for (int c = 0; c < columns; c++) row[c] = (float) Math.pow(10, random.nextDouble(-9, -3));
        }
        return siemens;
    }

    private static double[] volts(int rows, double volts, SplittableRandom random) {
        double[] rowVolts = new double[rows];
        for (int r = 0; r < rows; r++) rowVolts[r] = random.nextBoolean() ? volts : 0;
        return rowVolts;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 7", "3, 64", "4, 398", "5, 1500"})
    void ngspiceAgreesWithTheDotProduct(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] siemens = siemens(rows, 4, random);
        Verification verification =
                real(1e-12).verify("random", siemens, volts(rows, 0.3, random), new int[] {0, 1, 2, 3});
        assertTrue(verification.passed(), () -> "worst relative difference " + verification.worst());
        assertEquals(4, verification.columns().size());
    }

    @Test
    void voltagesOfBothSignsAreMeasuredAgainstTheSumOfMagnitudes() {
        float[][] siemens = {{1e-5f}, {1e-5f}, {1e-9f}};
        Verification verification =
                real(1e-12).verify("cancelling", siemens, new double[] {0.5, -0.5, 0.5}, new int[] {0});
        assertEquals(0.5e-9, verification.columns().get(0).idealAmps(), 1e-15);
        assertTrue(verification.passed(), () -> "worst relative difference " + verification.worst());
    }

    @Test
    void aColumnThroughWhichNoCurrentCanFlowMustReadZero() {
        float[][] siemens = {{0, 1e-6f}, {0, 1e-6f}};
        Verification open = real(1e-9).verify("open", siemens, new double[] {0.5, 0.5}, new int[] {0});
        Verification silent = real(1e-9).verify("silent", siemens, new double[] {0, 0}, new int[] {1});
        assertEquals(
                new ColumnCheck(0, 0, 0, 0, "netlists/column-0000.cir"),
                open.columns().get(0));
        assertEquals(
                new ColumnCheck(1, 0, 0, 0, "netlists/column-0001.cir"),
                silent.columns().get(0));
        assertTrue(open.passed() && silent.passed());
    }

    @Test
    void resultsDoNotDependOnHowManyRunAtATimeNorOnTheLocale() {
        SplittableRandom random = new SplittableRandom(6);
        float[][] siemens = siemens(40, 9, random);
        double[] volts = volts(40, 0.2, random);
        int[] columns = ColumnSelection.parse("all", 9);
        Ngspice ngspice = RealNgspice.required();
        Verification one =
                new ColumnVerifier(ngspice, folder.resolve("n"), 1e-9, 1).verify("a", siemens, volts, columns);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(
                    one,
                    new ColumnVerifier(ngspice, folder.resolve("n"), 1e-9, 4).verify("a", siemens, volts, columns));
        } finally {
            Locale.setDefault(before);
        }
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8),
                one.columns().stream().map(ColumnCheck::column).toList());
    }

    @Test
    void netlistsStayInTheFolderWhateverItsName() {
        Path odd = folder.resolve("My Lab; échantillon (3)");
        Verification verification = new ColumnVerifier(RealNgspice.required(), odd, 1e-9, 1)
                .verify("a", ColumnNetlistTest.SIEMENS, new double[] {1, 1, 1, 1, 1}, new int[] {2});
        assertTrue(verification.passed());
        assertTrue(Files.exists(odd.resolve("column-0002.cir")));
        assertEquals(
                "My Lab; échantillon (3)/column-0002.cir",
                verification.columns().get(0).netlist());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCurrentThatDiffersFailsTheCheckButIsReported() throws IOException {
        FakeNgspice fake = new FakeNgspice(folder);
        Ngspice ngspice = fake.saying(fake.good(0, 5.1e-6, -5.1e-6));
        Verification verification = new ColumnVerifier(ngspice, folder.resolve("n"), 0.01, 1)
                .verify("a", new float[][] {{1e-5f}}, new double[] {0.5}, new int[] {0});
        assertEquals(0.02, verification.worst(), 1e-6);
        assertFalse(verification.passed());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ofSeveralFailuresTheFirstColumnIsReported() throws IOException {
        Ngspice ngspice = new FakeNgspice(folder)
                .saying("grep -q '^crosspike column 1$' netlist.cir && sleep 0.2", "echo 'Error: broken'; exit 1");
        ColumnVerifier verifier = new ColumnVerifier(ngspice, folder.resolve("n"), 1e-9, 3);
        SpiceFailure failure = assertThrows(
                SpiceFailure.class,
                () -> verifier.verify("a", new float[2][4], new double[] {0.5, 0.5}, new int[] {1, 2, 3}));
        assertTrue(failure.getMessage().contains("column-0001.cir; log: \"Error: broken\""), failure.getMessage());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void settingsOutOfRangeAreNamed() throws IOException {
        Ngspice ngspice = new FakeNgspice(folder).saying("");
        assertEquals(
                "tolerance is NaN; expected a number between 0 and 1, such as 1e-9",
                assertThrows(UserError.class, () -> new ColumnVerifier(ngspice, folder, Double.NaN, 1))
                        .getMessage());
        assertEquals(
                "processes is 0; expected 1 or more",
                assertThrows(UserError.class, () -> new ColumnVerifier(ngspice, folder, 1e-9, 0))
                        .getMessage());
    }

    @Test
    void nothingCheckedIsNotPassed() {
        assertFalse(new Verification("ngspice 39", "nothing", 1e-9, List.of()).passed());
    }

    @Test
    void aDifferenceThatIsNoNumberIsNotPassed() {
        ColumnCheck check = new ColumnCheck(0, 1, 1, Double.NaN, "column-0000.cir");
        assertFalse(new Verification("ngspice 39", "a", 1e-9, List.of(check)).passed());
    }
}
