package crosspike.snn.lif.learning;

/** u^μ for u in [0, 1] by a table with straight lines between its points: the same bits on every machine. */
final class Powers {
    private static final int POINTS = 1024;

    private final float[] table = new float[POINTS + 2];

    Powers(double exponent) {
        for (int k = 0; k < table.length; k++) {
            table[k] = (float) StrictMath.pow(Math.min(1.0, k / (double) POINTS), exponent);
        }
    }

    float of(float u) {
        float x = Math.min(Math.max(u, 0f), 1f) * POINTS;
        int k = (int) x;
        return table[k] + (x - k) * (table[k + 1] - table[k]);
    }
}
