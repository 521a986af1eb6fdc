package crosspike.cli;

import crosspike.device.library.DeviceLibrary;
import crosspike.report.paper.library.Papers;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code crosspike completion}: what a shell needs to complete commands, options, and the names of devices and papers. Not among
 * the commands of the help, which are those for experiments and fill a screen.
 */
@Command(
        name = "completion",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Prints a script for bash and zsh that completes commands and options.",
        footer = {"", "Type this, or write it into ~/.bashrc or ~/.zshrc:", "  source <(crosspike completion)"})
final class CompletionCommand implements Callable<Integer> {
    /** What an option can be; picocli writes constants in capitals. */
    private static final Pattern VALUES = Pattern.compile("_args=\\(.*\\)");

    @Spec
    CommandSpec spec;

    /** The names of the papers. */
    static final class PaperNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Papers.names().iterator();
        }
    }

    /** The names of the library. */
    static final class Devices implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return DeviceLibrary.installed().names().iterator();
        }
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("crosspike", Crosspike.commandLine());
        spec.commandLine().getOut().print(VALUES.matcher(script).replaceAll(CompletionCommand::lowerCase));
        return 0;
    }

    private static String lowerCase(MatchResult values) {
        return values.group().toLowerCase(Locale.ROOT);
    }
}
