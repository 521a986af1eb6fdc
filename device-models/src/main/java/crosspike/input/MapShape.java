package crosspike.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of one shape under names that the user chooses, in the order typed. */
record MapShape(Shape value) implements Shape {

    @Override
    public Object read(Node node, String path) {
        if (!(node instanceof Node.Mapping mapping)) throw refused(node, path);
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> {
            if (name.isEmpty() || !name.equals(Quoting.printable(name))) {
                throw new UserError(Shape.at(path, entry.place()) + " has the name " + Quoting.quoted(name)
                        + "; expected 1 to " + Quoting.LONGEST + " visible characters");
            }
            values.put(name, value.read(entry, Shape.child(path, name)));
        });
        return Collections.unmodifiableMap(values);
    }

    @Override
    public Node write(Object map) {
        Map<String, Node> entries = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((name, entry) -> entries.put((String) name, value.write(entry)));
        return new Node.Mapping(entries, Shape.written());
    }

    @Override
    public void describe(ObjectNode schema) {
        value.describe(schema.put("type", "object").putObject("additionalProperties"));
    }

    @Override
    public String expected() {
        return "names, each with " + value.expected();
    }
}
