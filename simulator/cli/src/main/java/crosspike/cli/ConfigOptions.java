package crosspike.cli;

import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.RunDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that runs a config. */
final class ConfigOptions {
    @Mixin
    private ConfigChanges changes;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads for labelling, testing and the training of large layers; default: all cores. The result does not"
                            + " depend on it.")
    private Integer threads;

    /** The config of a file with the changes. */
    ExperimentConfig read(Path file) {
        return changes.read(file).runnable();
    }

    /** The config of a finished run with the changes. */
    ExperimentConfig read(RunDirectory run) {
        return changes.applied(ConfigFile.of(run)).runnable();
    }

    /** Threads to use. */
    int threadCount() {
        return Jobs.count("--threads", threads);
    }
}
