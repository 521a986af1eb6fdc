package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpiceNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1e0",
        "100000, 1e5",
        "-0.25, -2.5e-1",
        "0.1, 1e-1",
        "1e-9, 1e-9",
        "333333.3333333333, 3.333333333333333e5",
        "4.9e-324, 4.94065645841247e-324",
        "0.30000000000000004, 3.0000000000000004e-1",
        "1.7976931348623157e308, 1.7976931348623157e308"
    })
    void numbersHaveUpTo17DigitsAndAPlainExponent(double value, String text) {
        assertEquals(text, SpiceNumber.text(value));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyNumberComesBackTheSameAndHasNoUnitLetter(long seed) {
        double value = Double.longBitsToDouble(new SplittableRandom(seed).nextLong() & 0xFFEF_FFFF_FFFF_FFFFL);
        String text = SpiceNumber.text(value);
        assertTrue(text.matches("-?[0-9](\\.[0-9]{1,16})?e-?[0-9]{1,3}"), text);
        assertEquals(value, Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotANumberNeverReachesANetlist(double value) {
        assertThrows(IllegalArgumentException.class, () -> SpiceNumber.text(value));
    }
}
