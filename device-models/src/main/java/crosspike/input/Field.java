package crosspike.input;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One key of a record: what {@link Key} declares, made ready for use.
 *
 * @param isWrapped whether the component is an {@link Optional} of the shape's values
 * @param defaultNode the default; empty if there is none
 */
record Field(
        String name, Key key, Shape shape, RecordComponent component, boolean isWrapped, Optional<Node> defaultNode) {
    private static final Pattern WORD_BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /**
     * @throws IllegalArgumentException if the component's declaration contradicts itself: a mistake in the program
     */
    static Field of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        String where = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        if (key == null) throw new IllegalArgumentException(where + " has no @Key");
        Type type = component.getGenericType();
        boolean isWrapped = type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        boolean isOptional = isWrapped || key.optional();
        if (isOptional && !key.defaultValue().isEmpty()) {
            throw new IllegalArgumentException(where + " is optional and has a default");
        }
        if (isOptional && component.getType().isPrimitive()) {
            throw new IllegalArgumentException(where + " is optional, but a primitive cannot be absent");
        }
        Type valueType = isWrapped ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
        String name = key.name().isEmpty() ? snakeCase(key.dimension().withoutUnit(component.getName())) : key.name();
        Optional<Node> defaultNode = key.defaultValue().isEmpty()
                ? Optional.empty()
                : TreeParser.parse(key.defaultValue(), false, line -> new Place("default", 0));
        return new Field(name, key, Shapes.of(valueType, key), component, isWrapped, defaultNode);
    }

    private static String snakeCase(String camelCase) {
        return WORD_BORDER.matcher(camelCase).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    boolean isOptional() {
        return isWrapped || key.optional();
    }

    /** The key whose kind holds for this one. */
    Optional<String> follows() {
        return key.kindOf().isEmpty() ? Optional.empty() : Optional.of(key.kindOf());
    }

    boolean mayBeAbsent() {
        return isOptional() || !key.defaultValue().isEmpty() || shape.mayBeAbsent();
    }

    /** The component's value for the node of its key, or for its absence. */
    Object read(Node.Mapping parent, String parentPath) {
        String path = Shape.child(parentPath, name);
        Node node = parent.entries().get(name);
        if (follows().isPresent()) {
            Node own = node == null ? new Node.Mapping(Map.of(), parent.place()) : node;
            return ((VariantShape) shape)
                    .readFollowing(own, path, parent.entries().get(follows().get()));
        }
        if (isOptional()) {
            Object value = node == null || node.isNull() ? null : shape.read(node, path);
            return isWrapped ? Optional.ofNullable(value) : value;
        }
        if (node != null) return shape.read(node, path);
        if (defaultNode.isPresent()) return shape.read(defaultNode.get(), path);
        if (shape instanceof RecordShape || shape.mayBeAbsent())
            return shape.read(new Node.Mapping(Map.of(), parent.place()), path);
        throw new UserError("missing key " + Shape.at(path, parent.place()) + "; expected " + shape.expected());
    }

    /** The node for the component of a record; empty if it is absent. */
    Optional<Node> write(Object record) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(record);
            if (value instanceof Optional<?> optional) value = optional.orElse(null);
            if (follows().isPresent()) return Optional.of(((VariantShape) shape).writeFollowing(value));
            return Optional.ofNullable(value).map(shape::write);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
