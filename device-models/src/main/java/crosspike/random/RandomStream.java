package crosspike.random;

import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** A sequence of random numbers for one thread; made by {@link Streams}. */
public final class RandomStream {
    private final XoShiRo256PlusPlus source;
    private ZigguratSampler.NormalizedGaussian gaussian;

    RandomStream(XoShiRo256PlusPlus source) {
        this.source = source;
    }

    /** 64 independent random bits. */
    public long bits() {
        return source.next();
    }

    /** Uniform in [0, 1), a multiple of 2⁻²⁴. */
    public float uniform() {
        return (source.next() >>> 40) * 0x1p-24f;
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
