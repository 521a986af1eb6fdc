package crosspike.cli;

import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.sweep.FinishedSweep;
import crosspike.input.UserError;
import crosspike.report.Ideal;
import crosspike.report.Report;
import crosspike.report.SweepReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike report}: tables and plots of a finished run, or of a finished sweep. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes an HTML report, plots and tables of a finished run or sweep.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "RUN|SWEEP", description = "Run directory, or folder of a sweep.")
    Path run;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the report; default: RUN/report.")
    Path out;

    @Option(
            names = "--ideal",
            paramLabel = "RUN|VALUE",
            description =
                    "Accuracy of ideal cells, drawn as a line: a run, or a value such as 0.93; default: that of the"
                            + " continuous devices of the sweep, if it has any.")
    String ideal;

    @Override
    public Integer call() {
        Path folder = out != null ? out : run.resolve("report");
        Path report = FinishedSweep.isSweep(run) ? ofSweep(folder) : ofRun(folder);
        spec.commandLine().getOut().println(report);
        return 0;
    }

    private Path ofSweep(Path folder) {
        return SweepReport.write(
                FinishedSweep.open(run), ideal == null ? Ideal.OF_THE_SWEEP : Ideal.parse(ideal), folder);
    }

    private Path ofRun(Path folder) {
        if (ideal != null) throw new UserError("--ideal is for sweeps, and " + run + " is a run; leave it out");
        return Report.write(RunDirectory.open(run), folder);
    }
}
