package crosspike.input;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of quantity a number is. Users write quantities with their unit ({@code "300 us"}, {@code "26 Mohm"}); inside,
 * every number is in the SI unit of its dimension.
 *
 * <p>Prefixes: a f p n u (or µ) m k M G T. {@code M} is mega and {@code m} is milli, unlike in SPICE.
 */
public enum Dimension {
    /** Also in minutes, hours and days, without prefixes: {@code "10 d"} is 864 ks. */
    TIME("a time", "50 ns", List.of("Seconds"), "s"),
    VOLTAGE("a voltage", "0.5 V", List.of("Volts"), "V"),
    CURRENT("a current", "10 uA", List.of("Amps", "Amperes"), "A"),
    RESISTANCE("a resistance", "26 Mohm", List.of("Ohms"), "ohm", "Ohm", "ohms", "Ohms", "\u03a9", "\u2126"),
    CONDUCTANCE("a conductance", "20 uS", List.of("Siemens"), "S"),
    CAPACITANCE("a capacitance", "30 fF", List.of("Farads"), "F"),
    LENGTH("a length", "65 nm", List.of("Metres"), "m"),
    FREQUENCY("a frequency", "100 Hz", List.of("Hertz"), "Hz"),
    ENERGY("an energy", "10 pJ", List.of("Joules"), "J"),
    /** Also in degrees Celsius: {@code "27 C"} is 300.15 K. */
    TEMPERATURE("a temperature", "300 K", List.of("Kelvin"), "K"),
    /** A bare number or a percentage: {@code 0.5} and {@code "50 %"} are the same. */
    FRACTION("a fraction", "50 %", List.of()),
    /** A pure number, written bare. */
    NONE("a number", "0.5", List.of());

    private static final Pattern QUANTITY =
            Pattern.compile("\\s*(?<number>" + Decimals.NUMBER + ")\\s*(?<unit>\\S*)\\s*");
    private static final String PREFIXES = "afpnumkMGT";
    private static final int[] PREFIX_EXPONENTS = {-18, -15, -12, -9, -6, -3, 3, 6, 9, 12};
    private static final Set<String> CELSIUS = Set.of("C", "degC", "\u00b0C");
    private static final BigDecimal CELSIUS_ZERO = new BigDecimal("273.15");
    private static final Map<String, Integer> SECONDS =
            Map.of("min", 60, "h", 3600, "d", 86_400, "day", 86_400, "days", 86_400);

    private final String phrase;
    private final String example;
    private final List<String> unitWords;
    private final List<String> units;
    /** Power of ten of each unit, prefixed or not, that the dimension understands. */
    private final Map<String, Integer> exponents = new HashMap<>();

    Dimension(String phrase, String example, List<String> unitWords, String... units) {
        this.phrase = phrase;
        this.example = example;
        this.unitWords = unitWords;
        this.units = List.of(units);
    }

    static {
        for (Dimension dimension : values()) {
            for (String unit : dimension.units) {
                dimension.exponents.put(unit, 0);
                for (int i = 0; i < PREFIXES.length(); i++) {
                    dimension.exponents.put(PREFIXES.charAt(i) + unit, PREFIX_EXPONENTS[i]);
                }
                dimension.exponents.put("\u00b5" + unit, -6); // micro sign
                dimension.exponents.put("\u03bc" + unit, -6); // Greek mu
            }
        }
        CELSIUS.forEach(unit -> TEMPERATURE.exponents.put(unit, 0));
        FRACTION.exponents.putAll(Map.of("", 0, "%", -2));
        NONE.exponents.put("", 0);
    }

    /**
     * The quantity in SI units.
     *
     * @throws UserError if {@code text} is not a finite number with a unit of this dimension
     */
    public double parse(String text) {
        OptionalDouble value = tryParse(text);
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) return value.getAsDouble();
        throw new UserError(Quoting.quoted(text) + " is not " + phrase + "; expected " + expected());
    }

    /** The quantity in SI units, infinite if it is too large for a double; empty if {@code text} is none. */
    public OptionalDouble tryParse(String text) {
        Matcher quantity = QUANTITY.matcher(text);
        if (!quantity.matches() || !isUnit(quantity.group("unit"))) return OptionalDouble.empty();
        BigDecimal inSi = inSi(Decimals.parse(quantity.group("number")).orElseThrow(), quantity.group("unit"));
        boolean isNegativeZero = inSi.signum() == 0 && quantity.group("number").startsWith("-");
        return OptionalDouble.of(isNegativeZero ? -0.0 : inSi.doubleValue());
    }

    private boolean isUnit(String unit) {
        return exponents.containsKey(unit) || this == TIME && SECONDS.containsKey(unit);
    }

    private BigDecimal inSi(BigDecimal number, String unit) {
        if (this == TEMPERATURE && CELSIUS.contains(unit)) return number.add(CELSIUS_ZERO);
        if (this == TIME && SECONDS.containsKey(unit)) return number.multiply(BigDecimal.valueOf(SECONDS.get(unit)));
        return number.scaleByPowerOfTen(exponents.get(unit));
    }

    /**
     * The shortest text that {@link #parse} turns back into exactly {@code value}, such as {@code 3.0769 nS}.
     *
     * @param value a finite quantity in SI units
     */
    public String format(double value) {
        return value == 0 ? zero(1 / value < 0) : format(Decimals.shortest(value));
    }

    /** As {@link #format(double)}, for a value kept in single precision: fewer digits tell it from its neighbours. */
    public String formatSingle(float value) {
        return value == 0 ? zero(1 / value < 0) : format(Decimals.shortest(value));
    }

    private String zero(boolean isNegative) {
        return (isNegative ? "-0" : "0") + (isBare() ? "" : " " + units.get(0));
    }

    private String format(BigDecimal number) {
        if (isBare()) return Decimals.text(number);
        int thousands = Math.floorDiv(number.precision() - number.scale() - 1, 3) * 3;
        for (int i = 0; i < PREFIX_EXPONENTS.length; i++) {
            if (PREFIX_EXPONENTS[i] == thousands) {
                BigDecimal scaled = number.scaleByPowerOfTen(-thousands).stripTrailingZeros();
                return scaled.toPlainString() + " " + PREFIXES.charAt(i) + units.get(0);
            }
        }
        return Decimals.text(number) + " " + units.get(0);
    }

    /** Whether its values are written without a unit. */
    boolean isBare() {
        return units.isEmpty();
    }

    /** The dimension in words with its article: {@code a time}. */
    String phrase() {
        return phrase;
    }

    /** What a user should type: {@code a time with its unit, e.g. "50 ns"}. */
    String expected() {
        return switch (this) {
            case NONE -> phrase;
            case FRACTION -> "a fraction, e.g. 0.5 or \"50 %\"";
            default -> phrase + " with its unit, e.g. \"" + example + '"';
        };
    }

    String example() {
        return example;
    }

    /** {@code pulseSeconds} without its unit: {@code pulse}; unchanged if it names none. */
    String withoutUnit(String componentName) {
        for (String word : unitWords) {
            if (componentName.endsWith(word)) {
                return componentName.substring(0, componentName.length() - word.length());
            }
        }
        return componentName;
    }

    /** A regular expression for the texts that {@link #parse} takes; Java and ECMAScript understand it alike. */
    String regex() {
        String unit = switch (this) {
            case NONE -> "";
            case FRACTION -> "%?";
            case TIME -> "(?:[" + PREFIXES + "\u00b5\u03bc]?s|min|h|d|days?)";
            case TEMPERATURE -> "(?:[" + PREFIXES + "\u00b5\u03bc]?K|\u00b0C|degC|C)";
            default -> "[" + PREFIXES + "\u00b5\u03bc]?(?:" + String.join("|", units) + ")";
        };
        return "^\\s*" + Decimals.NUMBER + "\\s*" + unit + "\\s*$";
    }
}
