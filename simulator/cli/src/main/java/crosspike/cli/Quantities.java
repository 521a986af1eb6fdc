package crosspike.cli;

import crosspike.input.Dimension;
import crosspike.input.UserError;
import java.util.OptionalDouble;

/** Options whose values are quantities. */
final class Quantities {
    private Quantities() {}

    /**
     * The value of an option in the SI unit of its dimension.
     *
     * @param option such as {@code --timeout}
     * @param text as typed, such as {@code 90 s}
     * @throws UserError naming the option, if the text is no such quantity
     */
    static double of(String option, String text, Dimension dimension) {
        try {
            return dimension.parse(text);
        } catch (UserError e) {
            throw new UserError(option + ": " + e.getMessage(), e);
        }
    }

    /** The same of an option that may be left out; its text is then null. */
    static OptionalDouble ifGiven(String option, String text, Dimension dimension) {
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(of(option, text, dimension));
    }
}
