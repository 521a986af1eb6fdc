package crosspike.cli;

import crosspike.experiment.Experiment;
import crosspike.experiment.Hardware;
import crosspike.experiment.config.ConfigNotes;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.RunDirectory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike run}: one experiment, from a config to a run directory. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Trains and tests a network as a config file says.")
final class RunCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    ConfigOptions options;

    @Parameters(paramLabel = "CONFIG", description = "YAML or JSON file, such as docs/examples/demo.yaml.")
    Path config;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Run directory, must not exist; default: runs/NAME-seed-SEED.")
    Path out;

    @Option(
            names = "--arm",
            description = "Allow an instrument with real hardware to be driven (crossbar.backend: instrument).")
    boolean arm;

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Override
    public Integer call() {
        ExperimentConfig read = options.read(config);
        Path target = out != null ? out : Path.of("runs", RunNames.folder(read.name()) + "-seed-" + read.seed());
        Hardware hardware = arm ? Hardware.ALLOWED : Hardware.REFUSED;
        Notes.print(ConfigNotes.of(read), spec);
        RunDirectory run = Experiment.run(read, target, options.threadCount(), Terminal.progress(), hardware);
        Summary.print(run, json, spec.commandLine().getOut());
        return 0;
    }
}
