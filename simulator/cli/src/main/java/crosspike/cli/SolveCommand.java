package crosspike.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosspike.input.UserError;
import crosspike.spice.Ngspice;
import crosspike.spice.SpiceCases;
import crosspike.wire.CircuitCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike solve}: the exact voltages and currents of crossbars with line resistance. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description = "Solves the resistive crossbars in a JSON file and prints them with their results.")
final class SolveCommand implements Callable<Integer> {
    private static final String EXPECTED = "; expected JSON with {\"cases\": [...]} as in docs/wires.md";

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "JSON with cases[]: resistances and voltages, see docs/wires.md.")
    Path file;

    @Option(names = "--ngspice", description = "Solve each with ngspice too; adds its result, the agreement and times.")
    boolean ngspice;

    @Option(names = "--netlists", paramLabel = "DIR", description = "Folder in which the netlists stay.")
    Path netlists;

    @Mixin
    NgspiceOptions ngspiceOptions;

    @Override
    public Integer call() throws JsonProcessingException {
        ngspiceOptions.check();
        Ngspice found = ngspice ? ngspiceOptions.find(spec) : null;
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        JsonNode cases = read(mapper);
        ObjectNode solved;
        try {
            solved = found == null ? CircuitCases.solve(cases) : SpiceCases.solve(cases, found, netlists);
        } catch (UserError e) {
            throw new UserError(file + ": " + e.getMessage(), e);
        }
        spec.commandLine().getOut().println(mapper.writeValueAsString(solved));
        return 0;
    }

    private JsonNode read(JsonMapper mapper) {
        try {
            return mapper.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new UserError(file + ", line " + line + ": broken JSON" + EXPECTED, e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read" + EXPECTED, e);
        }
    }
}
