package crosspike.experiment.sweep.plan;

import crosspike.input.Dimension;
import crosspike.input.UserError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

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
            try {
                return Optional.of(new Quantity(dimension.parse(text), dimension));
            } catch (UserError anotherDimension) {
                // the next one
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
