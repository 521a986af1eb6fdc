package crosspike.report;

import java.util.Locale;

/** Fractions as people read them. */
final class Percent {
    private static final double Z_95 = 1.959963984540054; // 97.5 % quantile of the normal distribution

    private Percent() {}

    /** Such as {@code 93.72 %}; a dash for a fraction of nothing. */
    static String text(double fraction) {
        return Double.isFinite(fraction) ? String.format(Locale.ROOT, "%.2f %%", 100 * fraction) : "–";
    }

    /**
     * Half the width of the 95 % confidence interval of a fraction that was found in {@code trials} independent trials. Its
     * centre is not the fraction: {@link #interval} has its ends.
     *
     * @see "E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927"
     */
    static double halfWidth(double fraction, long trials) {
        double z2 = Z_95 * Z_95;
        return Z_95 / (1 + z2 / trials) * Math.sqrt(fraction * (1 - fraction) / trials + z2 / (4.0 * trials * trials));
    }

    /** Both ends of this interval, within [0, 1]. */
    static double[] interval(double fraction, long trials) {
        double share = Z_95 * Z_95 / trials;
        double centre = (fraction + share / 2) / (1 + share);
        double half = halfWidth(fraction, trials);
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }
}
