package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * {@linkplain FlickerNoise 1/f noise} of phase-change memory a time t after programming:
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

    @Override
    public Layer on(CellArray array) {
        return new FlickerNoise(0.0088, 0.65, 0.2, readSeconds, timeSeconds).on(array);
    }
}
