package crosspike.cli;

import crosspike.device.library.DeviceSheet;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.input.JsonSchema;
import crosspike.input.Suggest;
import crosspike.input.UserError;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike schema}: JSON Schemas of the files that users write, for editors that complete keys. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of the config or device file.")
final class SchemaCommand implements Callable<Integer> {
    private static final Map<String, Class<? extends Record>> FILES =
            new TreeMap<>(Map.of("config", ExperimentConfig.class, "device", DeviceSheet.class));

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "config|device", defaultValue = "config", description = "Which file; default: config.")
    String file;

    @Override
    public Integer call() {
        if (!FILES.containsKey(file)) {
            throw new UserError("schema of \"" + file + "\" is unknown"
                    + Suggest.nearest(file, FILES.keySet())
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; expected one of " + String.join(", ", FILES.keySet())));
        }
        spec.commandLine().getOut().println(JsonSchema.of(FILES.get(file), "Crosspike " + file + " file"));
        return 0;
    }
}
