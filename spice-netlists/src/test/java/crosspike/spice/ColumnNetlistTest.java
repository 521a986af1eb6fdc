package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ColumnNetlistTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("basedir", ".")).resolve("netlists").resolve("column-example.cir");

    /** 5 rows x 3 columns in S. */
    static final float[][] SIEMENS = {
        {1e-6f, 2e-6f, 4e-6f}, {1e-5f, 5e-6f, 1e-5f}, {2e-6f, 8e-6f, 0}, {3e-9f, 1e-6f, 2.5e-5f}, {1e-3f, 1e-6f, 1e-6f}
    };

    private static String golden(String name) throws IOException {
        try (InputStream in = ColumnNetlistTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void theExampleInTheNetlistsFolderIsWhatIsWritten() throws IOException {
        ColumnNetlist column = new ColumnNetlist("example", 0, SIEMENS, new double[] {0.5, 0, 0.5, 0.5, 0});
        assertEquals(Files.readString(EXAMPLE), column.netlist().text());
    }

    @Test
    void openCellsAreLeftOutVoltagesHaveSignsAndNamesAreCleaned() throws IOException {
        String hostile = "layer\n.control\nshell rm -rf $HOME\n.endc \u00e9\u0130";
        ColumnNetlist column = new ColumnNetlist(hostile, 2, SIEMENS, new double[] {0.2, -0.1, 0.5, 0, 1.0 / 3});
        assertEquals(golden("column-signed.cir"), column.netlist().text());
    }

    @Test
    void aGermanLocaleWritesTheSameNetlist() throws IOException {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"de-DE", "ar-EG-u-nu-arab", "tr-TR"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                theExampleInTheNetlistsFolderIsWhatIsWritten();
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aColumnWithoutCurrentIsAnAmmeterAlone() {
        String text = new ColumnNetlist("dead", 0, new float[3][1], new double[] {1, 1, 1})
                .netlist()
                .text();
        String elements = text.lines()
                .skip(1)
                .filter(line -> line.matches("[a-z].*") && line.contains(" column "))
                .findFirst()
                .orElseThrow();
        assertEquals("vcolumn column 0 dc 0", elements);
    }

    @Test
    void noLineOfAWideColumnAsksForMoreThanACommandTakes() {
        float[][] siemens = new float[4096][1];
        for (float[] row : siemens) row[0] = 1e-6f;
        double[] volts = new double[4096];
        java.util.Arrays.fill(volts, 0.2);
        String text = new ColumnNetlist("wide", 0, siemens, volts).netlist().text();
        assertFalse(text.lines().anyMatch(line -> line.split(" ").length > 20 && !line.startsWith("*")));
    }

    @Test
    void theDotProductIsSummedInDoubleInAscendingOrder() {
        ColumnNetlist column = new ColumnNetlist("a", 1, SIEMENS, new double[] {0.1, 0.2, -0.3, 0.4, 0.5});
        double expected = 0.1 * 2e-6f + 0.2 * 5e-6f + -0.3 * (double) 8e-6f + 0.4 * 1e-6f + 0.5 * 1e-6f;
        assertEquals(expected, column.idealAmps());
        assertTrue(column.magnitudeAmps() > Math.abs(column.idealAmps()));
    }

    @Test
    void valuesThatCannotBeSimulatedAreNamed() {
        assertRefused(
                "array \"a\", row 1, column 0: the conductance is NaN S; expected a finite number of 0 or more",
                0,
                new float[][] {{1}, {Float.NaN}},
                0.1,
                0.1);
        assertRefused(
                "array \"a\", row 0, column 0: the conductance is -1.0 S; expected a finite number of 0 or more",
                0,
                new float[][] {{-1}},
                0.1);
        assertRefused(
                "read voltage of row 1 is Infinity V; expected a finite number",
                0,
                new float[][] {{1}, {1}},
                0.1,
                Double.POSITIVE_INFINITY);
        assertRefused(
                "array \"a\" has 2 rows but 1 read voltages; expected one for each row",
                0,
                new float[][] {{1}, {1}},
                0.1);
        assertRefused("column 1 is not in row 0 of array \"a\"; expected 0 to 0", 1, new float[][] {{1}}, 0.1);
    }

    private static void assertRefused(String message, int column, float[][] siemens, double... volts) {
        UserError error = assertThrows(UserError.class, () -> new ColumnNetlist("a", column, siemens, volts));
        assertEquals(message, error.getMessage());
    }
}
