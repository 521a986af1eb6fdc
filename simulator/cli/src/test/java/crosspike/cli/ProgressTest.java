package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void aLogGetsALineEveryTenSeconds() {
        StringWriter log = new StringWriter();
        long[] seconds = {0};
        ProgressLines progress = new ProgressLines(new PrintWriter(log), () -> seconds[0] * 1_000_000_000L);
        progress.start("training", 400);
        for (int done = 10; done <= 250; done += 10) {
            seconds[0]++;
            progress.at(done, done < 200 ? Double.NaN : 0.914);
        }
        progress.end();
        assertEquals("""
                training: 100 of 400 images, 10 images/s, 30 s left
                training: 200 of 400 images, 10 images/s, accuracy 91.4 %, 20 s left
                training: 250 images in 25.0 s, accuracy 91.4 %
                """, log.toString());
    }

    @Test
    void aPhaseWithoutImagesIsFine() {
        StringWriter log = new StringWriter();
        ProgressLines progress = new ProgressLines(new PrintWriter(log), () -> 0);
        progress.start("labelling", 0);
        progress.end();
        assertEquals("labelling: 0 images in 0.0 s\n", log.toString());
    }

    @Test
    void aTerminalThatIsNarrowHasOneLineOfASweepToo() {
        StringWriter screen = new StringWriter();
        long[] seconds = {0};
        SweepLines progress =
                new SweepLines("levels", new PrintWriter(screen), () -> seconds[0] * 1_000_000_000L, true);
        progress.start(16, 0);
        seconds[0] = 4;
        progress.at(4, 0, 0.5);
        progress.end();
        String rewrite = "\r\u001b[K";
        String cut = "\u001b[?7l";
        String wrap = "\u001b[?7h";
        assertEquals(
                "levels: 16 points\n" + rewrite + cut + "levels: 4 of 16 points, 0 failed, 1.00 points/s, 4.0 s left"
                        + wrap + rewrite + "levels: 4 of 16 points, 0 failed, 1.00 points/s, 4.0 s\n",
                screen.toString());
    }

    @Test
    void aTerminalGetsABarInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            ByteArrayOutputStream screen = new ByteArrayOutputStream();
            ProgressOnTerminal progress = new ProgressOnTerminal(new PrintStream(screen, true, StandardCharsets.UTF_8));
            progress.start("training", 400);
            progress.at(400, 0.5);
            progress.end();
            String shown = screen.toString(StandardCharsets.UTF_8);
            assertTrue(
                    shown.contains("training 100%") && shown.contains("400/400") && shown.contains("accuracy 50.0 %"),
                    shown);
        } finally {
            Locale.setDefault(before);
        }
    }
}
