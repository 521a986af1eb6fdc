package crosspike.cli;

import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.sweep.SweepMerge;
import crosspike.experiment.sweep.SweepRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike sweep merge}: the table of shards that ran by themselves. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Joins the shards of a sweep and writes the table that one process would have written.")
final class MergeCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OUT", description = "Folder of the whole sweep; may be that of the shards.")
    Path out;

    @Parameters(index = "1..*", paramLabel = "DIR", description = "Folders of the shards; none if they all ran in OUT.")
    List<Path> shards = List.of();

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public Integer call() {
        SweepRun.Outcome outcome = SweepMerge.run(out, shards);
        PrintWriter printer = spec.commandLine().getOut();
        if (json) printer.print(JsonFiles.write(SweepCommand.row(outcome, out)));
        else SweepCommand.print(outcome, out, printer);
        return outcome.failed() == 0 ? 0 : Main.CHECK_FAILED;
    }
}
