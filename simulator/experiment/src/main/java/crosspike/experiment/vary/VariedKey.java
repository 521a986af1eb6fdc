package crosspike.experiment.vary;

import crosspike.experiment.config.ConfigFile;
import crosspike.input.Document;
import crosspike.input.Node;
import crosspike.input.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keys of a config that take one value together.
 *
 * @param text as typed: keys with commas between them, a minus before those that take the negated value, such as
 *     {@code device.nonlinearity_ltp,-device.nonlinearity_ltd}
 */
public record VariedKey(String text) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\.?[0-9].*");
    private static final Pattern ZERO = Pattern.compile("[+-]?[0.]+(?![0-9.eE]).*");

    public VariedKey {
        if (List.of(text.split(",", -1)).stream().anyMatch(key -> key.isBlank() || key.equals("-"))) {
            throw new UserError("--key is \"" + text + "\"; expected a key of the config such as device.levels, or"
                    + " several with commas between them");
        }
    }

    /** A config with a value at each of the keys. */
    ConfigFile set(ConfigFile config, String value) {
        ConfigFile changed = config;
        for (Map.Entry<String, Node> setting : settings(value).entrySet()) {
            changed = changed.with("--key", setting.getKey(), setting.getValue());
        }
        return changed;
    }

    /** What each of the keys is set to. */
    Map<String, Node> settings(String value) {
        Map<String, Node> settings = new LinkedHashMap<>();
        for (String key : text.split(",")) {
            boolean isNegated = key.strip().startsWith("-");
            String plain = isNegated ? key.strip().substring(1) : key.strip();
            settings.put(plain, Document.value("--key", plain, isNegated ? negated(value) : value));
        }
        return settings;
    }

    private String negated(String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new UserError("--values has \"" + value + "\", which has no negative; expected numbers, since --key "
                    + text + " negates them");
        }
        if (ZERO.matcher(value).matches()) {
            return value;
        }
        return value.startsWith("-") ? value.substring(1) : "-" + value.replaceFirst("^\\+", "");
    }
}
