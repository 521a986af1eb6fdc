package crosspike.device.library;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * Conductance after programming: {@code G(t) = G(t₀)·(t/t₀)^−ν}, with ν drawn once for each cell from a normal
 * distribution.
 *
 * @param referenceSeconds t₀ in s
 * @param exponent mean of ν
 * @param exponentSigma standard deviation of ν
 */
public record Drift(
        @Key(
                name = "reference_time",
                doc = "Time t0 at which the conductance is the programmed one.",
                dimension = Dimension.TIME,
                above = 0)
        double referenceSeconds,

        @Key(doc = "Mean of the exponent.") LogLaw exponent,

        @Key(doc = "Standard deviation of the exponent between cells.")
        LogLaw exponentSigma) {

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

        /**
         * The value for a cell.
         *
         * @param fraction G/Gmax, above 0
         */
        public double at(double fraction) {
            return Math.min(max, Math.max(min, slope * StrictMath.log(fraction) + offset));
        }
    }
}
