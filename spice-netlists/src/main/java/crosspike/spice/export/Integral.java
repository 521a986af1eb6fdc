package crosspike.spice.export;

/** Integrals of waveforms that are straight between their points. */
final class Integral {
    private Integral() {}

    /** ∫ x dt. */
    static double of(double[] seconds, double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) sum += (seconds[i] - seconds[i - 1]) * (x[i - 1] + x[i]) / 2;
        return sum;
    }

    /** ∫ x·y dt, exact also on the edges of a pulse, where the product is a parabola. */
    static double ofProduct(double[] seconds, double[] x, double[] y) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            double ends = x[i - 1] * y[i - 1] + x[i] * y[i];
            double crossed = x[i - 1] * y[i] + x[i] * y[i - 1];
            sum += (seconds[i] - seconds[i - 1]) * (2 * ends + crossed) / 6;
        }
        return sum;
    }
}
