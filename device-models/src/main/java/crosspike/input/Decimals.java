package crosspike.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decimal text of binary numbers. {@link Double#toString} is not the shortest text before JDK 19; this is, and so the same
 * on every JDK.
 */
final class Decimals {
    /** Digits may be grouped with underscores; exponents beyond three digits are out of any range of ours. */
    static final String NUMBER = "[+-]?(?:[0-9][0-9_]*(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?";

    private static final Pattern WHOLE_TEXT = Pattern.compile(NUMBER);

    private Decimals() {}

    /** The number in {@code text}, which may be surrounded by blanks; empty if it is anything else, NaN included. */
    static Optional<BigDecimal> parse(String text) {
        String trimmed = text.strip();
        return WHOLE_TEXT.matcher(trimmed).matches()
                ? Optional.of(new BigDecimal(trimmed.replace("_", "")))
                : Optional.empty();
    }

    /** The shortest decimal that rounds to {@code value}; of several the nearest. */
    static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) return rounded;
        }
        return exact.round(new MathContext(17));
    }

    /** The shortest decimal that, read as a double and narrowed, gives {@code value}. */
    static BigDecimal shortest(float value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 9; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if ((float) rounded.doubleValue() == value) return rounded;
        }
        return exact.round(new MathContext(9));
    }

    /** A number that every YAML and JSON reader takes for a number: plain digits, or {@code 1.0e-9} with its point. */
    static String text(BigDecimal number) {
        if (number.signum() == 0) return "0";
        BigDecimal stripped = number.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent >= -5 && exponent < 16) return stripped.toPlainString();
        BigDecimal mantissa = stripped.scaleByPowerOfTen(-exponent);
        String digits = mantissa.scale() > 0 ? mantissa.toPlainString() : mantissa.toPlainString() + ".0";
        return digits + (exponent < 0 ? "e" : "e+") + exponent;
    }
}
