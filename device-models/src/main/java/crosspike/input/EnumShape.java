package crosspike.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A constant of an enum, by its name in lower case with hyphens: {@code soft-pruning}. Underscores are fine as well. */
record EnumShape(Map<String, Enum<?>> constants) implements Shape {

    /** @param choices the names allowed; all if empty */
    static EnumShape of(Class<?> type, List<String> choices) {
        Map<String, Enum<?>> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            String name = name((Enum<?>) constant);
            if (choices.isEmpty() || choices.contains(name)) constants.put(name, (Enum<?>) constant);
        }
        return new EnumShape(constants);
    }

    @Override
    public Object read(Node node, String path) {
        if (!(node instanceof Node.Scalar scalar)) throw refused(node, path);
        Enum<?> constant = constants.get(scalar.text().replace('_', '-'));
        if (constant == null) throw TextShape.notAChoice(this, node, path, names());
        return constant;
    }

    @Override
    public Node write(Object value) {
        return Shape.scalar(name((Enum<?>) value), Node.Kind.TEXT);
    }

    @Override
    public void describe(ObjectNode schema) {
        TextShape.describeChoices(schema, names());
    }

    @Override
    public String expected() {
        return TextShape.oneOf(names());
    }

    private List<String> names() {
        return new ArrayList<>(constants.keySet());
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
