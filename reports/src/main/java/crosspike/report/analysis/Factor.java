package crosspike.report.analysis;

import java.util.List;

/**
 * What was varied: an axis of the plan other than the seeds, or one key of a Latin hypercube.
 *
 * @param name its key, its keys, or the name of its variants
 * @param values its values as typed, in the order of the plan
 * @param isSpread whether its values were drawn together with others, so that hardly two points share one
 */
public record Factor(String name, List<String> values, boolean isSpread) {
    public Factor {
        values = List.copyOf(values);
    }

    public int size() {
        return values.size();
    }
}
