package crosspike.experiment;

import java.util.Locale;

/**
 * A figure over several seeds.
 *
 * @param mean mean; NaN if there is no value
 * @param deviation standard deviation of the values; NaN for fewer than two
 * @param standardError standard error of the mean; NaN for fewer than two
 */
public record Spread(double mean, double deviation, double standardError) {

    /** The spread of some values. */
    public static Spread of(double[] values) {
        double mean = values.length == 0 ? Double.NaN : 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
        return new Spread(mean, deviation, deviation / Math.sqrt(values.length));
    }

    /** In percent, such as {@code 93.56 ± 0.17}: mean and standard deviation; the latter is left out where it is not known. */
    public String percent() {
        String text = String.format(Locale.ROOT, "%6.2f", 100 * mean);
        return Double.isNaN(deviation) ? text : text + String.format(Locale.ROOT, " ± %.2f", 100 * deviation);
    }

    static Spread ofDifference(double[] more, double[] less) {
        double[] differences = new double[more.length];
        for (int i = 0; i < more.length; i++) {
            differences[i] = more[i] - less[i];
        }
        return of(differences);
    }
}
