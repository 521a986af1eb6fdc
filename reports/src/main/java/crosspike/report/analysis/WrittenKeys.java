package crosspike.report.analysis;

import crosspike.input.Document;
import crosspike.input.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A document as keys with dots and their values as text, without what only names and explains. */
final class WrittenKeys {
    private static final Set<String> WORDS = Set.of(
            "name",
            "base.name",
            "device.definition.title",
            "device.definition.sources",
            "device.definition.unverified");

    private WrittenKeys() {}

    static Map<String, String> of(Document document) {
        Map<String, String> keys = new LinkedHashMap<>();
        collect("", document.root(), keys);
        WORDS.forEach(keys::remove);
        return keys;
    }

    private static void collect(String prefix, Node.Mapping mapping, Map<String, String> keys) {
        mapping.entries().forEach((key, value) -> {
            String path = prefix + key;
            if (value instanceof Node.Mapping inner) {
                collect(path + ".", inner, keys);
            } else if (!value.isNull()) {
                keys.put(path, text(value));
            }
        });
    }

    private static String text(Node node) {
        if (node instanceof Node.Scalar scalar) return scalar.text();
        if (node instanceof Node.Sequence list) {
            return list.items().stream().map(WrittenKeys::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Node.Mapping) node)
                .entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
