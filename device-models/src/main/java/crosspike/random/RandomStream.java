package crosspike.random;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** A sequence of random numbers for one thread; made by {@link Streams}. */
public final class RandomStream {
    private final Xoshiro source;
    private ZigguratSampler.NormalizedGaussian gaussian;

    RandomStream(Xoshiro source) {
        this.source = source;
    }

    /** 64 independent random bits. */
    public long bits() {
        return source.next();
    }

    /** Uniform in [0, 1), a multiple of 2⁻²⁴. */
    public float uniform() {
        return uniform(source.next());
    }

    static float uniform(long bits) {
        return (bits >>> 40) * 0x1p-24f;
    }

    /**
     * As many draws of {@link #uniform()}, in less time.
     *
     * @param out the first {@code count} are overwritten
     */
    public void uniform(float[] out, int count) {
        source.uniform(out, count);
    }

    /**
     * Words of up to 64 trials each. A trial compares its own random number with the threshold of its word, bit by bit from the top;
     * a word is finished when all its trials are decided, which takes about log₂(64) + 1 draws rather than 64.
     *
     * @param thresholds of each word: probability of success in units of 2^−bits. Not modified.
     * @param trials bit i set: trial i of the word takes part. Not modified.
     * @param out the first {@code count} words are overwritten; bit i set: trial i succeeds
     */
    public void successes(long[] thresholds, int bits, long[] trials, long[] out, int count) {
        source.successes(thresholds, bits, trials, out, count);
    }

    /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
    public double uniformDouble() {
        return (source.next() >>> 11) * 0x1p-53;
    }

    /** Uniform in [0, bound). */
    public int below(int bound) {
        return source.nextInt(bound);
    }

    /** Normal with mean 0 and standard deviation 1. */
    public double gaussian() {
        if (gaussian == null) {
            gaussian = ZigguratSampler.NormalizedGaussian.of(source);
        }
        return gaussian.sample();
    }
}
