package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.MissingProgram;
import crosspike.input.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "fail", mixinStandardHelpOptions = true, description = "Fails as told.")
    static final class Fail implements Runnable {
        @Parameters
        String how;

        @Option(names = "--seed")
        long seed;

        @Option(names = "--share")
        double share;

        @Override
        public void run() {
            switch (how) {
                case "user" -> throw new UserError("device.levels is 1; expected 2 or more");
                case "program" -> throw new MissingProgram("ngspice was not found; apt-get install ngspice");
                case "name" -> Path.of("a\0b");
                case "escape" -> throw new UserError("x.csv, line 2: \"\u001b[2J\ufeff\u00855\tü\" is no number");
                case "defect" -> throw new IllegalStateException("row 3\nof 2");
                case "memory" -> throw new OutOfMemoryError("Java heap space");
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "fail --version"})
    void theVersionIsThatOfTheBuild(String arguments) {
        assertEquals(0, run(arguments.split(" ")));
        assertEquals("crosspike 0.1.0\n", out.toString());
    }

    @Test
    void helpIsShortAndShowsExamples() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().lines().count() <= 40, out.toString()); // a line each, and a screen
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 100), out.toString());
        assertTrue(out.toString().contains("Examples:\n  crosspike "), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void helpSaysWhatAnOptionIsWhereItIsLeftOut() {
        requireDefaults(Crosspike.commandLine());
    }

    private static void requireDefaults(CommandLine command) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (option.defaultValue() != null) {
                String text = String.join(" ", option.description());
                assertTrue(
                        text.contains("default: "),
                        () -> command.getCommandSpec().qualifiedName() + " " + option.longestName() + ": " + text);
            }
        }
        command.getSubcommands().values().forEach(MainTest::requireDefaults);
    }

    @Test
    void withoutACommandThereIsHelp() {
        assertEquals(0, run());
        assertTrue(out.toString().startsWith("Usage: crosspike "), out.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0  | fail fine      | ''
        2  | fail user      | error: device.levels is 1; expected 2 or more
        3  | fail program   | error: ngspice was not found; apt-get install ngspice
        2  | fail name      | error: "a b" cannot be the name of a file: Nul character not allowed
        2  | fail escape    | error: x.csv, line 2: "\\u001b[2J\\ufeff\\u00855\\u0009ü" is no number
        70 | fail defect    | internal error: java.lang.IllegalStateException: row 3 (run again with --debug for the stack trace)
        2  | fial user      | error: unknown command or argument fial; did you mean fail? (see crosspike --help)
        2  | fail x --sed 3 | error: unknown option --sed; did you mean --seed? (see crosspike fail --help)
        2  | fail x --frob  | error: unknown option --frob (see crosspike fail --help)
        2  | fail           | error: missing required parameter: '<how>' (see crosspike fail --help)
        2  | fail x --seed a | error: invalid value for option '--seed': 'a'; expected a whole number (see crosspike fail --help)
        2  | fail x --share a | error: invalid value for option '--share': 'a'; expected a number (see crosspike fail --help)
        """)
    void everyFailureIsOneLineAndAnExitCode(int code, String arguments, String line) {
        assertEquals(code, run(arguments.split(" ")));
        assertEquals(line.isEmpty() ? "" : line + "\n", err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void whatNeedsTooMuchMemoryIsAMistakeThatSaysHowToGiveMore() {
        assertEquals(2, run("fail", "memory"));
        assertTrue(
                err.toString()
                        .matches(
                                "error: [0-9]+ MiB of memory are not enough \\(Java heap space\\); take smaller arrays or"
                                        + " fewer images, or give more: CROSSPIKE_JAVA_OPTS=-Xmx8g\n"),
                err.toString());
    }

    @ParameterizedTest
    @CsvSource({"--debug fail user", "fail user --debug", "fail defect --debug", "fail memory --debug"})
    void debugShowsTheStackTraceOnAnyCommand(String arguments) {
        run(arguments.split(" "));
        assertTrue(err.toString().contains("at crosspike.cli.MainTest$Fail.run"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run x.yaml --out=",
                "sweep x.yaml --out=",
                "vary x.yaml --key a --values 1 --out=",
                "report x --out="
            })
    void aFolderHasAName(String arguments) {
        assertEquals(2, run(arguments.split(" ")));
        assertTrue(
                err.toString()
                        .startsWith("error: invalid value for option '--out': it is empty; expected a file or folder"),
                err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void aNameThatTheSystemRefusesIsToldWithoutTheTypesOfJava() {
        assertEquals(2, run("report", "a\0b"));
        assertEquals(
                "error: invalid value for positional parameter at index 0 (RUN|SWEEP): it cannot be the name of a file here:"
                        + " Nul character not allowed (see crosspike report --help)\n",
                err.toString());
    }

    @Test
    void commandsBearTheNamesTheyAreFoundBy() {
        Crosspike.commandLine().getSubcommands().forEach((name, command) -> {
            Class<?> type = command.getCommandSpec().userObject().getClass();
            assertEquals(type.getAnnotation(Command.class).name(), name);
            CommandLine alone = Crosspike.commandLine(name);
            assertEquals(Set.of(name), alone.getSubcommands().keySet());
            assertEquals(
                    command.getUsageMessage(), alone.getSubcommands().get(name).getUsageMessage());
        });
    }

    private int run(String... args) {
        CommandLine commandLine = Crosspike.commandLine()
                .addSubcommand(new Fail())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        return Main.execute(commandLine, args);
    }
}
