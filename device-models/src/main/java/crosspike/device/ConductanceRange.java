package crosspike.device;

import crosspike.input.UserError;

/**
 * A closed conductance interval.
 *
 * @param minSiemens lowest conductance in S, at least 0
 * @param maxSiemens highest conductance in S, above {@code minSiemens}
 */
public record ConductanceRange(float minSiemens, float maxSiemens) {
    public ConductanceRange {
        if (!(minSiemens >= 0 && maxSiemens > minSiemens && maxSiemens < Float.POSITIVE_INFINITY)) {
            throw new UserError(
                    "conductance range is [" + minSiemens + ", " + maxSiemens + "] S; expected 0 <= min < max");
        }
    }

    /** Width of the interval in S. */
    public float widthSiemens() {
        return maxSiemens - minSiemens;
    }

    /** The nearest conductance inside the interval. */
    public float clamp(float siemens) {
        return Math.min(maxSiemens, Math.max(minSiemens, siemens));
    }
}
