package crosspike.cli;

import crosspike.experiment.Progress;
import crosspike.experiment.sweep.SweepProgress;
import crosspike.spice.Ngspice;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What the standard streams are connected to, and the programs beside. */
final class Terminal {
    private Terminal() {}

    /** The ngspice of this machine; says so on standard error if nobody has tried its version. */
    static Ngspice ngspice(CommandSpec command) {
        Ngspice ngspice = Ngspice.find();
        PrintWriter err = command.commandLine().getErr();
        ngspice.warning().ifPresent(warning -> err.println("warning: " + warning));
        return ngspice;
    }

    /** Progress for whoever reads standard error: a person at a terminal, or a log. */
    static Progress progress() {
        return Ansi.AUTO.enabled()
                ? new ProgressOnTerminal(System.err)
                : new ProgressLines(new PrintWriter(System.err), System::nanoTime);
    }

    /** The same for a sweep. */
    static SweepProgress sweepProgress() {
        return sweepProgress("sweep");
    }

    /** The same for one of several sweeps. */
    static SweepProgress sweepProgress(String name) {
        return new SweepLines(name, new PrintWriter(System.err), System::nanoTime, Ansi.AUTO.enabled());
    }
}
