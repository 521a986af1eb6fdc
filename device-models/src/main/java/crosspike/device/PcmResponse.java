package crosspike.device;

import crosspike.random.RandomStream;

/**
 * Phase-change memory: partial SET pulses crystallise the cell bit by bit along an exponential pulse curve
 * {@code G(n) = Gmin + (Gmax − Gmin)·(1 − e^(−n/A))/(1 − e^(−P/A))}; one RESET pulse melts it back to Gmin, however high it
 * was. So it is at its best in a unidirectional pair.
 *
 * @param range reachable conductances
 * @param set the rising curve of partial SET pulses
 * @see "M. Suri et al., Phase change memory as synapse for ultra-dense neuromorphic systems, IEDM 2011 (the scheme)"
 */
public record PcmResponse(ConductanceRange range, PulseCurve set) implements PulseResponse {

    @Override
    public double potentiationPulses() {
        return set.pulses();
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
    public double pulsesFromMin(float siemens) {
        double min = range.minSiemens();
        return set.pulsesTo(Math.min(1, Math.max(0, (siemens - min) / (range.maxSiemens() - min))));
    }

    @Override
    public float nearest(float siemens) {
        return range.clamp(siemens);
    }

    @Override
    public void program(float[] siemens, float[] pulses, int count, RandomStream random) {
        double min = range.minSiemens();
        double width = range.maxSiemens() - min;
        for (int i = 0; i < count; i++) {
            int n = PulseResponse.whole(pulses[i]);
            if (n > 0) {
                siemens[i] = range.clamp((float) (min + width * set.after((siemens[i] - min) / width, n)));
            } else if (n < 0) {
                siemens[i] = range.minSiemens();
            }
        }
    }
}
