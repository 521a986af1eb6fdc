package crosspike.report.analysis;

import crosspike.input.Document;
import crosspike.input.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A document as keys with dots, such as {@code axes.0.values}, and their values as text, without what only names and explains. */
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
        mapping.entries().forEach((key, value) -> put(prefix + key, value, keys));
    }

    private static void put(String path, Node value, Map<String, String> keys) {
        if (value instanceof Node.Mapping inner) {
            collect(path + ".", inner, keys);
        } else if (value instanceof Node.Sequence list
                && list.items().stream().anyMatch(Node.Mapping.class::isInstance)) {
            for (int i = 0; i < list.items().size(); i++)
                put(path + "." + i, list.items().get(i), keys);
        } else if (!value.isNull()) {
            keys.put(path, value.typed());
        }
    }
}
