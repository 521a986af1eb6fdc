package crosspike.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crosspike.circuit.subarray.Mode;
import crosspike.circuit.subarray.SubArrayCases;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
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
        JsonMapper mapper = JsonMapper.builder().build();
        spec.commandLine()
                .getOut()
                .println(mapper.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                SubArrayCases.run(read(mapper), TechnologyLibrary.shipped(), Mode.named(mode))));
        return 0;
    }

    private JsonNode read(JsonMapper mapper) {
        try {
            return mapper.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new UserError(
                    file + ", line " + e.getLocation().getLineNr() + ": broken JSON; expected subarrayCases[]", e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read; expected a JSON file with subarrayCases[]", e);
        }
    }
}
