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
        if (!marked.matches() || !isUnit(marked.group(2))) {
            return new Header(cell.strip(), Optional.empty());
        }
        Optional<String> unit = Optional.of(marked.group(2));
        Optional<Role> whole = Role.of(cell, unit);
        if (whole.isPresent()) { // pulse_V is a voltage, I_d a drain current and not one in days
            return new Header(cell.strip(), unit.filter(whole.get()::takes));
        }
        return Role.of(marked.group(1), unit).isPresent()
                ? new Header(marked.group(1), unit)
                : new Header(cell.strip(), Optional.empty());
    }

    /** One of a unit as a quantity: {@code 1 uS}; {@code 25 uS} is one already. */
    static String one(String unit) {
        return unit.matches("[+-]?[.\\d].*") ? unit : "1 " + unit;
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
