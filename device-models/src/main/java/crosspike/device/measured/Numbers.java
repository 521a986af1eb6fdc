package crosspike.device.measured;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as instruments write them. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eEdD][+-]?\\d{1,3})?");

    private Numbers() {}

    /** Empty for what is no number; NaN and infinite for the words that mean these, whatever their case. */
    static OptionalDouble parse(String text, char decimal) {
        String plain = text.strip();
        if (plain.equalsIgnoreCase("nan")) {
            return OptionalDouble.of(Double.NaN);
        }
        if (plain.matches("(?i)[+-]?inf(inity)?")) {
            return OptionalDouble.of(plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        String point = decimal == '.' ? plain : plain.replace(decimal, '.');
        if (!NUMBER.matcher(point).matches() || decimal != '.' && plain.indexOf('.') >= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(point.replace('d', 'e').replace('D', 'e')));
    }

    /** Text that reads back as the same number to twelve digits, which no instrument has; empty for NaN. */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 7) {
            return rounded.toPlainString();
        }
        BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent);
        return mantissa.toPlainString() + "e" + exponent;
    }
}
