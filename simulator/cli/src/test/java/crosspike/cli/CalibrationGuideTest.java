package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the commands of the guide, from the analyser's file to the report. */
class CalibrationGuideTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    @Test
    void everyCommandOfTheGuideRuns() throws IOException {
        List<String> commands =
                Files.readAllLines(Installation.path("docs", "guides", "calibrate-your-device.md")).stream()
                        .filter(line -> line.startsWith("$ crosspike "))
                        .toList();
        assertTrue(commands.size() >= 7, commands.toString());
        for (String command : commands) {
            StringWriter err = new StringWriter();
            CommandLine commandLine = new CommandLine(new Crosspike())
                    .setOut(new PrintWriter(new StringWriter()))
                    .setErr(new PrintWriter(err));
            assertEquals(0, Main.execute(commandLine, arguments(command)), () -> command + ": " + err);
        }
        assertTrue(Files.exists(folder.resolve("my-plots/fit.png")));
        assertTrue(Files.exists(folder.resolve("my-plots/retention.svg")));
        assertTrue(Files.exists(folder.resolve("my-run/report/report.html")));
    }

    /** Files named my-... go to the test's folder, those of the installation are found there. */
    private String[] arguments(String command) {
        List<String> arguments = new ArrayList<>();
        Matcher words = WORD.matcher(command.substring("$ crosspike ".length()));
        while (words.find()) {
            String word = words.group(1) != null ? words.group(1) : words.group(2);
            String placed = word.replaceFirst("(^|=)my-", "$1" + Matcher.quoteReplacement(folder + "/my-"));
            boolean isInstalled = word.startsWith("docs/") || word.startsWith("calibration-data/");
            arguments.add(isInstalled ? Installation.path(word).toString() : placed);
        }
        return arguments.toArray(String[]::new);
    }
}
