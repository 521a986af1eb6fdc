package crosspike.input;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Text; one of the choices, if there are any. A bare number is taken as its text. */
record TextShape(List<String> choices) implements Shape {

    @Override
    public Object read(Node node, String path) {
        boolean isText = node instanceof Node.Scalar scalar
                && (scalar.kind() == Node.Kind.TEXT || scalar.kind() == Node.Kind.NUMBER);
        if (!isText) throw refused(node, path);
        String text = ((Node.Scalar) node).text();
        if (!choices.isEmpty() && !choices.contains(text)) throw notAChoice(this, node, path, choices);
        return text;
    }

    /** The error for a text that is none of the choices; it suggests the nearest. */
    static UserError notAChoice(Shape shape, Node node, String path, List<String> choices) {
        UserError refused = shape.refused(node, path);
        return node instanceof Node.Scalar scalar
                ? Suggest.nearest(scalar.text(), choices)
                        .map(nearest -> new UserError(refused.getMessage() + "; did you mean " + nearest + "?"))
                        .orElse(refused)
                : refused;
    }

    @Override
    public Node write(Object value) {
        return Shape.scalar((String) value, Node.Kind.TEXT);
    }

    @Override
    public void describe(ObjectNode schema) {
        if (choices.isEmpty()) {
            schema.putArray("type").add("string").add("number");
        } else {
            describeChoices(schema, choices);
        }
    }

    static void describeChoices(ObjectNode schema, List<String> choices) {
        ArrayNode names = schema.putArray("enum");
        choices.forEach(names::add);
    }

    @Override
    public String expected() {
        return choices.isEmpty() ? "text" : oneOf(choices);
    }

    static String oneOf(List<String> choices) {
        return choices.size() == 1 ? choices.get(0) : "one of " + String.join(", ", choices);
    }
}
