package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * {@linkplain StateDrift Drift} of phase-change memory: ν of a cell at g = G/Gmax is normal with the mean
 * {@code clamp(−0.0155·ln g + 0.0244, 0.049, 0.1)} and the standard deviation
 * {@code clamp(−0.0125·ln g − 0.0059, 0.008, 0.045)}.
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
    static final StateDrift.LogLaw MEAN = new StateDrift.LogLaw(-0.0155, 0.0244, 0.049, 0.1);
    static final StateDrift.LogLaw SIGMA = new StateDrift.LogLaw(-0.0125, -0.0059, 0.008, 0.045);

    @Override
    public Layer on(CellArray array) {
        return new StateDrift(startSeconds, MEAN, SIGMA).on(array);
    }
}
