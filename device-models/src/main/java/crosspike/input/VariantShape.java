package crosspike.input;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;

/**
 * One of several records: a mapping whose key {@code kind} names the record, followed by the record's own keys. The records
 * are those a sealed interface permits; {@code StuckAt} is of the kind {@code stuck-at}.
 */
record VariantShape(Map<String, RecordShape> kinds) implements Shape {
    private static final String KIND = "kind";

    /**
     * @throws IllegalArgumentException if the interface permits anything but records, or one of them has a key {@code kind}
     */
    static VariantShape of(Class<?> sealed) {
        Map<String, RecordShape> kinds = new LinkedHashMap<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            RecordShape shape = RecordShape.of(permitted);
            if (shape.fields().stream().anyMatch(field -> field.name().equals(KIND))) {
                throw new IllegalArgumentException(permitted.getName() + " has a key named " + KIND);
            }
            kinds.put(kind(permitted), shape);
        }
        return new VariantShape(kinds);
    }

    /** {@code iv-nonlinearity} for {@code IvNonlinearity}. */
    static String kind(Class<?> record) {
        return record.getSimpleName().replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }

    @Override
    public Object read(Node node, String path) {
        if (!(node instanceof Node.Mapping mapping)) throw refused(node, path);
        String kindPath = Shape.child(path, KIND);
        Node kind = mapping.entries().get(KIND);
        if (kind == null) {
            throw new UserError(
                    "missing key " + Shape.at(kindPath, mapping.place()) + "; expected " + TextShape.oneOf(names()));
        }
        RecordShape shape = kinds.get((String) new TextShape(names()).read(kind, kindPath));
        Map<String, Node> own = new LinkedHashMap<>(mapping.entries());
        own.remove(KIND);
        return shape.read(new Node.Mapping(own, mapping.place()), path);
    }

    @Override
    public Node write(Object record) {
        String kind = kind(record.getClass());
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put(KIND, Shape.scalar(kind, Node.Kind.TEXT));
        entries.putAll(((Node.Mapping) kinds.get(kind).write(record)).entries());
        return new Node.Mapping(entries, Shape.written());
    }

    @Override
    public void describe(ObjectNode schema) {
        ArrayNode variants = schema.putArray("oneOf");
        for (Entry<String, RecordShape> kind : kinds.entrySet()) {
            ObjectNode variant = variants.addObject();
            kind.getValue().describe(variant);
            ((ObjectNode) variant.get("properties")).putObject(KIND).put("const", kind.getKey());
            ArrayNode required = JsonText.array().add(KIND);
            variant.path("required").forEach(required::add);
            variant.set("required", required);
        }
    }

    @Override
    public String expected() {
        return "a mapping whose kind is one of " + String.join(", ", names());
    }

    private List<String> names() {
        return new ArrayList<>(kinds.keySet());
    }

    static boolean suits(Class<?> type) {
        return type.isSealed()
                && type.isInterface()
                && Arrays.stream(type.getPermittedSubclasses()).allMatch(Class::isRecord);
    }
}
