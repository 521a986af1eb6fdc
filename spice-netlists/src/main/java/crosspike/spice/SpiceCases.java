package crosspike.spice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosspike.input.UserError;
import crosspike.wire.CircuitCases;
import crosspike.wire.CrossbarCircuit;
import crosspike.wire.NodalSolver;
import crosspike.wire.OperatingPoint;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Solves the circuits of {@link CircuitCases} with ngspice too. Each case gets {@code ngspice}, with the fields of
 * {@code result}, and {@code agreement}: an {@link Agreement} under the names of those fields, the {@code worst} of them,
 * the {@code rounding} that double precision leaves in ngspice's currents, and what both took, {@code solver_s} (median of the
 * later half of repeated solutions) and {@code ngspice_s} (the whole process).
 */
public final class SpiceCases {
    private static final int MOST_REPEATS = 300;
    private static final double LONGEST_SECONDS = 2;

    private final Ngspice ngspice;
    private final Path folder;

    private SpiceCases(Ngspice ngspice, Path folder) {
        this.ngspice = ngspice;
        this.folder = folder;
    }

    /**
     * A copy of the file with everything added.
     *
     * @param netlists where the netlists stay, as {@code case-0003.cir}; null: in a temporary folder, and only after a failure
     * @throws UserError naming the case and what is wrong, also if ngspice failed on it
     */
    public static ObjectNode solve(JsonNode file, Ngspice ngspice, Path netlists) {
        if (netlists != null) return CircuitCases.solve(file, new SpiceCases(ngspice, netlists)::add);
        PrivateFolder temporary = PrivateFolder.create();
        try {
            return CircuitCases.solve(file, new SpiceCases(ngspice, temporary.path())::add);
        } catch (UserError e) {
            if (e.getCause() instanceof SpiceFailure) temporary.keep(); // the message names the netlist
            throw e;
        } finally {
            temporary.close();
        }
    }

    private void add(ObjectNode one, int number, CrossbarCircuit circuit, OperatingPoint point) {
        String comment = "case " + one.path("id").asText(Integer.toString(number));
        CircuitNetlist netlist = new CircuitNetlist("crosspike case " + number, comment, circuit);
        Path file = folder.resolve(String.format(Locale.ROOT, "case-%04d.cir", number));
        long start = System.nanoTime();
        OperatingPoint spice = netlist.solve(ngspice, file);
        double spiceSeconds = secondsSince(start);
        ObjectNode found = CircuitCases.json(spice);
        found.remove("iterations");
        one.set("ngspice", found);
        ObjectNode agreement = json(Agreement.of(circuit.drive(), point, spice));
        agreement.put("rounding", Agreement.rounding(circuit, point));
        agreement.put("solver_s", solverSeconds(circuit));
        agreement.put("ngspice_s", spiceSeconds);
        one.set("agreement", agreement);
    }

    private static ObjectNode json(Agreement agreement) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("wl_node_voltage", agreement.wordVolts());
        json.put("bl_node_voltage", agreement.bitVolts());
        json.put("device_current", agreement.deviceAmps());
        json.put("left_current_in", agreement.leftAmps());
        json.put("right_current_in", agreement.rightAmps());
        json.put("bottom_current_out", agreement.bottomAmps());
        json.put("top_current_out", agreement.topAmps());
        json.put("supply_power_w", agreement.supplyWatts());
        json.put("worst", agreement.worst());
        return json;
    }

    private static double solverSeconds(CrossbarCircuit circuit) {
        double[] seconds = new double[MOST_REPEATS];
        int repeats = 0;
        double total = 0;
        while (repeats < MOST_REPEATS && total < LONGEST_SECONDS) {
            long start = System.nanoTime();
            NodalSolver.solve(circuit);
            seconds[repeats] = secondsSince(start);
            total += seconds[repeats++];
        }
        int warm = repeats / 2;
        Arrays.sort(seconds, warm, repeats);
        return seconds[(warm + repeats) / 2];
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) * 1e-9;
    }
}
