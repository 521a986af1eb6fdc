package crosspike.experiment.run;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of record components as keys and columns: snake case, with a unit word at the end turned into its SI symbol.
 * {@code readJoules} becomes {@code read_J}, {@code areaSquareMetres} becomes {@code area_m2}. A component that is nothing
 * but a unit word keeps it.
 */
final class SiNames extends PropertyNamingStrategies.NamingBase {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("SquareMetres", "m2"),
            Map.entry("Metres", "m"),
            Map.entry("Seconds", "s"),
            Map.entry("Hertz", "Hz"),
            Map.entry("Joules", "J"),
            Map.entry("Watts", "W"),
            Map.entry("Volts", "V"),
            Map.entry("Amps", "A"),
            Map.entry("Ohms", "ohm"),
            Map.entry("Siemens", "S"),
            Map.entry("Farads", "F"),
            Map.entry("Kelvin", "K"));
    private static final Pattern UNIT_AT_END = Pattern.compile("(.+?)(" + String.join("|", SYMBOLS.keySet()) + ")");
    private static final Pattern WORD_START = Pattern.compile("(?<!^)(?=\\p{Lu})");

    @Override
    public String translate(String name) {
        return of(name);
    }

    static String of(String component) {
        Matcher unit = UNIT_AT_END.matcher(component);
        return unit.matches() ? snake(unit.group(1)) + "_" + SYMBOLS.get(unit.group(2)) : snake(component);
    }

    private static String snake(String words) {
        return WORD_START.matcher(words).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
