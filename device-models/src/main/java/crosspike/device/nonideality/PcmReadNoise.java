package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * 1/f noise of phase-change memory a time t after programming: {@code σ = G·Q·√ln((t + tr)/(2·tr))} with
 * {@code Q = min(0.2, 0.0088/g^0.65)}, g = G/Gmax.
 *
 * @param timeSeconds t, time since programming in s, above 0
 * @param readSeconds tr, length of a read in s, above 0
 * @see "S. R. Nandakumar et al., Phase-change memory models for deep learning training and inference, ICECS 2019"
 */
public record PcmReadNoise(
        @Key(doc = "Time since programming.", dimension = Dimension.TIME, min = 1e-9, max = 1e12, defaultValue = "1 s")
        double timeSeconds,

        @Key(doc = "Length of a read.", dimension = Dimension.TIME, above = 0, max = 1, defaultValue = "250 ns")
        double readSeconds)
        implements Nonideality {
    private static final double LARGEST_Q = 0.2;
    private static final double Q_AT_GMAX = 0.0088;
    private static final double Q_EXPONENT = -0.65;

    @Override
    public Layer on(CellArray array) {
        double decades = Math.max(0, StrictMath.log((timeSeconds + readSeconds) / (2 * readSeconds)));
        double max = array.range().maxSiemens();
        return (Layer.Noise) (cells, siemens, variance) -> {
            for (int i = 0; i < cells.count(); i++) {
                double q = Math.min(LARGEST_Q, Q_AT_GMAX * StrictMath.pow(siemens[i] / max, Q_EXPONENT));
                double sigma = siemens[i] * q;
                variance[i] += (float) (sigma * sigma * decades);
            }
        };
    }
}
