package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {
    /** Numbers and bars are clipped at the left edge of the plot, which is where its clip path begins. */
    @ParameterizedTest
    @ValueSource(doubles = {-100, -15.61, -0.01, 0, 42})
    void theNumberOfABarIsNotCut(double percent) {
        String svg = Charts.percentBars("bars", "Bars", "%", Map.of("group", Map.of("kind", percent, "other", 70.78)))
                .svg();
        Matcher number = Pattern.compile("clip-path=\"url\\(#([^)]*)\\)\"[^>]* x=\"([-0-9.]+)\"[^>]*>"
                        + (percent < 0 ? "-[0-9.]+ %" : "70.78 %"))
                .matcher(svg);
        assertTrue(number.find(), svg);
        Matcher plot = Pattern.compile("id=\"" + number.group(1) + "\"\\s*><path d=\"M([0-9.]+) .*? L([0-9.]+) ")
                .matcher(svg);
        assertTrue(plot.find(), svg);
        double at = Double.parseDouble(number.group(2));
        assertTrue(at >= Double.parseDouble(plot.group(1)), at + " is left of " + plot.group(1));
    }
}
