package crosspike.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesAndNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "readJoules, read_J",
        "latencySeconds, latency_s",
        "minSiemens, min_S",
        "readVolts, read_V",
        "idealAmps, ideal_A",
        "areaSquareMetres, area_m2",
        "lineMetres, line_m",
        "powerWatts, power_W",
        "wireOhms, wire_ohm",
        "clockHertz, clock_Hz",
        "timeMs, time_ms",
        "zWeighted, z_weighted",
        "eq5, eq5",
        "eq5Selective, eq5_selective",
        "dataSha256, data_sha256",
        "seconds, seconds"
    })
    void aUnitWordAtTheEndBecomesItsSymbol(String component, String key) {
        assertEquals(key, SiNames.of(component));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0E23, 1.0E23", // Double.toString says 9.999999999999999E22 before JDK 19
        "2.0E23, 2.0E23",
        "2.0E-3, 0.002",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "4.9E-324, 4.9E-324",
        "100, 100.0",
        "-0.0, 0.0",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void aNumberIsItsShortestTextOnEveryJdk(double value, String text) {
        assertEquals(text, NumberText.of(value));
    }

    @Test
    void aNumberIsReadBackAsTheSameBitsInAnyLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            SplittableRandom random = new SplittableRandom(7);
            for (int i = 0; i < 10_000; i++) {
                double value = Double.longBitsToDouble(random.nextLong());
                assertEquals(value, Double.parseDouble(NumberText.of(value)));
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
