package crosspike.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** A whole number; {@code 6e4} and {@code 60_000} are fine. */
record WholeShape(boolean isInt, Bounds bounds) implements Shape {

    @Override
    public Object read(Node node, String path) {
        if (!(node instanceof Node.Scalar scalar)) throw refused(node, path);
        long value = Decimals.parse(scalar.text())
                .filter(number -> fits(number) && isWhole(number) && bounds.contain(number.doubleValue()))
                .map(BigDecimal::longValueExact)
                .orElseThrow(() -> refused(node, path));
        if (isInt) return (int) value;
        return value;
    }

    private boolean fits(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(isInt ? Integer.MIN_VALUE : Long.MIN_VALUE)) >= 0
                && number.compareTo(BigDecimal.valueOf(isInt ? Integer.MAX_VALUE : Long.MAX_VALUE)) <= 0;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public Node write(Object value) {
        return Shape.scalar(value.toString(), Node.Kind.NUMBER);
    }

    @Override
    public void describe(ObjectNode schema) {
        schema.put("type", "integer");
        bounds.describe(schema);
    }

    @Override
    public String expected() {
        if (bounds.min() == bounds.max()) return Dimension.NONE.format(bounds.min());
        String words = bounds.inWords(Dimension.NONE);
        if (!words.isEmpty()) return "a whole number" + words;
        return isInt ? "a whole number of at most 2147483647 in size" : "a whole number";
    }
}
