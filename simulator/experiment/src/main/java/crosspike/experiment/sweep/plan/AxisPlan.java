package crosspike.experiment.sweep.plan;

import crosspike.input.Key;
import crosspike.input.Node;
import crosspike.input.UserError;
import java.util.List;
import java.util.Map;

/**
 * One axis as the plan file states it, in one of six ways: values of a key, values of several keys, a range, random numbers,
 * variants, a Latin hypercube. Crosspike writes a seventh: an axis that named files, with their contents.
 *
 * @param key key of the config; null if the axis is not about one key
 * @param keys keys that change together; null if the axis is about one
 * @param values values of the key, or a list of values for each step of several keys; null if there is no list
 * @param from first value of a range; null if there is none
 * @param to last value of a range; null if there is none
 * @param steps values of a range, both ends among them; null if there is no range
 * @param scale how a range is divided
 * @param whole whether the values of a range are rounded to whole numbers
 * @param random numbers to draw; null if there are none
 * @param seed seed of the draws
 * @param name what variants are called in the table; null: variant
 * @param variants settings by name; null if there are none
 * @param latinHypercube points over several keys; null if there are none
 * @param written steps written out; null if the axis is one of the above
 */
public record AxisPlan(
        @Key(doc = "Key of the config, such as device.levels.", optional = true)
        String key,

        @Key(doc = "Keys that change together.", optional = true)
        List<String> keys,

        @Key(doc = "Values; of several keys, a list for each step.", optional = true)
        List<Node> values,

        @Key(doc = "First value of a range.", optional = true)
        String from,

        @Key(doc = "Last value of a range.", optional = true)
        String to,

        @Key(doc = "Values of a range, both ends among them.", optional = true, min = 2, max = 1e6)
        Integer steps,

        @Key(doc = "How a range is divided.", defaultValue = "linear")
        Scale scale,

        @Key(
                doc = "Round the values of a range to whole numbers; those that become equal are one.",
                defaultValue = "false")
        boolean whole,

        @Key(doc = "Numbers to draw.", optional = true) RandomPlan random,

        @Key(doc = "Seed of the draws.", defaultValue = "1") long seed,

        @Key(doc = "Column of the variants in the table; absent: variant.", optional = true)
        String name,

        @Key(doc = "Settings by name: each variant sets its keys.", optional = true)
        Map<String, Map<String, Node>> variants,

        @Key(doc = "Points over several keys at once.", optional = true)
        LatinHypercubePlan latinHypercube,

        @Key(doc = "Steps written out, as sweep.yaml of a folder has those that named files.", optional = true)
        Axis written) {
    private static final String FORMS =
            "expected one of: key with values; keys with values; key with from, to and steps;"
                    + " key with random; variants; latin_hypercube";

    public AxisPlan {
        boolean range = from != null || to != null || steps != null;
        int forms = (values != null ? 1 : 0)
                + (range ? 1 : 0)
                + (random != null ? 1 : 0)
                + (variants != null ? 1 : 0)
                + (latinHypercube != null ? 1 : 0)
                + (written != null ? 1 : 0);
        boolean oneKey = key != null && keys == null && (values != null || range || random != null);
        boolean manyKeys = key == null && keys != null && values != null;
        boolean noKey = key == null && keys == null && (variants != null || latinHypercube != null || written != null);
        if (forms != 1 || !(oneKey || manyKeys || noKey)) {
            throw new UserError("this axis is none or several of what an axis can be; " + FORMS);
        }
        if (range && (from == null || to == null || steps == null)) {
            throw new UserError("a range lacks one of from, to and steps; " + FORMS);
        }
        if (values != null && values.isEmpty() || variants != null && variants.isEmpty()) {
            throw new UserError("this axis has no values; expected one or more");
        }
        if (keys != null) {
            checkSteps(keys, values);
        }
    }

    private static void checkSteps(List<String> keys, List<Node> values) {
        for (Node step : values) {
            if (!(step instanceof Node.Sequence list && list.items().size() == keys.size())) {
                throw new UserError("values has " + step.shown() + " for " + keys.size()
                        + " keys; expected a list of as many values, such as [[1, 2], [3, 4]]");
            }
        }
    }

    /** An axis with its steps written out. */
    public static AxisPlan of(Axis axis) {
        return new AxisPlan(null, null, null, null, null, null, Scale.LINEAR, false, null, 1, null, null, null, axis);
    }
}
