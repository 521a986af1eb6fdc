package crosspike.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;

/** A number in floating point, with its unit unless its dimension has none. */
record QuantityShape(Dimension dimension, Bounds bounds, boolean isSingle) implements Shape {

    @Override
    public Object read(Node node, String path) {
        if (!(node instanceof Node.Scalar scalar)) throw refused(node, path);
        OptionalDouble parsed = dimension.tryParse(scalar.text());
        if (parsed.isEmpty()) throw refused(node, path);
        double value = parsed.getAsDouble();
        if (!bounds.contain(value) || isSingle && Float.isInfinite((float) value)) {
            throw new UserError(Shape.at(path, node.place()) + " is " + node.shown() + "; expected " + range());
        }
        if (isSingle) return (float) value;
        return value;
    }

    @Override
    public Node write(Object value) {
        String text = value instanceof Float single ? dimension.formatSingle(single) : dimension.format((Double) value);
        return Shape.scalar(text, dimension.isBare() ? Node.Kind.NUMBER : Node.Kind.TEXT);
    }

    @Override
    public void describe(ObjectNode schema) {
        switch (dimension) {
            case NONE -> {
                schema.put("type", "number");
                bounds.describe(schema);
            }
            case FRACTION -> {
                schema.putArray("type").add("number").add("string");
                bounds.describe(schema);
                schema.put("pattern", dimension.regex());
            }
            default -> {
                schema.put("type", "string").put("pattern", dimension.regex());
                schema.putArray("examples").add(dimension.example());
                String allowed = range();
                String sentence = Character.toUpperCase(allowed.charAt(0)) + allowed.substring(1) + ".";
                schema.put("description", (schema.path("description").asText() + " " + sentence).strip());
            }
        }
    }

    @Override
    public String expected() {
        String words = bounds.inWords(dimension);
        return words.isEmpty() ? dimension.expected() : dimension.expected() + "," + words;
    }

    private String range() {
        String words = bounds.inWords(dimension);
        String size = isSingle ? "a size that single precision can hold" : "a finite size";
        return dimension.phrase() + (words.isEmpty() ? " of " + size : words);
    }
}
