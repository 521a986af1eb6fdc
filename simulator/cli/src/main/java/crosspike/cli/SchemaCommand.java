package crosspike.cli;

import crosspike.device.library.DeviceSheet;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.JsonSchema;
import crosspike.input.KeyReference;
import crosspike.input.Suggest;
import crosspike.input.UserError;
import crosspike.instrument.Profile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike schema}: the keys of the files that users write, for editors that complete them and for people. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of config, sweep, device or instrument files.")
final class SchemaCommand implements Callable<Integer> {
    private static final String CONFIG_PAGE = """
            # Config

            Every key of a config file: YAML, or JSON if the name ends in `.json`. Only `crosspike: 1` has to be there;
            where the default is empty, the key may be left out. The [examples](examples) are run by a test. This page is written by `crosspike schema config --markdown`, and a test
            compares.

            - Quantities carry their unit: `300 us`, `26 Mohm`, `0.5 V`. Prefixes are a f p n u m k M G T; `M` is mega. A bare
              number where a unit belongs is refused. Fractions may be typed `0.5` or `50 %`.
            - An unknown key is refused, and the nearest known one named.
            - `base: other.yaml` (relative to the file that says so) takes all keys of another file and lays this file's over
              them.
            - `--set KEY=VALUE` changes one key for one run: `--set device.levels=16`.
            - `device.file`, `learning.window.file`, the `map` of stuck cells and a `profile` of an instrument that is a file are
              relative to the file that says so; in `--set`, to the folder that crosspike is called in.
            - `device.definition` is a whole [device file](../calibration-data/devices) inside the config; runs write it there,
              so that the config of a run stands on its own. `--set` and the axes of sweeps change single keys of the sheet of a
              preset or file as well: `--set device.definition.conductance.min="50 nS"`.

            `crosspike schema config` prints the JSON Schema. Editors with YAML support complete and check keys with it:

            ```sh
            $ crosspike schema config
            $ crosspike schema device
            ```

            ## All sections

            """;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "config|device|sweep|instrument",
            defaultValue = "config",
            description = "Which file; default: config.")
    String file;

    @Option(names = "--markdown", description = "Print tables of the keys, with defaults and meaning.")
    boolean markdown;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(text());
        return 0;
    }

    private String text() {
        return switch (file) {
            case "config" ->
                markdown
                        ? CONFIG_PAGE + KeyReference.markdown(ExperimentConfig.class)
                        : JsonSchema.withBase(ExperimentConfig.class, "Crosspike config file");
            case "device" ->
                markdown
                        ? KeyReference.markdown(DeviceSheet.class)
                        : JsonSchema.of(DeviceSheet.class, "Crosspike device file");
            case "sweep" ->
                markdown
                        ? KeyReference.markdown(SweepPlan.class)
                        : JsonSchema.of(SweepPlan.class, "Crosspike plan of a sweep");
            case "instrument" ->
                markdown
                        ? KeyReference.markdown(Profile.class)
                        : JsonSchema.of(Profile.class, "Crosspike profile of instruments");
            default ->
                throw new UserError("schema of \"" + file + "\" is unknown"
                        + Suggest.nearest(file, List.of("config", "device", "sweep", "instrument"))
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; expected config, device, sweep or instrument"));
        };
    }
}
