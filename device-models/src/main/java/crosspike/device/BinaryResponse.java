package crosspike.device;

import crosspike.input.UserError;
import crosspike.random.RandomStream;

/**
 * Two states: a potentiating pulse switches to Gmax, a depressing one to Gmin, each pulse with the probability p, a train of
 * n with {@code 1 − (1 − p)^n}. For magnetic tunnel junctions (p below 1), prune flags and digital RRAM.
 *
 * @param range the two conductances
 * @param switchProbability p, above 0 and at most 1
 */
public record BinaryResponse(ConductanceRange range, double switchProbability) implements PulseResponse {

    public BinaryResponse {
        if (!(switchProbability > 0 && switchProbability <= 1)) {
            throw new UserError("switching probability is " + switchProbability + "; expected above 0 and at most 1");
        }
    }

    @Override
    public double potentiationPulses() {
        return 1;
    }

    @Override
    public double depressionPulses() {
        return 1;
    }

    @Override
    public boolean takesFractionalPulses() {
        return false;
    }

    @Override
    public float nearest(float siemens) {
        float middle = (range.minSiemens() + range.maxSiemens()) / 2;
        return siemens < middle ? range.minSiemens() : range.maxSiemens();
    }

    @Override
    public void program(float[] siemens, float[] pulses, int count, RandomStream random) {
        for (int i = 0; i < count; i++) {
            if (pulses[i] != 0f && switches(Math.abs((int) pulses[i]), random)) {
                siemens[i] = pulses[i] > 0 ? range.maxSiemens() : range.minSiemens();
            }
        }
    }

    private boolean switches(int pulses, RandomStream random) {
        return switchProbability == 1 || random.uniformDouble() >= StrictMath.pow(1 - switchProbability, pulses);
    }
}
