package crosspike.random;

/** Numbers of the generator SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): number n is the hash of a key plus n times {@link #GAMMA}. */
public final class SplitMix64 {
    /** The step of its state. */
    public static final long GAMMA = 0x9E3779B97F4A7C15L;

    private SplitMix64() {}

    /** The finaliser: states that differ in any bit give numbers that share nothing. */
    public static long mix(long state) {
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
