package crosspike.device;

import crosspike.input.UserError;
import crosspike.random.RandomStream;

/**
 * Steps in proportion to the distance from the bound: {@code G' = Gmax − (Gmax − G)·(1 − α)^n} up and
 * {@code G' = Gmin + (G − Gmin)·(1 − β)^n} down, with {@code α = 2/P} of each direction. P pulses is what a full swing would
 * take at the steps of the middle of the range; the bounds themselves are approached, never reached. Trains are whole pulses
 * of any length.
 *
 * @param range reachable conductances
 * @param potentiationPulses P of potentiation, at least 2
 * @param depressionPulses P of depression, at least 2
 * @see "S. Fusi, L. F. Abbott, Limits on the memory storage capacity of bounded synapses, Nature Neuroscience 10 (2007) 485"
 */
public record SoftBoundsResponse(ConductanceRange range, double potentiationPulses, double depressionPulses)
        implements PulseResponse {

    public SoftBoundsResponse {
        require(potentiationPulses);
        require(depressionPulses);
    }

    private static void require(double pulses) {
        if (!(pulses >= 2 && pulses <= PulseCurve.MAX_PULSES)) {
            throw new UserError(
                    "pulses of a soft-bounds device is " + pulses + "; expected 2 to " + PulseCurve.MAX_PULSES);
        }
    }

    @Override
    public boolean takesFractionalPulses() {
        return false;
    }

    @Override
    public float nearest(float siemens) {
        return range.clamp(siemens);
    }

    @Override
    public void program(float[] siemens, float[] pulses, int count, RandomStream random) {
        double up = 1 - 2 / potentiationPulses;
        double down = 1 - 2 / depressionPulses;
        for (int i = 0; i < count; i++) {
            int n = PulseResponse.whole(pulses[i]);
            if (n == 0) {
                continue;
            }
            double bound = n > 0 ? range.maxSiemens() : range.minSiemens();
            double left = n == 1 ? up : n == -1 ? down : StrictMath.pow(n > 0 ? up : down, Math.abs(n));
            siemens[i] = range.clamp((float) (bound + (siemens[i] - bound) * left));
        }
    }
}
