package crosspike.snn.lif;

/**
 * Exponential numbers of mean 1, {@code −log u}, from 32 random bits each, in multiplications and additions only: the same
 * bits on every machine. The leading zeros of u give its binary exponent, a table with straight lines between its points the
 * logarithm of its mantissa. Error at most 1.2e-7.
 */
final class Exponential {
    private static final int INDEX_BITS = 10;
    private static final int POINTS = 1 << INDEX_BITS;
    private static final float LN2 = (float) StrictMath.log(2);
    private static final float[] LOG = new float[POINTS + 1];

    static {
        for (int k = 0; k <= POINTS; k++) {
            LOG[k] = (float) StrictMath.log1p(k / (double) POINTS);
        }
    }

    private Exponential() {}

    /** −log u, u = (bits, unsigned, and a half)/2³². */
    static float of(int bits) {
        int zeros = Integer.numberOfLeadingZeros(bits);
        int mantissa = bits << zeros << 1; // not by zeros + 1, which would be 0 places for 31 zeros
        int index = mantissa >>> 32 - INDEX_BITS;
        float fraction = (mantissa << INDEX_BITS >>> 8) * 0x1p-24f;
        return (zeros + 1) * LN2 - (LOG[index] + fraction * (LOG[index + 1] - LOG[index]));
    }
}
