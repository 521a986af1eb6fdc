package crosspike.input;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One of several records: a mapping whose key {@code kind} names the record, followed by the record's own keys. The records
 * are those a sealed interface permits; {@code StuckAt} is of the kind {@code stuck-at}, unless {@link Kind} says otherwise.
 *
 * @param kinds the records; the shape of each is found when it is needed
 * @param usual kind of a mapping that says none; empty if it has to
 * @param follows key beside this one whose kind holds here; empty if the mapping has its own
 */
record VariantShape(Map<String, Class<?>> kinds, String usual, String follows) implements Shape {
    private static final String KIND = "kind";

    /**
     * @throws IllegalArgumentException if there is no kind {@code usual}: a mistake in the program
     */
    static VariantShape of(Class<?> sealed, String usual, String follows) {
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) kinds.put(kind(permitted), permitted);
        if (!usual.isEmpty() && !kinds.containsKey(usual)) {
            throw new IllegalArgumentException(sealed.getName() + " has no kind " + usual);
        }
        return new VariantShape(kinds, usual, follows);
    }

    /** {@code iv-nonlinearity} for {@code IvNonlinearity}. */
    static String kind(Class<?> record) {
        Kind named = record.getAnnotation(Kind.class);
        return named != null
                ? named.value()
                : record.getSimpleName().replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * The keys of a kind.
     *
     * @throws IllegalArgumentException if the record has a key {@code kind}: a mistake in the program
     */
    RecordShape shape(String kind) {
        RecordShape shape = new RecordShape(kinds.get(kind));
        if (shape.names().contains(KIND)) {
            throw new IllegalArgumentException(shape.type().getName() + " has a key named " + KIND);
        }
        return shape;
    }

    @Override
    public Object read(Node node, String path) {
        if (node.isNull() && mayBeAbsent()) return read(new Node.Mapping(Map.of(), node.place()), path);
        if (!(node instanceof Node.Mapping mapping)) throw refused(node, path);
        String kindPath = Shape.child(path, KIND);
        Node kind = mapping.entries().get(KIND);
        if (kind == null && usual.isEmpty()) {
            throw new UserError(
                    "missing key " + Shape.at(kindPath, mapping.place()) + "; expected " + TextShape.oneOf(names()));
        }
        Map<String, Node> own = new LinkedHashMap<>(mapping.entries());
        own.remove(KIND);
        return read(new Node.Mapping(own, mapping.place()), path, chosen(kind, kindPath), kindPath, List.of(KIND));
    }

    /** The same where another key says the kind. */
    Object readFollowing(Node node, String path, Node followed) {
        Node kind = followed instanceof Node.Mapping mapping ? mapping.entries().get(KIND) : null;
        String kindPath = Shape.child(follows, KIND);
        return read(node, path, chosen(kind, kindPath), kindPath, List.of());
    }

    private String chosen(Node kind, String kindPath) {
        return kind == null ? usual : (String) new TextShape(names()).read(kind, kindPath);
    }

    private Object read(Node node, String path, String kind, String kindPath, List<String> others) {
        if (node instanceof Node.Mapping mapping) refuseKeysOfOthers(mapping, path, kind, kindPath, others);
        return shape(kind).read(node, path, others);
    }

    private void refuseKeysOfOthers(
            Node.Mapping mapping, String path, String kind, String kindPath, List<String> others) {
        if (usual.isEmpty()) return;
        List<String> known =
                Stream.concat(others.stream(), shape(kind).names().stream()).toList();
        mapping.entries().forEach((key, value) -> {
            if (known.contains(key)) return;
            for (String other : kinds.keySet()) {
                if (shape(other).names().contains(key)) {
                    throw new UserError(Shape.at(Shape.child(path, key), value.place()) + " is a key of " + kindPath
                            + " " + other + ", but the kind is " + kind + "; known keys"
                            + (path.isEmpty() ? "" : " of " + path) + " are " + String.join(", ", known));
                }
            }
        });
    }

    @Override
    public Node write(Object record) {
        String kind = kind(record.getClass());
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put(KIND, Shape.scalar(kind, Node.Kind.TEXT));
        entries.putAll(((Node.Mapping) writeFollowing(record)).entries());
        return new Node.Mapping(entries, Shape.written());
    }

    /** The same where another key says the kind. */
    Node writeFollowing(Object record) {
        return shape(kind(record.getClass())).write(record);
    }

    @Override
    public void describe(ObjectNode schema) {
        ArrayNode variants = schema.putArray("oneOf");
        for (String kind : kinds.keySet()) {
            ObjectNode variant = variants.addObject();
            shape(kind).describe(variant);
            ((ObjectNode) variant.get("properties")).putObject(KIND).put("const", kind);
            ArrayNode required = JsonText.array();
            if (!kind.equals(usual)) required.add(KIND);
            variant.path("required").forEach(required::add);
            if (!required.isEmpty()) variant.set("required", required);
        }
    }

    /** Describes the keys of each kind under the condition that the other key is of that kind. */
    void describeFollowing(Field field, ArrayNode conditions) {
        for (String kind : kinds.keySet()) {
            ObjectNode condition = conditions.addObject();
            ObjectNode followed =
                    condition.putObject("if").putObject("properties").putObject(follows);
            followed.putObject("properties").putObject(KIND).put("const", kind);
            if (!kind.equals(usual)) {
                followed.putArray("required").add(KIND);
                ((ObjectNode) condition.get("if")).putArray("required").add(follows);
            }
            ObjectNode then =
                    condition.putObject("then").putObject("properties").putObject(field.name());
            shape(kind).describe(then);
        }
    }

    @Override
    public boolean mayBeAbsent() {
        return !usual.isEmpty() && shape(usual).mayBeAbsent();
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
