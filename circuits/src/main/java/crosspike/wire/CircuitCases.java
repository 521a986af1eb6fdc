package crosspike.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosspike.input.Suggest;
import crosspike.input.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Circuits as JSON, {@code {"cases": [...]}}: reads each case, solves it and adds its {@code result}. A resistance of
 * {@code null} is an open device, a broken segment or an end that is connected to nothing; one number stands for a whole
 * array of equal ones.
 */
public final class CircuitCases {
    private static final int LONGEST_SHOWN = 60;

    /** Letters that are wrong in a mistyped field; chosen, because fields of other programs differ in more. */
    private static final int SLIPS = 2;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TERMINALS = List.of("left", "right", "top", "bottom");
    private static final List<String> MAY_BE_LEFT_OUT = List.of("access_resistance_ohm", "nonlinear_sinh_b_per_volt");
    private static final List<String> OF_A_TERMINAL = List.of("voltage", "resistance");

    private CircuitCases() {}

    /** Adds more to a case that is solved. */
    public interface Addition {

        /**
         * @param one the case, with its result; to be added to
         * @param number of the case in the file, from 0
         */
        void add(ObjectNode one, int number, CrossbarCircuit circuit, OperatingPoint point);
    }

    /**
     * A copy of the file with {@code result} in each case.
     *
     * @throws UserError naming the case and the field that is wrong
     */
    public static ObjectNode solve(JsonNode file) {
        return solve(file, (one, number, circuit, point) -> {});
    }

    /**
     * A copy of the file with {@code result} and whatever is added in each case.
     *
     * @throws UserError naming the case and the field that is wrong
     */
    public static ObjectNode solve(JsonNode file, Addition addition) {
        if (!(file.path("cases") instanceof ArrayNode)) {
            throw new UserError("cases is missing or no list; expected {\"cases\": [...]}");
        }
        if (file.path("cases").isEmpty()) {
            throw new UserError("cases is empty; expected at least one circuit");
        }
        ObjectNode copy = file.deepCopy();
        int number = 0;
        for (JsonNode one : copy.path("cases")) {
            String name = one.path("id").isTextual() ? "case " + shown(one.path("id")) : "cases[" + number + "]";
            if (!(one instanceof ObjectNode object)) {
                throw new UserError(name + " is no object; expected the fields of one circuit");
            }
            try {
                CrossbarCircuit circuit = circuit(object);
                OperatingPoint point = NodalSolver.solve(circuit);
                object.set("result", json(point));
                addition.add(object, number, circuit, point);
            } catch (UserError e) {
                throw new UserError(name + ": " + e.getMessage(), e);
            }
            number++;
        }
        return copy;
    }

    /**
     * The circuit of one case.
     *
     * @throws UserError naming the field that is wrong
     */
    public static CrossbarCircuit circuit(JsonNode one) {
        int rows = count(one, "rows", "device_resistance_ohm", JsonNode::size);
        int columns = count(
                one, "cols", "device_resistance_ohm", devices -> devices.path(0).size());
        if (rows < 1 || columns < 1) {
            throw new UserError("device_resistance_ohm is missing or empty; expected rows of numbers or null");
        }
        if (TERMINALS.stream().noneMatch(one::hasNonNull)) {
            throw new UserError(
                    "nothing is driven: left, right, top and bottom are missing; expected at least one of them");
        }
        Devices devices = new Devices(
                matrix(one, "device_resistance_ohm", rows, columns, Double.NaN, Double.POSITIVE_INFINITY),
                matrix(one, "access_resistance_ohm", rows, columns, 0, Double.POSITIVE_INFINITY),
                matrix(one, "nonlinear_sinh_b_per_volt", rows, columns, 0, 0));
        Wires wires = new Wires(
                matrix(one, "wl_segment_ohm", rows, columns - 1, Double.NaN, Double.POSITIVE_INFINITY),
                matrix(one, "bl_segment_ohm", rows - 1, columns, Double.NaN, Double.POSITIVE_INFINITY),
                ohms(one, "left", rows),
                ohms(one, "right", rows),
                ohms(one, "top", columns),
                ohms(one, "bottom", columns));
        Drive drive = new Drive(
                volts(one, "left", wires.leftOhms()),
                volts(one, "right", wires.rightOhms()),
                volts(one, "top", wires.topOhms()),
                volts(one, "bottom", wires.bottomOhms()));
        refuseMistypedFields(one);
        return new CrossbarCircuit(wires, devices, drive);
    }

    /** Cases may have fields of other programs, but one that is mistyped would be taken for one that is left out. */
    private static void refuseMistypedFields(JsonNode one) {
        for (Map.Entry<String, JsonNode> field : one.properties()) {
            String name = field.getKey();
            if (TERMINALS.contains(name)) {
                for (Map.Entry<String, JsonNode> part : field.getValue().properties()) {
                    if (!OF_A_TERMINAL.contains(part.getKey())) {
                        throw new UserError(name + "." + part.getKey() + " is unknown; expected voltage or resistance");
                    }
                }
            } else {
                boolean isTerminal = OF_A_TERMINAL.stream().anyMatch(field.getValue()::has);
                for (String known : isTerminal ? TERMINALS : MAY_BE_LEFT_OUT) {
                    if (!one.has(known) && Suggest.distance(name, known) <= SLIPS) {
                        throw new UserError(name + " is unknown; did you mean " + known + "?");
                    }
                }
            }
        }
    }

    private static int count(JsonNode one, String field, String source, Function<JsonNode, Integer> size) {
        JsonNode node = one.path(field);
        if (node.isMissingNode()) {
            return size.apply(one.path(source));
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 1) {
            throw new UserError(field + " is " + shown(node) + "; expected a whole number of 1 or more");
        }
        return node.asInt();
    }

    /**
     * @param absent for all if the field is missing or null; NaN if it must be there
     * @param empty for an element that is null
     */
    private static double[][] matrix(JsonNode one, String field, int rows, int columns, double absent, double empty) {
        JsonNode node = one.path(field);
        double[][] matrix = new double[rows][columns];
        if (rows == 0 || columns == 0) {
            if (holdsNumbers(node)) {
                throw new UserError(field + " has values; expected none for " + rows + " x " + columns);
            }
            return matrix;
        }
        if (node.isMissingNode() || node.isNull()) {
            if (Double.isNaN(absent)) {
                throw new UserError(field + " is missing; expected " + rows + " x " + columns + " numbers");
            }
            for (double[] row : matrix) {
                Arrays.fill(row, absent);
            }
            return matrix;
        }
        if (node.isArray() && node.size() != rows) {
            throw new UserError(field + " has " + node.size() + " rows; expected " + rows);
        }
        for (int i = 0; i < rows; i++) {
            JsonNode row = node.isArray() ? node.path(i) : node;
            matrix[i] = vector(row, node.isArray() ? field + "[" + i + "]" : field, columns, empty);
        }
        return matrix;
    }

    private static boolean holdsNumbers(JsonNode node) {
        boolean holds = false;
        for (JsonNode one : node) {
            holds |= one.isNumber() || holdsNumbers(one);
        }
        return holds;
    }

    private static double[] ohms(JsonNode one, String terminal, int length) {
        JsonNode node = terminal(one, terminal).path("resistance");
        if (node.isMissingNode() && one.path(terminal).has("voltage")) {
            throw new UserError(terminal + ".resistance is missing; expected " + length
                    + " numbers, 0 for an ideal terminal and null for one that is not connected");
        }
        return vector(node, terminal + ".resistance", length, Double.POSITIVE_INFINITY);
    }

    /** Volts of a terminal; a connected end without one is grounded if the field is left out, and a mistake if it is null. */
    private static double[] volts(JsonNode one, String terminal, double[] ohms) {
        JsonNode node = terminal(one, terminal).path("voltage");
        for (int i = 0; i < ohms.length; i++) {
            boolean isConnected = ohms[i] < Double.POSITIVE_INFINITY;
            if (isConnected && (node.isArray() ? node.path(i) : node).isNull()) {
                throw new UserError(terminal + ".voltage" + (node.isArray() ? "[" + i + "]" : "")
                        + " is null, but its resistance is " + ohms[i]
                        + " ohm; expected a number, or null for both if the end is not connected");
            }
        }
        return vector(node, terminal + ".voltage", ohms.length, 0);
    }

    private static JsonNode terminal(JsonNode one, String terminal) {
        JsonNode node = one.path(terminal);
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw new UserError(
                    terminal + " is " + shown(node) + "; expected {\"voltage\": [...], \"resistance\": [...]}");
        }
        return node;
    }

    /** A list of numbers, or one number for all; nulls and a missing list are {@code empty}. */
    private static double[] vector(JsonNode node, String field, int length, double empty) {
        double[] values = new double[length];
        if (node.isArray() && node.size() != length) {
            throw new UserError(field + " has " + node.size() + " values; expected " + length);
        }
        for (int i = 0; i < length; i++) {
            JsonNode one = node.isArray() ? node.path(i) : node;
            if (one.isNumber() && Double.isFinite(one.asDouble())) {
                values[i] = one.asDouble();
            } else if (one.isNull() || one.isMissingNode()) {
                values[i] = empty;
            } else {
                throw new UserError(field + (node.isArray() ? "[" + i + "]" : "") + " is " + shown(one)
                        + "; expected a number or null");
            }
        }
        return values;
    }

    private static String shown(JsonNode node) {
        if (node.isContainerNode()) {
            return node.isArray() ? "a list" : "an object";
        }
        String text = node.isNumber() ? node.asText() : node.toString(); // with quotes and escapes if it is text
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    /** The fields of an operating point; voltages of nodes that no terminal reaches are null. */
    public static ObjectNode json(OperatingPoint point) {
        ObjectNode json = NODES.objectNode();
        json.set("wl_node_voltage", json(point.wordVolts()));
        json.set("bl_node_voltage", json(point.bitVolts()));
        json.set("device_current", json(point.deviceAmps()));
        json.set("left_current_in", json(point.leftAmps()));
        json.set("right_current_in", json(point.rightAmps()));
        json.set("bottom_current_out", json(point.bottomAmps()));
        json.set("top_current_out", json(point.topAmps()));
        json.put("supply_power_w", point.supplyWatts() + 0.0);
        json.put("iterations", point.iterations());
        json.put("residual", point.residual());
        return json;
    }

    private static ArrayNode json(double[][] matrix) {
        ArrayNode array = NODES.arrayNode(matrix.length);
        for (double[] row : matrix) {
            array.add(json(row));
        }
        return array;
    }

    private static ArrayNode json(double[] values) {
        ArrayNode array = NODES.arrayNode(values.length);
        for (double value : values) {
            if (Double.isNaN(value)) {
                array.addNull();
            } else {
                array.add(value + 0.0); // never a negative zero
            }
        }
        return array;
    }
}
