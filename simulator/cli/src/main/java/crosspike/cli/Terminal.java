package crosspike.cli;

import crosspike.experiment.Progress;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** What the standard streams are connected to. */
final class Terminal {
    private Terminal() {}

    /** Progress for whoever reads standard error: a person at a terminal, or a log. */
    static Progress progress() {
        return Ansi.AUTO.enabled()
                ? new ProgressOnTerminal(System.err)
                : new ProgressLines(new PrintWriter(System.err), System::nanoTime);
    }
}
