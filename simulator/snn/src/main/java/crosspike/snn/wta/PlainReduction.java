package crosspike.snn.wta;

/** What many numbers amount to, in plain Java. */
final class PlainReduction implements Reduction {
    @Override
    public float largest(float[] values, int count) {
        float a = values[0];
        float b = a;
        float c = a;
        float d = a;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            a = values[i] > a ? values[i] : a;
            b = values[i + 1] > b ? values[i + 1] : b;
            c = values[i + 2] > c ? values[i + 2] : c;
            d = values[i + 3] > d ? values[i + 3] : d;
        }
        for (; i < count; i++) {
            a = values[i] > a ? values[i] : a;
        }
        return Math.max(Math.max(a, b), Math.max(c, d));
    }

    /** A copy and a sum: compilers make no vector code of a loop over two places of one array. */
    @Override
    public void fold(float[] values, float[] sums) {
        System.arraycopy(values, sums.length, sums, 0, sums.length);
        add(values, sums);
    }

    private static void add(float[] values, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = values[i] + sums[i];
        }
    }
}
