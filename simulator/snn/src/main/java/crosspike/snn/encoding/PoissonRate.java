package crosspike.snn.encoding;

import crosspike.random.RandomStream;

/**
 * Poisson spikes in steps of 1 ms, at most one in a step: a step has a spike with probability {@code 1 − e^(−λ)}, where λ
 * is the mean number of events in it. Probabilities are multiples of 2⁻³².
 */
public final class PoissonRate {
    private static final int BITS = 32;

    private PoissonRate() {}

    /**
     * Probability of a spike in a step of 1 ms, in units of 2⁻³².
     *
     * @param hertz mean rate in Hz, 0 to 10,000
     */
    public static long threshold(double hertz) {
        if (!(hertz >= 0 && hertz <= 10_000)) {
            throw new IllegalArgumentException("rate is " + hertz + " Hz; expected 0 to 10000 Hz");
        }
        return Math.round(-StrictMath.expm1(-hertz / 1000) * 0x1p32);
    }

    /**
     * Up to 64 steps at once. Every step compares its own random number with the threshold, bit by bit from the top, until
     * all are decided, which takes about log₂(64) + 1 draws rather than 64.
     *
     * @param threshold from {@link #threshold}
     * @param steps bit i set: step i takes part
     * @return bit i set: step i has a spike
     */
    public static long spikes(long threshold, long steps, RandomStream random) {
        long spikes = 0;
        long undecided = steps;
        for (int bit = BITS - 1; bit >= 0 && undecided != 0; bit--) {
            long isSet =
                    -(threshold >>> bit & 1); // all ones or none: a branch would be predicted wrongly half of the time
            long differs = random.bits() ^ isSet;
            spikes |= undecided & differs & isSet;
            undecided &= ~differs;
        }
        return spikes;
    }
}
