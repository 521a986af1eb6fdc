package crosspike.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosspike.experiment.run.AtomicFile;
import crosspike.input.JsonFile;
import crosspike.input.UserError;
import crosspike.report.WirePlots;
import crosspike.spice.Ngspice;
import crosspike.spice.SpiceCases;
import crosspike.wire.CircuitCases;
import crosspike.wire.IrDrop;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
        description = "Solves the resistive crossbars in a JSON file.")
final class SolveCommand implements Callable<Integer> {
    private static final String EXPECTED = "JSON with {\"cases\": [...]} as in docs/wires.md";

    private static final int LONGEST_NAME = 60;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "JSON with cases[]: resistances and voltages, see docs/wires.md.")
    Path file;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the JSON with results there; default: print it.")
    Path out;

    @Option(
            names = "--plots",
            paramLabel = "DIR",
            description = "Folder for maps of the voltages and of what wires take, as PNG and SVG.")
    Path plots;

    @Option(names = "--ngspice", description = "Solve each with ngspice too; adds its result, the agreement and times.")
    boolean ngspice;

    @Option(names = "--netlists", paramLabel = "DIR", description = "Folder in which the netlists stay.")
    Path netlists;

    @Mixin
    NgspiceOptions ngspiceOptions;

    @Override
    public Integer call() throws JsonProcessingException {
        ngspiceOptions.check();
        if (netlists != null && !ngspice) throw new UserError("--netlists is for --ngspice; add it");
        if (ngspiceOptions.timeout != null && !ngspice) throw new UserError("--timeout is for --ngspice; add it");
        Ngspice found = ngspice ? ngspiceOptions.find(spec) : null;
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        JsonNode cases = JsonFile.read(file, EXPECTED);
        ObjectNode solved;
        Map<String, IrDrop> reads;
        try {
            solved = found == null ? CircuitCases.solve(cases) : SpiceCases.solve(cases, found, netlists);
            reads = plots == null ? Map.of() : reads(cases);
        } catch (UserError e) {
            throw new UserError(file + ": " + e.getMessage(), e);
        }
        String json = mapper.writeValueAsString(solved);
        if (out == null) {
            spec.commandLine().getOut().println(json);
        } else {
            AtomicFile.write(out, json + "\n");
            spec.commandLine().getOut().println("solved: " + out);
        }
        if (plots != null) {
            WirePlots.write(reads, plots);
        }
        return 0;
    }

    /** Each case by a name that any file system takes, and a line for each on standard error. */
    private Map<String, IrDrop> reads(JsonNode cases) {
        Map<String, IrDrop> reads = new LinkedHashMap<>();
        for (JsonNode one : cases.path("cases")) {
            String id =
                    one.path("id").asText("").replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
            String name = "case-" + reads.size()
                    + (id.isEmpty() ? "" : "-" + id.substring(0, Math.min(LONGEST_NAME, id.length())));
            IrDrop read = IrDrop.of(CircuitCases.circuit(one));
            reads.put(name, read);
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "%s: selected cells lose %.3g %% of their voltage on average, %.3g %% at most;"
                                    + " other cells see up to %.3g V%n",
                            name,
                            100 * read.meanLostShare(),
                            100 * read.largestLostShare(),
                            read.largestUnselectedVolts());
        }
        return reads;
    }
}
