package crosspike.device.measured;

import crosspike.input.Dimension;
import crosspike.input.UserError;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name and unit of a column: {@code G (µS)}, {@code Conductance [uS]}, {@code I/A}, {@code R_kohm}, {@code g_S}.
 *
 * @param name without the unit
 * @param unit empty if there is none
 */
record Header(String name, Optional<String> unit) {
    private static final Pattern IN_BRACKETS = Pattern.compile("(.*?)\\s*[(\\[]\\s*([^)\\]]*?)\\s*[)\\]]");
    private static final Pattern AFTER_A_MARK = Pattern.compile("(.*?)\\s*[/_]\\s*([^/_ ]+)");

    static Header of(String cell) {
        Matcher bracketed = IN_BRACKETS.matcher(cell.strip());
        if (bracketed.matches()) {
            return new Header(
                    bracketed.group(1), Optional.of(bracketed.group(2)).filter(unit -> !unit.isEmpty()));
        }
        Matcher marked = AFTER_A_MARK.matcher(cell.strip());
        if (marked.matches()
                && isUnit(marked.group(2))
                && Role.of(marked.group(1)).isPresent()) {
            return new Header(marked.group(1), Optional.of(marked.group(2)));
        }
        return new Header(cell.strip(), Optional.empty());
    }

    static boolean isUnit(String text) {
        for (Dimension dimension : Dimension.values()) {
            if (dimension != Dimension.NONE
                    && dimension != Dimension.FRACTION
                    && inSi("1 " + text, dimension).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The quantity in SI units, if it is one of the dimension. */
    static Optional<Double> inSi(String quantity, Dimension dimension) {
        try {
            return Optional.of(dimension.parse(quantity));
        } catch (UserError notOfThisDimension) {
            return Optional.empty();
        }
    }
}
