package crosspike.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whatever was typed, kept as it is: the value of a key that is known only later. Numbers are kept as they will be written,
 * so that a file and its copy say the same, and so is no value, which may be one: {@code device.levels: null}.
 */
record AnyShape() implements Shape {

    @Override
    public Object read(Node node, String path) {
        return plain(node);
    }

    private static Node plain(Node node) {
        if (node instanceof Node.Sequence list) {
            return new Node.Sequence(list.items().stream().map(AnyShape::plain).toList(), list.place());
        }
        if (node instanceof Node.Mapping mapping) {
            Map<String, Node> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> entries.put(key, plain(value)));
            return new Node.Mapping(entries, mapping.place());
        }
        Node.Scalar scalar = (Node.Scalar) node;
        if (scalar.isNull()) return new Node.Scalar("null", Node.Kind.NULL, scalar.place());
        return scalar.kind() != Node.Kind.NUMBER
                ? scalar
                : Decimals.parse(scalar.text())
                        .map(number -> new Node.Scalar(Decimals.text(number), Node.Kind.NUMBER, scalar.place()))
                        .orElse(new Node.Scalar(scalar.text(), Node.Kind.TEXT, scalar.place()));
    }

    @Override
    public Node write(Object value) {
        return (Node) value;
    }

    @Override
    public void describe(ObjectNode schema) {
        // anything
    }

    @Override
    public String expected() {
        return "a value";
    }
}
