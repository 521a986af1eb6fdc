package crosspike.report.paper;

import crosspike.report.analysis.Estimate;

/**
 * A number that was found.
 *
 * @param series the curve or row it belongs to
 * @param at where on the curve, as typed in the plan: {@code 60 %}; empty where there is no axis
 * @param unit such as {@code %}; empty for counts
 * @param ours one value a seed
 */
public record Found(String series, String at, String unit, Estimate ours) {

    /** A number that is known without seeds. */
    public static Found exact(String series, String unit, double value) {
        return new Found(series, "", unit, Estimate.of(value));
    }
}
