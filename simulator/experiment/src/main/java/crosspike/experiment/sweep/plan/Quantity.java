package crosspike.experiment.sweep.plan;

import crosspike.input.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number with its unit, when it is not known which key it is for.
 *
 * @param si value in SI units
 * @param dimension what it measures; numbers without a unit are fractions, as {@code 5 %} is
 */
record Quantity(double si, Dimension dimension) {
    private static final MathContext WRITTEN = new MathContext(6);

    /** The quantity in a text; empty if it is a word. */
    static Optional<Quantity> of(String text) {
        for (Dimension dimension : Dimension.values()) {
            OptionalDouble si = dimension.tryParse(text);
            if (si.isPresent() && Double.isFinite(si.getAsDouble())) {
                return Optional.of(new Quantity(si.getAsDouble(), dimension));
            }
        }
        return Optional.empty();
    }

    /** Whether it is written without a unit. */
    boolean isBare() {
        return dimension == Dimension.FRACTION || dimension == Dimension.NONE;
    }

    /** Whether two quantities can be compared. */
    boolean fits(Quantity other) {
        return dimension == other.dimension;
    }

    /** The value as a user would type it, with six digits: what is between two round numbers is seldom one. */
    static String text(double si, Dimension dimension) {
        return dimension.format(new BigDecimal(si).round(WRITTEN).doubleValue());
    }
}
