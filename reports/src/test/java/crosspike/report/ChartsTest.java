package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.run.Checkpoint;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {
    /** Of one image there were eleven marks that said 0 and ten that said 1. */
    @Test
    void imagesAreMarkedAtWholeNumbers() {
        String svg = Charts.learningCurve(List.of(new Checkpoint(1, 0, 0, 0, 0, 0)), 0.5)
                .svg();
        assertEquals(1, Pattern.compile(">1<").matcher(svg).results().count(), svg);
    }

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
