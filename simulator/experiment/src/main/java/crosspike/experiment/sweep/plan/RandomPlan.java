package crosspike.experiment.sweep.plan;

import crosspike.input.Key;

/**
 * Numbers drawn between two others, each as likely as any other on the scale.
 *
 * @param from one end, as typed
 * @param to the other end
 * @param count how many
 * @param scale on which they are drawn evenly
 * @param whole whether they are rounded to whole numbers
 */
public record RandomPlan(
        @Key(doc = "One end.") String from,
        @Key(doc = "The other end.") String to,

        @Key(doc = "How many different numbers are drawn; fewer if the range holds fewer.", min = 1, max = 1e6)
        int count,

        @Key(doc = "The scale on which every place is as likely as any other.", defaultValue = "linear")
        Scale scale,

        @Key(doc = "Round to whole numbers.", defaultValue = "false")
        boolean whole) {}
