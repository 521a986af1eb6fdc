package crosspike.spice;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as netlists need them: full precision, a plain exponent, no unit letters ("M" is milli in SPICE). */
public final class SpiceNumber {
    private SpiceNumber() {}

    /**
     * The value in as few of 15, 16 or 17 digits as give the same double back, without trailing zeros: {@code 1e5},
     * {@code 2e-1}, {@code -3.333333333333333e-1}. The same on every JDK and in every locale, unlike the library's.
     *
     * @throws IllegalArgumentException if the value is infinite or not a number
     */
    public static String text(double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException(value + " cannot stand in a netlist");
        if (value == 0) return "0";
        BigDecimal rounded = shortest(value).stripTrailingZeros();
        String digits = rounded.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - rounded.scale();
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e"
                + exponent;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) return rounded;
        }
        return exact.round(new MathContext(17));
    }
}
