package crosspike.cli;

import crosspike.experiment.config.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that change keys of a config. */
final class ConfigChanges {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change one key of the config, such as --set device.levels=16; may be repeated.")
    private List<String> overrides = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Seed; the same as --set seed=N.")
    private Long seed;

    /** A file with these changes. */
    ConfigFile read(Path file) {
        return applied(ConfigFile.read(file));
    }

    /** A config with these changes. */
    ConfigFile applied(ConfigFile unchanged) {
        ConfigFile config = unchanged;
        for (String override : overrides) {
            Setting setting = Setting.parse(override);
            config = config.with(setting.key(), setting.value());
        }
        return seed == null ? config : config.with("seed", seed.toString());
    }
}
