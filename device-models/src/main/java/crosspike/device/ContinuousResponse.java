package crosspike.device;

import crosspike.input.UserError;
import crosspike.random.RandomStream;

/**
 * The idealised cell of software baselines: any conductance in the range, a change in proportion to the pulses, fractions
 * included: {@code G' = clamp(G + n·(Gmax − Gmin)/P)}.
 *
 * @param range reachable conductances
 * @param pulses pulses P from Gmin to Gmax, greater than 0
 */
public record ContinuousResponse(ConductanceRange range, double pulses) implements PulseResponse {
    public ContinuousResponse {
        if (!(pulses > 0 && pulses < Double.POSITIVE_INFINITY)) {
            throw new UserError("pulses of a full swing is " + pulses + "; expected a positive number");
        }
    }

    @Override
    public double potentiationPulses() {
        return pulses;
    }

    @Override
    public double depressionPulses() {
        return pulses;
    }

    @Override
    public boolean takesFractionalPulses() {
        return true;
    }

    @Override
    public float nearest(float siemens) {
        return range.clamp(siemens);
    }

    @Override
    public void program(float[] siemens, float[] train, int count, RandomStream random) {
        float perPulse = (float) (range.widthSiemens() / pulses);
        float min = range.minSiemens();
        float max = range.maxSiemens();
        for (int i = 0; i < count; i++) {
            float least = Math.min(min, siemens[i]); // a pruned cell may lie below the range, and gets no pulses
            siemens[i] = Math.min(max, Math.max(least, siemens[i] + train[i] * perPulse));
        }
    }
}
