package crosspike.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class NonlinearityTest {

    /**
     * The table prints 6 decimals, which is 2e-5 of the smallest a. Label 0 is straight here; the table has a = −126, which
     * is straight to 0.1 % of the range.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "nonlinearity-labels.csv", useHeadersInDisplayName = true)
    void theShapeIsTheOneOfThePublishedTable(double label, double shape) {
        if (label == 0) {
            assertEquals(Double.POSITIVE_INFINITY, Nonlinearity.shape(label));
        } else {
            assertEquals(shape, Nonlinearity.shape(label), 2e-5 * shape + 5e-7);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 1, 2.4, 4.88, 7, 9})
    void theCurveIsSevenHundredthsOfTheLabelAwayFromTheDiagonal(double label) {
        double a = Nonlinearity.shape(label);
        double largest = 0;
        for (int i = 0; i <= 100_000; i++) {
            double x = i / 100_000.0;
            double height = Math.expm1(-x / a) / Math.expm1(-1 / a) - x;
            largest = Math.max(largest, height / Math.sqrt(2));
        }
        assertEquals(0.07 * label, largest, 1e-8); // grid of 1e-5 around a maximum
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 9})
    void theShapeHasTheSignOfTheLabel(double label) {
        assertEquals(-Nonlinearity.shape(label), Nonlinearity.shape(-label));
    }

    @Test
    void labelsBeyondNineHaveNoMeaning() {
        for (double label : new double[] {9.01, -9.01, Double.NaN}) {
            var e = assertThrows(UserError.class, () -> Nonlinearity.shape(label));
            assertEquals("nonlinearity label is " + label + "; expected a number from -9 to 9", e.getMessage());
        }
    }
}
