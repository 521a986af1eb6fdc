package crosspike.input;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** True or false. */
record FlagShape() implements Shape {

    @Override
    public Object read(Node node, String path) {
        if (node instanceof Node.Scalar scalar) {
            if (scalar.text().equals("true")) return true;
            if (scalar.text().equals("false")) return false;
        }
        throw refused(node, path);
    }

    @Override
    public Node write(Object value) {
        return Shape.scalar(value.toString(), Node.Kind.BOOLEAN);
    }

    @Override
    public void describe(ObjectNode schema) {
        schema.put("type", "boolean");
    }

    @Override
    public String expected() {
        return "true or false";
    }
}
