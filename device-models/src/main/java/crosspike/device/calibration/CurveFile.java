package crosspike.device.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosspike.device.PulseCurve;
import crosspike.input.JsonFile;
import crosspike.input.UserError;
import java.nio.file.Path;

/**
 * Pulse curves as tools exchange them to compare each other: a JSON file with the inputs of curves under
 * {@code pulseModel} and labels under {@code normA_from_NL}. Keys carry their units.
 */
public final class CurveFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CURVES = "pulseModel";
    private static final String LABELS = "normA_from_NL";

    private final Path file;
    private final LabelConvention convention;

    private CurveFile(Path file, LabelConvention convention) {
        this.file = file;
        this.convention = convention;
    }

    /**
     * Computes what a file asks for.
     *
     * @param file its {@code pulseModel} is a list of objects with {@code NL_LTP}, {@code NL_LTD}, {@code numLevelLTP},
     *     {@code numLevelLTD}, {@code minConductance_S} and {@code maxConductance_S}; its {@code normA_from_NL} a list of
     *     objects with {@code NL}. Either may be missing, other keys do not matter.
     * @return JSON of the same shape, each curve with its {@code outputs} and each label with its {@code normA}. What is
     *     infinite for a straight line is null.
     * @throws UserError naming the key, if something is missing or out of range
     */
    public static String fill(Path file, LabelConvention convention) {
        return new CurveFile(file, convention).filled();
    }

    private String filled() {
        JsonNode root = read();
        if (!root.has(CURVES) && !root.has(LABELS)) {
            throw new UserError(file + " has neither " + CURVES + " nor " + LABELS
                    + "; expected a JSON object with one of these lists");
        }
        ObjectNode result = JSON.createObjectNode();
        if (root.has(CURVES)) {
            ArrayNode curves = result.putArray(CURVES);
            list(root, CURVES).forEach(curve -> curves.add(curve(curve, CURVES + "[" + curves.size() + "]")));
        }
        if (root.has(LABELS)) {
            ArrayNode labels = result.putArray(LABELS);
            list(root, LABELS).forEach(label -> labels.add(label(label, LABELS + "[" + labels.size() + "]")));
        }
        return result.toPrettyString() + "\n";
    }

    private JsonNode read() {
        JsonNode root = JsonFile.read(file, "a JSON object with the list " + CURVES);
        if (root.isObject()) {
            return root;
        }
        throw new UserError(file + " holds no JSON object; expected one with the list " + CURVES);
    }

    private JsonNode list(JsonNode root, String key) {
        JsonNode list = root.get(key);
        if (!list.isArray()) {
            throw new UserError(key + " (" + file + ") is no list; expected a list of objects");
        }
        return list;
    }

    private ObjectNode curve(JsonNode curve, String path) {
        ObjectNode filled = object(curve, path);
        JsonNode inputs = filled.path("inputs").isObject() ? filled.get("inputs") : filled;
        double min = number(inputs, "minConductance_S", path);
        double max = number(inputs, "maxConductance_S", path);
        SampledCurve rising = curve(inputs, "NL_LTP", "numLevelLTP", min, max, path);
        SampledCurve falling = curve(inputs, "NL_LTD", "numLevelLTD", min, max, path);

        ObjectNode outputs = filled.putObject("outputs");
        put(outputs, "normA_LTP", rising.shape());
        put(outputs, "normA_LTD", falling.shape());
        put(outputs, "A_LTP_pulses", rising.pulses());
        put(outputs, "A_LTD_pulses", falling.pulses());
        put(outputs, "B_LTP_S", rising.plateauSiemens());
        put(outputs, "B_LTD_S", falling.plateauSiemens());
        put(outputs.putArray("G_LTP_S"), rising.siemens());
        put(outputs.putArray("G_LTD_S"), falling.falling());
        return filled;
    }

    private SampledCurve curve(JsonNode inputs, String label, String count, double min, double max, String path) {
        double pulses = number(inputs, count, path);
        if (!(pulses >= 1 && pulses <= PulseCurve.MAX_PULSES && pulses == Math.rint(pulses))) {
            throw new UserError(path + "." + count + " (" + file + ") is " + inputs.get(count)
                    + "; expected a whole number of pulses from 1 to " + PulseCurve.MAX_PULSES);
        }
        double shape = shape(number(inputs, label, path), path + "." + label);
        try {
            return SampledCurve.of(shape, (int) pulses, min, max);
        } catch (UserError e) {
            throw new UserError(path + " (" + file + "): " + e.getMessage(), e);
        }
    }

    private ObjectNode label(JsonNode label, String path) {
        ObjectNode filled = object(label, path);
        put(filled, "normA", shape(number(filled, "NL", path), path + ".NL"));
        return filled;
    }

    private double shape(double label, String path) {
        try {
            return convention.shape(label);
        } catch (UserError e) {
            throw new UserError(path + " (" + file + "): " + e.getMessage(), e);
        }
    }

    private ObjectNode object(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            return object.deepCopy();
        }
        throw new UserError(path + " (" + file + ") is no object; expected keys and values");
    }

    private double number(JsonNode parent, String key, String path) {
        JsonNode value = parent.get(key);
        if (value == null) {
            throw new UserError(path + "." + key + " (" + file + ") is missing; expected a number");
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new UserError(path + "." + key + " (" + file + ") is " + value + "; expected a number");
        }
        return value.doubleValue();
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    private static void put(ArrayNode array, double[] values) {
        for (double value : values) {
            array.add(value);
        }
    }
}
