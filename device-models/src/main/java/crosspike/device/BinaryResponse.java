package crosspike.device;

import crosspike.input.UserError;
import crosspike.random.RandomStream;

/**
 * Two states: a potentiating pulse switches to Gmax, a depressing one to Gmin, each pulse with the probability p of its
 * direction, a train of n with {@code 1 − (1 − p)^n}. For magnetic tunnel junctions (p below 1), prune flags and digital RRAM.
 *
 * @param range the two conductances
 * @param upProbability p of a potentiating pulse, above 0 and at most 1
 * @param downProbability p of a depressing pulse, above 0 and at most 1
 */
public record BinaryResponse(ConductanceRange range, double upProbability, double downProbability)
        implements PulseResponse {

    public BinaryResponse {
        check(upProbability);
        check(downProbability);
    }

    private static void check(double probability) {
        if (!(probability > 0 && probability <= 1)) {
            throw new UserError("switching probability is " + probability + "; expected above 0 and at most 1");
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
            int n = PulseResponse.whole(pulses[i]);
            if (n > 0 && switches(upProbability, n, random)) {
                siemens[i] = range.maxSiemens();
            } else if (n < 0 && switches(downProbability, -n, random)) {
                siemens[i] = range.minSiemens();
            }
        }
    }

    private static boolean switches(double probability, int pulses, RandomStream random) {
        return probability == 1 || random.uniformDouble() >= StrictMath.pow(1 - probability, pulses);
    }
}
