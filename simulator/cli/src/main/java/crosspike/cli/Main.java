package crosspike.cli;

import crosspike.device.calibration.FitModel;
import crosspike.device.library.DeviceSheet.Technology;
import crosspike.input.MissingProgram;
import crosspike.input.RecordWriter;
import crosspike.input.Suggest;
import crosspike.input.Unwritable;
import crosspike.input.UserError;
import crosspike.spice.CheckFailed;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the command line; every error becomes one line and an exit code. */
public final class Main {
    static final int CHECK_FAILED = 1;
    static final int USER_ERROR = 2;
    static final int MISSING_PROGRAM = 3;
    static final int INTERNAL_ERROR = 70; // EX_SOFTWARE of sysexits.h

    /** How picocli says that an option wants a number: with the types of Java. */
    private static final Pattern NO_WHOLE_NUMBER = Pattern.compile(" is not an? (int|long)$");

    private static final Pattern NO_NUMBER = Pattern.compile(" is not a double$");

    /** Control characters and the byte-order mark. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\ufeff]");

    private Main() {}

    public static void main(String... args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code. */
    static int run(String... args) {
        return execute(Crosspike.commandLine(args), args);
    }

    static int execute(CommandLine commandLine, String... args) {
        answerVersion(commandLine);
        commandLine
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Technology.class, new EnumNames<>(Technology.class, RecordWriter::name))
                .registerConverter(FitModel.class, new EnumNames<>(FitModel.class, FitModel::text))
                .setAbbreviatedOptionsAllowed(false)
                .setExecutionStrategy(Main::runAndFlush)
                .setParameterExceptionHandler((e, arguments) -> usageError(e))
                .setExecutionExceptionHandler((e, command, result) -> failure(e, command));
        try {
            return commandLine.execute(args);
        } catch (Error e) { // such as no memory left: picocli passes only exceptions on
            return failure(e, commandLine);
        }
    }

    /** A print writer keeps what has no line end until it is flushed; here no command can forget to. */
    private static int runAndFlush(ParseResult parsed) {
        int code;
        try {
            code = new RunLast().execute(parsed);
        } finally {
            parsed.asCommandLineList().forEach(command -> command.getOut().flush());
        }
        return System.out.checkError() ? outputLost(code, parsed.commandSpec().commandLine()) : code;
    }

    /** Print streams swallow what went wrong, so one more line end has to find out. */
    private static int outputLost(int code, CommandLine command) {
        IOException problem = new IOException("a part of it was lost");
        try {
            new FileOutputStream(FileDescriptor.out).write('\n');
        } catch (IOException e) {
            if ("Broken pipe".equals(e.getMessage())) return code; // who reads has enough, such as head
            problem = e;
        }
        UserError error = Unwritable.error(Path.of("standard output"), problem, "make room, or write elsewhere");
        int failure = failure(error, command);
        return code == 0 ? failure : code;
    }

    /** Lets every subcommand answer {@code --version} as the root does. */
    private static void answerVersion(CommandLine commandLine) {
        for (CommandLine subcommand : commandLine.getSubcommands().values()) {
            subcommand
                    .getCommandSpec()
                    .versionProvider(commandLine.getCommandSpec().versionProvider());
            answerVersion(subcommand);
        }
    }

    private static int usageError(ParameterException e) {
        CommandLine command = e.getCommandLine();
        print(
                command,
                "error: " + problem(e) + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return USER_ERROR;
    }

    private static String problem(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String typed = unmatched.getUnmatched().get(0);
            String kind = unmatched.isUnknownOption() ? "option" : "command or argument";
            return "unknown " + kind + " " + typed
                    + Suggest.nearest(typed, names(e.getCommandLine().getCommandSpec()))
                            .map(nearest -> "; did you mean " + nearest + "?")
                            .orElse("");
        }
        String firstLine = NO_WHOLE_NUMBER.matcher(firstLine(e.getMessage())).replaceFirst("; expected a whole number");
        firstLine = NO_NUMBER.matcher(firstLine).replaceFirst("; expected a number");
        return Character.toLowerCase(firstLine.charAt(0)) + firstLine.substring(1);
    }

    private static List<String> names(CommandSpec command) {
        List<String> names = new ArrayList<>(command.subcommands().keySet());
        names.addAll(command.optionsMap().keySet());
        return names;
    }

    private static int failure(Throwable e, CommandLine command) {
        Crosspike root = (Crosspike) command.getCommandSpec().root().userObject();
        Optional<String> mistake = mistake(e);
        if (isEnding()) return USER_ERROR; // what fails because all is being put away is no news
        print(
                command,
                mistake.map(line -> "error: " + line)
                        .orElseGet(() -> "internal error: " + firstLine(e.toString()) + hint(root)));
        if (root.isDebugging) {
            e.printStackTrace(command.getErr());
            command.getErr().flush();
        }
        if (e instanceof CheckFailed) return CHECK_FAILED;
        if (e instanceof MissingProgram) return MISSING_PROGRAM;
        return mistake.isPresent() ? USER_ERROR : INTERNAL_ERROR;
    }

    /** After Ctrl-C, say, while the exit code is on its way. */
    private static boolean isEnding() {
        Thread hook = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** What a user can mend, in a line; empty for a defect of this program. */
    private static Optional<String> mistake(Throwable e) {
        if (e instanceof UserError) return Optional.of(firstLine(e.getMessage()));
        if (e instanceof InvalidPathException path) {
            return Optional.of(
                    "\"" + path.getInput().replace('\0', ' ') + "\" cannot be the name of a file: " + path.getReason());
        }
        if (e instanceof OutOfMemoryError) {
            return Optional.of((Runtime.getRuntime().maxMemory() >> 20) + " MiB of memory are not enough ("
                    + firstLine(e.getMessage())
                    + "); take smaller arrays or fewer images, or give more: CROSSPIKE_JAVA_OPTS=-Xmx8g");
        }
        return Optional.empty();
    }

    private static String hint(Crosspike root) {
        return root.isDebugging ? "" : " (run again with --debug for the stack trace)";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    /** What stands in a damaged file must not reach the terminal as an order to it. */
    private static void print(CommandLine command, String line) {
        command.getErr()
                .println(INVISIBLE
                        .matcher(line)
                        .replaceAll(found -> String.format(
                                Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0))));
        command.getErr().flush();
    }
}
