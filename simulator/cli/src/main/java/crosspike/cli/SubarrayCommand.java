package crosspike.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosspike.circuit.subarray.Mode;
import crosspike.circuit.subarray.SubArrayCases;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.input.JsonFile;
import crosspike.input.UserError;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike subarray}: the circuit model of single arrays, for comparison with other tools. */
@Command(
        name = "subarray",
        mixinStandardHelpOptions = true,
        description = "Computes area, latency, energy and leakage of the subarrays in a JSON file.")
final class SubarrayCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "JSON with subarrayCases[]: id and inputs.")
    Path file;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "neurosim-compatible",
            description = "neurosim-compatible (default) or default: with our corrections.")
    String mode;

    @Override
    public Integer call() throws JsonProcessingException {
        Mode chosen = Mode.named(mode);
        JsonNode cases = JsonFile.read(file, "a JSON file with subarrayCases[]");
        ObjectNode computed;
        try {
            computed = SubArrayCases.run(cases, TechnologyLibrary.shipped(), chosen);
        } catch (UserError e) {
            throw new UserError(file + ": " + e.getMessage(), e);
        }
        spec.commandLine()
                .getOut()
                .println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(computed));
        return 0;
    }
}
