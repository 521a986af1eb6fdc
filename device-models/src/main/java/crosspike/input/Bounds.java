package crosspike.input;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The interval a number must lie in, in SI units.
 *
 * @param min least value; minus infinity for none
 * @param max greatest value; infinity for none
 * @param above excluded lower bound, likewise
 * @param below excluded upper bound, likewise
 */
record Bounds(double min, double max, double above, double below) {

    static Bounds of(Key key) {
        return new Bounds(key.min(), key.max(), key.above(), key.below());
    }

    /** False for NaN and the infinities. */
    boolean contain(double value) {
        return Double.isFinite(value) && value >= min && value <= max && value > above && value < below;
    }

    /** {@code  above 0 s and at most 1 s}, with a blank in front; empty if everything finite is allowed. */
    String inWords(Dimension dimension) {
        String lower = Double.isFinite(above)
                ? " above " + dimension.format(above)
                : Double.isFinite(min) ? " of at least " + dimension.format(min) : "";
        String upper = Double.isFinite(below)
                ? " below " + dimension.format(below)
                : Double.isFinite(max) ? " at most " + dimension.format(max) : "";
        return lower.isEmpty() || upper.isEmpty() ? lower + upper : lower + " and" + upper;
    }

    void describe(ObjectNode schema) {
        put(schema, "minimum", min);
        put(schema, "maximum", max);
        put(schema, "exclusiveMinimum", above);
        put(schema, "exclusiveMaximum", below);
    }

    private static void put(ObjectNode schema, String keyword, double bound) {
        if (Double.isFinite(bound)) schema.set(keyword, DecimalNode.valueOf(Decimals.shortest(bound)));
    }
}
