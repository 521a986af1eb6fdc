package crosspike.cli;

import crosspike.input.UserError;

/**
 * One {@code --set KEY=VALUE}.
 *
 * @param key such as {@code device.levels}
 * @param value as typed in YAML
 */
record Setting(String key, String value) {

    static Setting parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new UserError("--set " + text + (equals < 0 ? " has no value" : " has no key")
                    + "; expected KEY=VALUE, such as device.levels=16");
        }
        return new Setting(text.substring(0, equals), text.substring(equals + 1));
    }
}
