package crosspike.random;

import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * The random streams of one purpose: stream {@code i} is the same whoever asks for it and whenever. Seed, purpose and
 * index are hashed with the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), so that neighbours share nothing.
 */
public final class Streams {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long key;

    private Streams(long key) {
        this.key = key;
    }

    /**
     * @param seed seed of the run
     * @param purpose what the numbers are for, such as {@code initial weights}; different purposes are independent
     */
    public static Streams of(long seed, String purpose) {
        long key = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < purpose.length(); i++) {
            key = mix(key + GOLDEN_GAMMA * (purpose.charAt(i) + 1));
        }
        return new Streams(key);
    }

    /** The stream with this number. */
    public RandomStream stream(long index) {
        long state = mix(key + GOLDEN_GAMMA * (index + 1));
        return new RandomStream(new XoShiRo256PlusPlus(
                mix(state + GOLDEN_GAMMA),
                mix(state + 2 * GOLDEN_GAMMA),
                mix(state + 3 * GOLDEN_GAMMA),
                mix(state + 4 * GOLDEN_GAMMA)));
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
