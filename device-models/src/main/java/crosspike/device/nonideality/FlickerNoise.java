package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * 1/f noise of a read: {@code σ = G·Q·√ln((t + t_read)/(2·t_read))} with {@code Q = min(most, factor·(G/Gmax)^−exponent)},
 * t seconds after programming.
 *
 * @param factor Q at Gmax
 * @param exponent of Gmax/G
 * @param most greatest Q
 * @param readSeconds t_read, width of the read in s
 * @param timeSeconds t, time since programming in s
 * @see "S. R. Nandakumar et al., Phase-change memory models for deep learning training and inference, ICECS 2019"
 */
public record FlickerNoise(
        @Key(doc = "Q at Gmax.", min = 0) double factor,
        @Key(doc = "Exponent of Gmax/G.", min = 0) double exponent,
        @Key(doc = "Greatest Q.", min = 0) double most,

        @Key(doc = "Width of the read.", dimension = Dimension.TIME, above = 0, max = 1)
        double readSeconds,

        @Key(doc = "Time since programming.", dimension = Dimension.TIME, min = 1e-9, max = 1e12, defaultValue = "1 s")
        double timeSeconds)
        implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        double decades = Math.max(0, StrictMath.log((timeSeconds + readSeconds) / (2 * readSeconds)));
        double max = array.range().maxSiemens();
        return (Layer.Noise) (cells, siemens, variance) -> {
            for (int i = 0; i < cells.count(); i++) {
                double q = factor == 0 ? 0 : Math.min(most, factor * StrictMath.pow(siemens[i] / max, -exponent));
                double sigma = siemens[i] * q;
                variance[i] += (float) (sigma * sigma * decades);
            }
        };
    }
}
