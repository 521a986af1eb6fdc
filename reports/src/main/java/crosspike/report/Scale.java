package crosspike.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/**
 * A unit that engineers read, such as nJ or µm².
 *
 * @param symbol such as {@code nJ}
 * @param size one of it in the SI unit
 */
public record Scale(String symbol, double size) {
    private static final MathContext DIGITS = new MathContext(4);
    private static final List<String> PREFIXES = List.of("a", "f", "p", "n", "µ", "m", "", "k", "M", "G");
    private static final int SMALLEST_EXPONENT = -18;
    private static final List<Scale> AREAS =
            List.of(new Scale("nm²", 1e-18), new Scale("µm²", 1e-12), new Scale("mm²", 1e-6), new Scale("m²", 1));

    /** The prefixed unit in which the largest of some values has one to three digits before the point. */
    public static Scale of(Collection<Double> values, String unit) {
        BigDecimal largest = largest(values);
        if (largest.signum() == 0) {
            return new Scale(unit, 1);
        }
        int exponent = largest.precision() - largest.scale() - 1;
        int prefix = Math.floorDiv(exponent - SMALLEST_EXPONENT, 3);
        int index = Math.max(0, Math.min(PREFIXES.size() - 1, prefix));
        return new Scale(PREFIXES.get(index) + unit, Double.parseDouble("1e" + (SMALLEST_EXPONENT + 3 * index)));
    }

    /** The unit of area in which the largest of some values, in m², is at least 0.1. */
    static Scale ofAreas(Collection<Double> values) {
        double largest = largest(values).doubleValue();
        return AREAS.stream()
                .filter(scale -> largest < 1e5 * scale.size)
                .findFirst()
                .orElse(AREAS.get(AREAS.size() - 1));
    }

    /** A single value with its unit, such as {@code 12.34 nJ}. */
    public static String text(double value, String unit) {
        return of(List.of(value), unit).withUnit(value);
    }

    static String areaText(double squareMetres) {
        return ofAreas(List.of(squareMetres)).withUnit(squareMetres);
    }

    /** A value with this unit, to four digits; a dash for what is not a number. */
    String withUnit(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return value == 0 ? "0" : digits(value / size) + " " + symbol;
    }

    /**
     * A value in this unit with as many decimals as give {@code total} four digits, so that the numbers of a column can be
     * added; {@code < 0.01} for a value that would vanish.
     */
    String inColumnOf(double total, double value) {
        if (!Double.isFinite(value) || !Double.isFinite(total)) {
            return "–";
        }
        int decimals = decimals(rounded(total / size));
        BigDecimal shown = new BigDecimal(value / size).setScale(decimals, RoundingMode.HALF_EVEN);
        boolean vanishes = value != 0 && shown.signum() == 0;
        return vanishes ? "< " + BigDecimal.ONE.movePointLeft(decimals).toPlainString() : shown.toPlainString();
    }

    /** Four significant digits, never in scientific notation. */
    public static String digits(double value) {
        BigDecimal rounded = rounded(value);
        return rounded.setScale(decimals(rounded), RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A number as short as it is, such as {@code 32} or {@code 0.5}. */
    public static String plain(double value) {
        return rounded(value).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(DIGITS);
    }

    private static int decimals(BigDecimal value) {
        return value.signum() == 0 ? 0 : Math.max(0, DIGITS.getPrecision() - value.precision() + value.scale());
    }

    private static BigDecimal largest(Collection<Double> values) {
        double largest = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return rounded(largest);
    }
}
