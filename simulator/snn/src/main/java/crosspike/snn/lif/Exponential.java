package crosspike.snn.lif;

import crosspike.random.RandomStream;

/**
 * Exponential random numbers of mean 1, {@code −log u}, from 64 random bits each, in multiplications and additions only: the
 * same bits on every machine. The leading zeros of u give its binary exponent, a table with straight lines between its
 * points the logarithm of its mantissa. Error at most 1.2e-7.
 */
final class Exponential {
    private static final int POINTS = 1024;
    private static final int INDEX_BITS = 10;
    private static final double LN2 = StrictMath.log(2);
    private static final double[] LOG = new double[POINTS + 1];

    static {
        for (int k = 0; k <= POINTS; k++) {
            LOG[k] = StrictMath.log1p(k / (double) POINTS);
        }
    }

    private Exponential() {}

    static double draw(RandomStream random) {
        return of(random.bits());
    }

    /** −log of u = (bits + ½)·2⁻⁶⁴, nearly. */
    static double of(long bits) {
        int zeros = Long.numberOfLeadingZeros(bits);
        long mantissa = zeros >= 63 ? 0 : bits << zeros + 1;
        int index = (int) (mantissa >>> 64 - INDEX_BITS);
        double fraction = (mantissa << INDEX_BITS >>> 11) * 0x1p-53;
        return (zeros + 1) * LN2 - (LOG[index] + fraction * (LOG[index + 1] - LOG[index]));
    }
}
