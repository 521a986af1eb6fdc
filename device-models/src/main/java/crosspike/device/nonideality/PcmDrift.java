package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * Drift of phase-change memory with an exponent that depends on the state: {@code G(t) = G(t0)·(t/t0)^−ν}, where ν of a
 * cell at g = G/Gmax is normal with the mean {@code clamp(−0.0155·ln g + 0.0244, 0.049, 0.1)} and the standard deviation
 * {@code clamp(−0.0125·ln g − 0.0059, 0.008, 0.045)}, and not below 0. For one stretch of time from programming on.
 *
 * @param startSeconds t0 in s, above 0
 * @see "S. R. Nandakumar et al., Phase-change memory models for deep learning training and inference, ICECS 2019"
 */
public record PcmDrift(
        @Key(
                doc = "Time after programming at which drift begins.",
                dimension = Dimension.TIME,
                name = "start",
                above = 0,
                max = 1e9,
                defaultValue = "20 s")
        double startSeconds)
        implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        float[] draws = array.gaussians("pcm-drift");
        double max = array.range().maxSiemens();
        return (Layer.Ageing) (cells, siemens, from, to, kelvin, random) -> {
            double logRatio = StrictMath.log(Math.max(to, startSeconds) / Math.max(from, startSeconds));
            for (int i = 0; i < cells.count(); i++) {
                double logState = StrictMath.log(Math.max(1e-9, siemens[i] / max));
                double nu = Math.max(0, mean(logState) + sigma(logState) * draws[cells.cell(i)]);
                siemens[i] *= (float) StrictMath.exp(-nu * logRatio);
            }
        };
    }

    static double mean(double logState) {
        return Math.min(0.1, Math.max(0.049, -0.0155 * logState + 0.0244));
    }

    static double sigma(double logState) {
        return Math.min(0.045, Math.max(0.008, -0.0125 * logState - 0.0059));
    }
}
