package crosspike.cli;

import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.input.UserError;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of every command that runs a config. */
final class ConfigOptions {
    /** Ways to name a device; one given on the command line replaces the one in the file. */
    private static final List<String> DEVICES = List.of("device.preset", "device.file", "device.definition");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change one key of the config, such as --set device.levels=16; may be repeated.")
    List<String> overrides = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Seed; the same as --set seed=N.")
    Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads for labelling and testing; default: all cores. The result does not depend on it.")
    Integer threads;

    /** The config of a file with these changes. */
    ExperimentConfig read(Path file) {
        ConfigFile config = ConfigFile.read(file);
        for (String override : overrides) {
            Setting setting = Setting.parse(override);
            config = config.with(setting.key(), setting.value());
            if (DEVICES.contains(setting.key())) {
                for (String other : DEVICES) {
                    config = other.equals(setting.key()) ? config : config.with(other, "");
                }
            }
        }
        if (seed != null) {
            config = config.with("seed", seed.toString());
        }
        return config.config();
    }

    /** Threads to use. */
    int threadCount() {
        int count = threads != null ? threads : Runtime.getRuntime().availableProcessors();
        if (count < 1 || count > 1024) {
            throw new UserError("--threads is " + count + "; expected 1 to 1024");
        }
        return count;
    }
}
