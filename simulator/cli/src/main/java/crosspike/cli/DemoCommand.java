package crosspike.cli;

import crosspike.experiment.Experiment;
import crosspike.experiment.RunVerification;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.Installation;
import crosspike.input.MissingProgram;
import crosspike.report.Report;
import crosspike.spice.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crosspike demo}: the main job from end to end, on data that come with Crosspike. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Trains on real digits, checks columns with ngspice, writes a report.")
final class DemoCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    ConfigOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Run directory, must not exist; default: the first free of runs/demo, runs/demo-2 ...")
    Path out;

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Override
    public Integer call() {
        PrintWriter text = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ExperimentConfig config = options.read(Installation.path("docs", "examples", "demo.yaml"));
        Path target = out != null ? out : RunNames.free(Path.of("runs", "demo"));
        RunDirectory run = Experiment.run(config, target, options.threadCount(), Terminal.progress());
        boolean passed = true;
        try {
            Verification verification = RunVerification.verify(
                    run, Terminal.ngspice(spec), RunVerification.Request.OF_CONFIG, options.threadCount());
            passed = verification.passed();
        } catch (MissingProgram e) {
            err.println("note: columns were not checked: " + e.getMessage());
        }
        Path report = Report.write(run, target.resolve("report"));
        Summary.print(run, json, text);
        if (!json) {
            text.println("report     " + report);
        }
        return passed ? 0 : Main.CHECK_FAILED;
    }
}
