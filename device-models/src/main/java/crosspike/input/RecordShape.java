package crosspike.input;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A record: a mapping whose keys are the record's components. */
record RecordShape(Class<?> type) implements Shape {
    /**
     * Reflection and the parsing of defaults once for each record, not once for each document: sweeps read thousands. Only when
     * asked for: few documents have all sections.
     */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    /**
     * @throws IllegalArgumentException if {@code type} is not a record: a mistake in the program
     */
    RecordShape {
        if (!type.isRecord()) throw new IllegalArgumentException(type.getName() + " is not a record");
    }

    /**
     * The keys, made ready for use.
     *
     * @throws IllegalArgumentException if a component is no {@link Key}: a mistake in the program
     */
    List<Field> fields() {
        return FIELDS.get(type);
    }

    @Override
    public Object read(Node node, String path) {
        return read(node, path, List.of());
    }

    /** @param others keys that belong to the mapping, too, and are read elsewhere */
    Object read(Node node, String path, List<String> others) {
        if (node.isNull()) return read(new Node.Mapping(Map.of(), node.place()), path, others);
        if (!(node instanceof Node.Mapping mapping)) throw refused(node, path);
        refuseUnknownKeys(mapping, path, others);
        Object[] values =
                fields().stream().map(field -> field.read(mapping, path)).toArray();
        return construct(values, mapping, path);
    }

    private void refuseUnknownKeys(Node.Mapping mapping, String path, List<String> others) {
        List<String> known = Stream.concat(others.stream(), names().stream()).toList();
        mapping.entries().forEach((key, value) -> {
            if (names().contains(key)) return;
            String hint = Suggest.nearest(key, known)
                    .map(nearest -> "did you mean " + Shape.child(path, nearest) + "?")
                    .orElse("known keys" + (path.isEmpty() ? "" : " of " + path) + " are " + String.join(", ", known));
            throw new UserError("unknown key " + Shape.at(Shape.child(path, key), value.place()) + "; " + hint);
        });
    }

    /** The keys. */
    List<String> names() {
        return fields().stream().map(Field::name).toList();
    }

    private Object construct(Object[] values, Node.Mapping mapping, String path) {
        try {
            Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UserError wrong) throw located(wrong, mapping, path);
            if (e.getCause() instanceof RuntimeException bug) throw bug;
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mistake with its place: of the key its message begins with, such as {@code a} or {@code a.b}, else of the whole record. */
    private UserError located(UserError wrong, Node.Mapping mapping, String path) {
        String message = wrong.getMessage();
        String first = message.split(" ", 2)[0];
        String[] keys = first.split("\\.", -1);
        boolean isKey = first.matches("[\\w.]+")
                && fields().stream().anyMatch(field -> field.name().equals(keys[0]));
        if (!isKey) {
            return new UserError(Shape.at(path, mapping.place()) + ": " + message, wrong);
        }
        Node typed = mapping;
        for (String key : keys) {
            typed = typed instanceof Node.Mapping within ? within.entries().getOrDefault(key, typed) : typed;
        }
        String place = Shape.at(Shape.child(path, first), typed.place());
        return new UserError(place + message.substring(first.length()), wrong);
    }

    @Override
    public Node write(Object record) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (Field field : fields()) field.write(record).ifPresent(node -> entries.put(field.name(), node));
        return new Node.Mapping(entries, Shape.written());
    }

    @Override
    public void describe(ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonText.array();
        for (Field field : fields()) {
            ObjectNode property = properties.putObject(field.name());
            property.put("description", field.key().doc());
            if (field.follows().isPresent()) {
                ((VariantShape) field.shape()).describeFollowing(field, schema.withArrayProperty("allOf"));
            } else {
                field.shape().describe(property);
            }
            field.defaultNode()
                    .map(node -> field.shape().write(field.shape().read(node, field.name())))
                    .ifPresent(node -> property.set("default", JsonText.of(node)));
            if (!field.mayBeAbsent()) required.add(field.name());
        }
        if (!required.isEmpty()) schema.set("required", required);
    }

    @Override
    public String expected() {
        return "keys such as "
                + String.join(", ", fields().stream().map(Field::name).limit(3).toList());
    }

    @Override
    public boolean mayBeAbsent() {
        return fields().stream().allMatch(Field::mayBeAbsent);
    }
}
