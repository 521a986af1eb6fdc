package crosspike.circuit.subarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PulseCurveTest {

    @Test
    void tabulatedShapesAreThoseOfNeuroSim() {
        for (JsonNode row : Example.ORACLE.path("normA_from_NL")) {
            double label = row.path("NL").doubleValue();
            double shape = PulseCurve.tabulatedShapeOf(label);
            assertEquals(
                    row.path("normA").doubleValue(), shape, 1.1e-6, "NL " + label); // 6 decimals, the last by rounding
        }
    }

    @Test
    void curvesAreThoseOfNeuroSim() {
        for (JsonNode row : Example.ORACLE.path("pulseCurves")) {
            compare(row, "LTP");
            compare(row, "LTD");
        }
    }

    /** Potentiation starts at the lowest state; depression walks its own curve back from the highest. */
    private static void compare(JsonNode row, String polarity) {
        double min = row.path("minConductance_S").doubleValue();
        double max = row.path("maxConductance_S").doubleValue();
        int levels = row.path("numLevel" + polarity).intValue();
        double label = row.path("NL_" + polarity).doubleValue();
        PulseCurve curve = new PulseCurve(min, max, levels, PulseCurve.tabulatedShapeOf(label));
        JsonNode expected = row.path("G_" + polarity + "_S");
        assertEquals(levels + 1, expected.size());
        for (int m = 0; m <= levels; m++) {
            double siemens = curve.siemens(polarity.equals("LTP") ? m : levels - m);
            double want = expected.get(m).doubleValue();
            // At |NL| = 9 the table's sixth decimal is 1e-5 of the shape and 3e-5 of a conductance.
            assertEquals(want, siemens, 1e-4 * want, polarity + " NL " + label + " pulse " + m);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.29, 1, 2.4, 4.88, 9, 10})
    void aLabelIsTheLargestDistanceFromTheDiagonalInStepsOfSevenHundredths(double label) {
        PulseCurve curve = new PulseCurve(1e-9, 1 + 1e-9, 1, PulseCurve.shapeOf(label));
        double furthest = 0;
        for (int i = 0; i <= 100_000; i++) {
            double x = i / 100_000.0;
            furthest = Math.max(furthest, (curve.siemens(x) - 1e-9 - x) / Math.sqrt(2));
        }
        assertEquals(0.07 * label, furthest, 1e-7); // sampled maximum
    }

    @Test
    void aNegativeLabelMirrorsTheCurve() {
        for (double label : new double[] {1e-7, 0.5, 3, 9, 10}) {
            assertEquals(-PulseCurve.shapeOf(label), PulseCurve.shapeOf(-label));
            PulseCurve up = new PulseCurve(1, 3, 10, PulseCurve.shapeOf(label));
            PulseCurve down = new PulseCurve(1, 3, 10, PulseCurve.shapeOf(-label));
            for (int p = 0; p <= 10; p++) assertEquals(4 - up.siemens(10 - p), down.siemens(p), 1e-12);
        }
    }

    @Test
    void labelZeroIsAStraightLine() {
        PulseCurve line = new PulseCurve(1, 3, 4, PulseCurve.shapeOf(0));
        assertEquals(1.5, line.siemens(1));
        assertEquals(3, line.pulses(2.5));
    }

    /** Such as 0.1 + 0.2 − 0.3 in binary. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-7, 1e-10, 5.551115123125783e-17, 1e-300, -5.551115123125783e-17})
    void aLabelNextToZeroIsAStraightLine(double label) {
        PulseCurve line = new PulseCurve(1, 3, 4, PulseCurve.shapeOf(label));
        assertEquals(1.5, line.siemens(1), 1e-7);
        assertEquals(3, line.pulses(2.5), 1e-7);
    }

    /** e^−u is below what a double sees beside 1. */
    @ParameterizedTest
    @ValueSource(doubles = {9, 9.9, 10})
    void theFlatEndIsAllPulsesAway(double label) {
        PulseCurve curve = new PulseCurve(1e-8, 1e-6, 64, PulseCurve.shapeOf(label));
        assertEquals(64, curve.pulses(1e-6), 1e-9);
        assertEquals(1e-8, curve.after(1e-6, -64), 1e-20);
        PulseCurve mirrored = new PulseCurve(1e-8, 1e-6, 64, PulseCurve.shapeOf(-label));
        assertEquals(0, mirrored.pulses(1e-8), 1e-9);
        assertEquals(1e-6, mirrored.after(1e-8, 64), 1e-20);
    }

    @Test
    void pulsesAndConductancesAreInverse() {
        // Not at labels near 9, where the flat end changes by less than a double can hold.
        for (double label : new double[] {-5, -1, -0.01, 0.3, 5}) {
            PulseCurve curve = new PulseCurve(1e-8, 1e-6, 64, PulseCurve.shapeOf(label));
            for (double p = 0; p <= 64; p += 3.7) assertEquals(p, curve.pulses(curve.siemens(p)), 1e-9, "NL " + label);
        }
    }

    @Test
    void pulsesNeverLeaveTheRange() {
        PulseCurve curve = new PulseCurve(1e-8, 1e-6, 64, PulseCurve.shapeOf(2.4));
        assertEquals(1e-6, curve.after(5e-7, 1000));
        assertEquals(1e-8, curve.after(5e-7, -1000));
        assertTrue(curve.after(5e-7, 1) > 5e-7);
    }
}
