package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * Power-law drift with an exponent that depends on the state: {@code G(t) = G(t0)·(t/t0)^−ν}, where ν of a cell is normal
 * with a mean and a standard deviation that follow from G/Gmax, and not below 0. For one stretch of time from programming on.
 *
 * @param startSeconds t0 in s, above 0
 * @param exponent mean of ν
 * @param exponentSigma standard deviation of ν
 * @see "S. R. Nandakumar et al., Phase-change memory models for deep learning training and inference, ICECS 2019"
 */
public record StateDrift(
        @Key(
                name = "reference_time",
                doc = "Time t0 at which the conductance is the programmed one.",
                dimension = Dimension.TIME,
                above = 0,
                max = 1e9)
        double startSeconds,

        @Key(doc = "Mean of the exponent.") LogLaw exponent,

        @Key(doc = "Standard deviation of the exponent between cells.")
        LogLaw exponentSigma)
        implements Nonideality {

    /**
     * {@code clamp(slope·ln g + offset, min, max)} with g = G/Gmax.
     *
     * @param slope change for each factor e of conductance
     * @param offset value at Gmax
     * @param min least value
     * @param max greatest value
     */
    public record LogLaw(
            @Key(doc = "Change for each factor e of G/Gmax.", defaultValue = "0")
            double slope,

            @Key(doc = "Value at Gmax.") double offset,
            @Key(doc = "Least value.", defaultValue = "0") double min,

            @Key(doc = "Greatest value.", defaultValue = "1")
            double max) {

        /** The value at a natural logarithm of G/Gmax. */
        double at(double logFraction) {
            return Math.min(max, Math.max(min, slope * logFraction + offset));
        }
    }

    @Override
    public Layer on(CellArray array) {
        float[] draws = array.gaussians("state-drift");
        double max = array.range().maxSiemens();
        return (Layer.Ageing) (cells, siemens, from, to, kelvin, random) -> {
            double logRatio = StrictMath.log(Math.max(to, startSeconds) / Math.max(from, startSeconds));
            for (int i = 0; i < cells.count(); i++) {
                double logState = StrictMath.log(Math.max(1e-9, siemens[i] / max));
                double nu = Math.max(0, exponent.at(logState) + exponentSigma.at(logState) * draws[cells.cell(i)]);
                siemens[i] *= (float) StrictMath.exp(-nu * logRatio);
            }
        };
    }
}
