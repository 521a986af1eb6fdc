package crosspike.experiment.sweep.plan;

import crosspike.input.Key;

/**
 * One dimension of a Latin hypercube.
 *
 * @param key key of the config
 * @param from one end, as typed
 * @param to the other end
 * @param scale on which the strata are equally wide
 * @param whole whether the values are rounded to whole numbers
 */
public record DrawnKey(
        @Key(doc = "Key of the config, such as device.pulses.")
        String key,

        @Key(doc = "One end.") String from,
        @Key(doc = "The other end.") String to,

        @Key(doc = "The scale on which the strata are equally wide.", defaultValue = "linear")
        Scale scale,

        @Key(doc = "Round to whole numbers.", defaultValue = "false")
        boolean whole) {}
