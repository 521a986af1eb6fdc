package crosspike.device.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crosspike.input.Dimension;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A key in which two data sheets differ.
 *
 * @param key with dots between its parts
 * @param left value in the first sheet as its file would say it; empty if absent
 * @param right value in the second sheet, likewise
 * @param ratio right over left, where both are quantities and the left is not 0
 */
public record SheetDifference(String key, Optional<String> left, Optional<String> right, OptionalDouble ratio) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> WORDS = Set.of("name", "title", "sources", "unverified");

    /** All differences but those of names, sources and remarks, in the order of the keys. */
    public static List<SheetDifference> between(DeviceSheet left, DeviceSheet right) {
        Map<String, String> before = flat(left);
        Map<String, String> after = flat(right);
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<SheetDifference> differences = new ArrayList<>();
        for (String key : keys) {
            String a = before.get(key);
            String b = after.get(key);
            if (a == null || !a.equals(b)) {
                differences.add(new SheetDifference(key, Optional.ofNullable(a), Optional.ofNullable(b), ratio(a, b)));
            }
        }
        return differences;
    }

    private static Map<String, String> flat(DeviceSheet sheet) {
        try {
            Map<String, String> flat = new LinkedHashMap<>();
            flatten(JSON.readTree(RecordWriter.toJson(sheet)), "", flat);
            return flat;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void flatten(JsonNode node, String path, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                if (!WORDS.contains(entry.getKey())) {
                    flatten(entry.getValue(), path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), flat);
                }
            });
        } else {
            flat.put(path, node.isValueNode() ? node.asText() : node.toString());
        }
    }

    private static OptionalDouble ratio(String left, String right) {
        if (left != null && right != null) {
            for (Dimension dimension : Dimension.values()) {
                OptionalDouble from = quantity(dimension, left);
                OptionalDouble to = quantity(dimension, right);
                if (from.isPresent() && to.isPresent() && from.getAsDouble() != 0) {
                    return OptionalDouble.of(to.getAsDouble() / from.getAsDouble());
                }
            }
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble quantity(Dimension dimension, String text) {
        try {
            return OptionalDouble.of(dimension.parse(text));
        } catch (UserError notOfThisDimension) {
            return OptionalDouble.empty();
        }
    }
}
