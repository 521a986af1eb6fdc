package crosspike.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A list whose elements all have one shape. */
record ListShape(Shape element) implements Shape {

    @Override
    public Object read(Node node, String path) {
        if (!(node instanceof Node.Sequence sequence)) throw refusedList(node, path);
        List<Object> values = new ArrayList<>();
        for (Node item : sequence.items()) {
            values.add(element.read(item, Shape.child(path, Integer.toString(values.size()))));
        }
        return List.copyOf(values);
    }

    /** A change of an element where there is no list makes a mapping, which nobody has typed. */
    private UserError refusedList(Node node, String path) {
        if (node.place().line() > 0 || !(node instanceof Node.Mapping mapping)) return refused(node, path);
        return mapping.entries().keySet().stream()
                .filter(key -> key.matches("[0-9]+"))
                .findFirst()
                .map(index -> new UserError(Shape.at(path, node.place()) + " has no element " + index
                        + " to change; expected " + expected()))
                .orElseGet(() -> refused(node, path));
    }

    @Override
    public Node write(Object value) {
        return new Node.Sequence(((List<?>) value).stream().map(element::write).toList(), Shape.written());
    }

    @Override
    public void describe(ObjectNode schema) {
        element.describe(schema.put("type", "array").putObject("items"));
    }

    @Override
    public String expected() {
        return "a list, each element " + element.expected();
    }
}
