package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DimensionTest {

    @ParameterizedTest
    @CsvSource({
        "TIME, 300 us, 300e-6",
        "TIME, 300us, 300e-6",
        "TIME, 300 µs, 300e-6",
        "TIME, 300 μs, 300e-6",
        "TIME, 1e-9 s, 1e-9",
        "TIME, 5 min, 300",
        "TIME, 12h, 43200",
        "TIME, 10 d, 864000",
        "TIME, 1 day, 86400",
        "TIME, 0.1 days, 8640",
        "VOLTAGE, -.5 V, -0.5",
        "VOLTAGE, +1_000 mV, 1",
        "RESISTANCE, 26 Mohm, 26e6",
        "RESISTANCE, 26 mOhm, 26e-3",
        "RESISTANCE, 1 TΩ, 1e12",
        "RESISTANCE, 1 kΩ, 1e3",
        "CONDUCTANCE, 3 nS, 3e-9",
        "CURRENT, 10 uA, 10e-6",
        "CAPACITANCE, 30 fF, 30e-15",
        "LENGTH, 5 m, 5",
        "LENGTH, 5 mm, 5e-3",
        "FREQUENCY, 1 GHz, 1e9",
        "ENERGY, 7 aJ, 7e-18",
        "TEMPERATURE, 27 C, 300.15",
        "TEMPERATURE, -40 °C, 233.15",
        "TEMPERATURE, 300 K, 300",
        "FRACTION, 50 %, 0.5",
        "FRACTION, 50%, 0.5",
        "FRACTION, 0.5, 0.5",
        "NONE, 1e3, 1000"
    })
    void quantitiesAreReadInSiUnits(Dimension dimension, String text, double expected) {
        assertEquals(expected, dimension.parse(text)); // exact: the prefix is applied to the decimal before rounding
    }

    @ParameterizedTest
    @CsvSource({
        "TIME, 50",
        "TIME, 50 S",
        "TIME, 50 V",
        "TIME, ns",
        "TIME, 5 n",
        "TIME, 5 m",
        "TIME, 5 md",
        "TIME, 5 kh",
        "TIME, 5 D",
        "TIME, 5 H",
        "LENGTH, 5 min",
        "FREQUENCY, 5 h",
        "TIME, NaN s",
        "TIME, 1e999 s",
        "TIME, 1 0 s",
        "VOLTAGE, 5 v",
        "NONE, 5 V",
        "NONE, 0x10",
        "NONE, 1d",
        "NONE, Infinity",
        "NONE, 50 %",
        "FRACTION, 50 %%",
        "RESISTANCE, 5 M"
    })
    void anythingElseIsRefused(Dimension dimension, String text) {
        var e = assertThrows(UserError.class, () -> dimension.parse(text));
        assertEquals(
                "\"" + text + "\" is not " + dimension.phrase() + "; expected " + dimension.expected(), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "CONDUCTANCE, 3.0769e-9, 3.0769 nS",
        "RESISTANCE, 26e6, 26 Mohm",
        "TIME, 300e-6, 300 us",
        "VOLTAGE, -0.5, -500 mV",
        "VOLTAGE, 0, 0 V",
        "VOLTAGE, 1e17, 1.0e+17 V",
        "ENERGY, 1.5e-22, 1.5e-22 J",
        "FRACTION, 0.5, 0.5",
        "NONE, 60000, 60000",
        "NONE, 1e-9, 1.0e-9",
        "NONE, 1e23, 1.0e+23",
        "NONE, 2e-323, 2.0e-323"
    })
    void valuesAreWrittenAsAnEngineerWould(Dimension dimension, double value, String expected) {
        assertEquals(expected, dimension.format(value));
    }

    @ParameterizedTest
    @EnumSource
    void theExampleIsOne(Dimension dimension) {
        dimension.parse(dimension.example());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBackAsTheSameBits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Dimension dimension : Dimension.values()) {
            double anything = Double.longBitsToDouble(random.nextLong());
            double usual = random.nextInt(-999, 1000) * Math.pow(10, random.nextInt(-20, 15));
            for (double value : new double[] {anything, usual, -0.0, Double.MIN_VALUE, Double.MAX_VALUE}) {
                if (!Double.isFinite(value)) continue;
                String text = dimension.format(value);
                assertEquals(value, dimension.parse(text), () -> dimension + " " + text);
            }
            float single = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(single)) {
                assertEquals(single, (float) dimension.parse(dimension.formatSingle(single)));
            }
        }
    }

    @Test
    void anUnknownUnitWordStaysInTheKey() {
        assertEquals("pulse", Dimension.TIME.withoutUnit("pulseSeconds"));
        assertEquals("pulseVolts", Dimension.TIME.withoutUnit("pulseVolts"));
        assertEquals("seconds", Dimension.TIME.withoutUnit("seconds"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }
}
