package crosspike.spice;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as netlists need them: 17 significant digits, a plain exponent, no unit letters ("M" is milli in SPICE). */
final class SpiceNumber {
    private static final MathContext SEVENTEEN_DIGITS = new MathContext(17);

    private SpiceNumber() {}

    /**
     * The value as {@code %.17g} would round it, without trailing zeros: {@code 1e5}, {@code -3.3333333333333331e-1}.
     * The same on every JDK and in every locale, unlike {@code String.format}.
     *
     * @throws IllegalArgumentException if the value is infinite or not a number
     */
    static String text(double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException(value + " cannot stand in a netlist");
        if (value == 0) return "0";
        BigDecimal rounded = new BigDecimal(value).round(SEVENTEEN_DIGITS).stripTrailingZeros();
        String digits = rounded.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - rounded.scale();
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e"
                + exponent;
    }
}
