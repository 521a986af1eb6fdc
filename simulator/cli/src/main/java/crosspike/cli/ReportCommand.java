package crosspike.cli;

import crosspike.experiment.run.RunDirectory;
import crosspike.report.Report;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike report}: tables and plots of a finished run. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes an HTML report, plots and tables of a finished run.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Run directory.")
    Path run;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the report; default: RUN/report.")
    Path out;

    @Override
    public Integer call() {
        Path report = Report.write(RunDirectory.open(run), out != null ? out : run.resolve("report"));
        spec.commandLine().getOut().println(report);
        return 0;
    }
}
