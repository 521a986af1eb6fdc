package crosspike.experiment.sweep.plan;

import crosspike.input.Key;
import crosspike.input.UserError;
import java.util.List;

/**
 * Points spread over several keys at once: along each key, every one of {@code count} equal strata holds one point.
 *
 * @param count how many points
 * @param seed seed of the draws
 * @param axes the keys
 */
public record LatinHypercubePlan(
        @Key(doc = "How many points.", min = 1, max = 1e6) int count,

        @Key(doc = "Seed of the draws.", defaultValue = "1") long seed,

        @Key(doc = "The keys, each with its ends.") List<DrawnKey> axes) {

    public LatinHypercubePlan {
        if (axes.isEmpty()) {
            throw new UserError("latin_hypercube has no axes; expected one or more, each a key with from and to");
        }
    }
}
