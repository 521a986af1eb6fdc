package crosspike.random;

import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * The random streams of one purpose: stream {@code i} is the same whoever asks for it and whenever. Seed, purpose and
 * index are hashed with the finaliser of {@link SplitMix64}, so that neighbours share nothing.
 */
public final class Streams {
    private final long key;

    private Streams(long key) {
        this.key = key;
    }

    /**
     * @param seed seed of the run
     * @param purpose what the numbers are for, such as {@code initial weights}; different purposes are independent
     */
    public static Streams of(long seed, String purpose) {
        long key = SplitMix64.mix(seed + SplitMix64.GAMMA);
        for (int i = 0; i < purpose.length(); i++) {
            key = SplitMix64.mix(key + SplitMix64.GAMMA * (purpose.charAt(i) + 1));
        }
        return new Streams(key);
    }

    /** The stream with this number. */
    public RandomStream stream(long index) {
        long state = SplitMix64.mix(key + SplitMix64.GAMMA * (index + 1));
        return new RandomStream(new XoShiRo256PlusPlus(
                SplitMix64.mix(state + SplitMix64.GAMMA),
                SplitMix64.mix(state + 2 * SplitMix64.GAMMA),
                SplitMix64.mix(state + 3 * SplitMix64.GAMMA),
                SplitMix64.mix(state + 4 * SplitMix64.GAMMA)));
    }
}
