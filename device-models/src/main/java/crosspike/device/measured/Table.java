package crosspike.device.measured;

import crosspike.input.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Lines of numbers under recognised columns.
 *
 * @param text the file
 * @param columns index and factor to SI units of each role that was recognised
 * @param unknown names of the columns that were not
 * @param lines the lines of numbers
 */
record Table(SourceText text, Map<Role, Column> columns, List<String> unknown, List<SourceLine> lines) {
    /** What instruments write where they have no value: SCPI's overflow and not-a-number. */
    private static final double SENTINEL = 9.8e37;

    /**
     * @param index from the left, from 0
     * @param factor one more of its unit in SI units; NaN if its unit is not known
     * @param zero 0 of its unit in SI units
     */
    record Column(int index, double factor, double zero) {}

    boolean has(Role role) {
        return columns.containsKey(role);
    }

    /**
     * The value of a column in SI units; empty if the cell is, or holds what instruments write for no value.
     *
     * @throws UserError if the cell is no number
     */
    OptionalDouble value(SourceLine line, Role role) {
        Column column = columns.get(role);
        String cell = column == null ? "" : line.cell(column.index());
        if (cell.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = Numbers.parse(cell, text.decimal());
        if (number.isEmpty()) {
            throw text.error(line, "\"" + cell + "\" in column " + (column.index() + 1) + " is no number");
        }
        double value = number.getAsDouble();
        return Double.isNaN(value) || Math.abs(value) >= SENTINEL
                ? OptionalDouble.empty()
                : OptionalDouble.of(column.zero() + value * column.factor());
    }

    /**
     * Whether there is such a column.
     *
     * @throws UserError if there is, but its unit is not known
     */
    boolean hasKnown(Role role) {
        Column column = columns.get(role);
        if (column != null && Double.isNaN(column.factor())) {
            String name = role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            throw new Unsaid(
                    text.name() + " has no unit for column " + (column.index() + 1) + ", " + name,
                    role.isMeasured()
                            ? "give it with --unit, such as --unit " + example(role)
                            : "name the columns with their units, such as --columns \"V (V),I (A)\"");
        }
        return column != null;
    }

    static String example(Role role) {
        return switch (role.dimension()) {
            case RESISTANCE -> "kohm";
            case CURRENT -> "nA";
            default -> "uS";
        };
    }

    /** The text of a column; empty if there is none. */
    String text(SourceLine line, Role role) {
        Column column = columns.get(role);
        return column == null ? "" : line.cell(column.index());
    }

    String recognised() {
        return columns.keySet().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
