package crosspike.device;

import crosspike.input.UserError;
import crosspike.random.RandomStream;

/**
 * L equally spaced conductance states in [Gmin, Gmax]; a pulse moves a cell by one state. States are computed from their
 * number, so that a million pulses do not drift off the levels.
 *
 * @param range reachable conductances
 * @param levels number of states L, 2 to 65,536
 */
public record LevelResponse(ConductanceRange range, int levels) implements PulseResponse {
    public LevelResponse {
        if (levels < 2 || levels > 65_536) {
            throw new UserError("device levels is " + levels + "; expected 2 to 65536 states");
        }
    }

    @Override
    public double potentiationPulses() {
        return levels - 1;
    }

    @Override
    public double depressionPulses() {
        return levels - 1;
    }

    @Override
    public boolean takesFractionalPulses() {
        return false;
    }

    @Override
    public float nearest(float siemens) {
        return conductance(state(siemens));
    }

    @Override
    public void program(float[] siemens, float[] pulses, int count, RandomStream random) {
        for (int i = 0; i < count; i++) {
            if (pulses[i] != 0f) {
                siemens[i] = conductance((long) state(siemens[i]) + (int) pulses[i]);
            }
        }
    }

    private int state(float siemens) {
        return Math.round((siemens - range.minSiemens()) * (levels - 1) / range.widthSiemens());
    }

    /** In double, so that the highest level is Gmax and not a rounding error above it. */
    private float conductance(long state) {
        double min = range.minSiemens();
        long held = Math.min(levels - 1, Math.max(0, state));
        return (float) (min + (range.maxSiemens() - min) * held / (levels - 1));
    }
}
