package crosspike.circuit.technology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One file of {@code calibration-data/technology}; every complaint names the file and the key. */
final class TechnologyFile {
    private static final Set<String> NODE_KEYS = Set.of(
            "node_nm",
            "flavour",
            "vdd_V",
            "idealGateCapacitance_F_per_m",
            "overlapCapacitance_F_per_m",
            "fringeCapacitance_F_per_m",
            "resistanceMultiplier",
            "fin",
            "temperature_K",
            "onCurrentN_A_per_m",
            "onCurrentP_A_per_m",
            "offCurrentN_A_per_m",
            "offCurrentP_A_per_m",
            "publishedOffCurrentP_A_per_m",
            "source");
    private static final Set<String> WIRE_KEYS =
            Set.of("wires", "capacitance_F_per_m", "temperatureCoefficient_per_K", "usualWidth_nm", "source");

    private final Path file;
    private final JsonNode root;

    private TechnologyFile(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    static TechnologyFile read(Path file) {
        try {
            JsonNode root = new YAMLMapper().readTree(Files.readString(file));
            if (!(root instanceof ObjectNode)) throw new UserError(file + ": expected keys with values");
            return new TechnologyFile(file, root);
        } catch (JsonProcessingException e) {
            throw new UserError(
                    file + ":" + e.getLocation().getLineNr() + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse("not YAML"),
                    e);
        } catch (IOException e) {
            throw new UserError(file + " cannot be read", e);
        }
    }

    TechnologyNode node() {
        refuseUnknownKeys(NODE_KEYS);
        TemperatureCurve offP = curve("offCurrentP_A_per_m");
        return new TechnologyNode(
                positive(root, "node_nm"),
                flavour(),
                positive(root, "vdd_V"),
                number(root, "idealGateCapacitance_F_per_m")
                        + number(root, "overlapCapacitance_F_per_m")
                        + number(root, "fringeCapacitance_F_per_m"),
                positive(root, "resistanceMultiplier"),
                root.has("fin") ? fin(root.get("fin")) : null,
                curve("onCurrentN_A_per_m"),
                curve("onCurrentP_A_per_m"),
                curve("offCurrentN_A_per_m"),
                offP,
                root.has("publishedOffCurrentP_A_per_m") ? curve("publishedOffCurrentP_A_per_m") : offP,
                texts("source"));
    }

    Wires wires() {
        refuseUnknownKeys(WIRE_KEYS);
        List<Wires.Wire> wires = new ArrayList<>();
        for (JsonNode wire : list("wires")) {
            wires.add(new Wires.Wire(
                    positive(wire, "width_nm"), positive(wire, "aspectRatio"), positive(wire, "resistivity_ohm_m")));
        }
        Map<Double, Double> usualWidths = new HashMap<>();
        root.path("usualWidth_nm")
                .properties()
                .forEach(entry -> usualWidths.put(
                        Double.valueOf(entry.getKey()), entry.getValue().doubleValue()));
        texts("source");
        return new Wires(
                wires,
                positive(root, "capacitance_F_per_m"),
                number(root, "temperatureCoefficient_per_K"),
                usualWidths);
    }

    private Flavour flavour() {
        return switch (root.path("flavour").asText()) {
            case "HP" -> Flavour.HP;
            case "LSTP" -> Flavour.LSTP;
            default -> throw wrong("flavour", root.get("flavour"), "HP or LSTP");
        };
    }

    private Fin fin(JsonNode fin) {
        return new Fin(positive(fin, "height_m"), positive(fin, "width_m"), positive(fin, "pitch_m"));
    }

    private TemperatureCurve curve(String key) {
        List<Double> kelvin = numbers("temperature_K");
        List<Double> values = numbers(key);
        if (values.size() != kelvin.size() || kelvin.size() < 2) {
            throw wrong(key, root.get(key), "as many values as temperature_K has, at least two");
        }
        for (int i = 1; i < kelvin.size(); i++) {
            if (kelvin.get(i) <= kelvin.get(i - 1))
                throw wrong("temperature_K", root.get("temperature_K"), "an ascending list");
        }
        return new TemperatureCurve(kelvin, values);
    }

    private List<Double> numbers(String key) {
        List<Double> values = new ArrayList<>();
        for (JsonNode value : list(key)) {
            if (!(value.isNumber() && value.doubleValue() > 0)) throw wrong(key, value, "numbers above 0");
            values.add(value.doubleValue());
        }
        return values;
    }

    private List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        list(key).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private JsonNode list(String key) {
        JsonNode list = root.get(key);
        if (list == null || !list.isArray() || list.isEmpty()) throw wrong(key, list, "a list");
        return list;
    }

    private double positive(JsonNode parent, String key) {
        return number(parent, key, Double.MIN_VALUE, "a number above 0");
    }

    private double number(JsonNode parent, String key) {
        return number(parent, key, 0, "a number, 0 or more");
    }

    private double number(JsonNode parent, String key, double least, String expected) {
        JsonNode value = parent.get(key);
        boolean ok = value != null && value.isNumber() && value.doubleValue() >= least && value.doubleValue() < 1e30;
        if (!ok) throw wrong(key, value, expected);
        return value.doubleValue();
    }

    private void refuseUnknownKeys(Set<String> known) {
        root.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new UserError(file + ": " + key + " is not a key here; expected one of " + new TreeSet<>(known));
            }
        });
    }

    private UserError wrong(String key, JsonNode value, String expected) {
        return new UserError(
                file + ": " + key + " is " + (value == null ? "missing" : value) + "; expected " + expected);
    }
}
