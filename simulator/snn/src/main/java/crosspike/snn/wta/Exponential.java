package crosspike.snn.wta;

/**
 * e^x for arrays in single precision, in multiplications and fused multiply-adds that compilers turn into vector code: the 32nd power of
 * a polynomial of x/32. The same bits on every machine. Relative error at most 6e-6 for x in [−25, 0]; below −25, where e^x is less
 * than 1.4e-11, it returns e^−25.
 */
final class Exponential {
    static final float LOWEST = -25;

    private static final float PARTS = 32;

    private Exponential() {}

    /**
     * out[i] = e^(scale·(values[i] − origin)) for the first {@code count} values.
     *
     * @param values such that exponents are at most 0. Not modified.
     * @param out overwritten
     */
    static void of(float[] values, float origin, float scale, float[] out, int count) {
        ofParts(values, origin, scale / PARTS, out, count);
    }

    /**
     * The polynomial was fitted to e^y in [−25/32, 0] for the least largest relative error, 5e-9; its value at 0 is 1. Rounding
     * leaves 5e-6 after five squarings.
     */
    private static void ofParts(float[] values, float origin, float scale, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            float y = Math.max((values[i] - origin) * scale, LOWEST / PARTS);
            float e = Math.fma(y, 0.0009403172f, 0.007879358f);
            e = Math.fma(y, e, 0.04143103f);
            e = Math.fma(y, e, 0.16660342f);
            e = Math.fma(y, e, 0.49999204f);
            e = Math.fma(y, e, 0.99999964f);
            e = Math.fma(y, e, 1f);
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            out[i] = e * e;
        }
    }
}
