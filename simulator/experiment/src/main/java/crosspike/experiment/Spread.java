package crosspike.experiment;

/**
 * A figure over several seeds.
 *
 * @param mean mean; NaN if there is no value
 * @param deviation standard deviation of the values; 0 for one
 * @param standardError standard error of the mean; 0 for one
 */
public record Spread(double mean, double deviation, double standardError) {

    /** The spread of some values. */
    public static Spread of(double[] values) {
        double mean = values.length == 0 ? Double.NaN : 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = values.length == 0 ? Double.NaN : 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
        return new Spread(mean, deviation, deviation / Math.sqrt(Math.max(1, values.length)));
    }

    static Spread ofDifference(double[] more, double[] less) {
        double[] differences = new double[more.length];
        for (int i = 0; i < more.length; i++) {
            differences[i] = more[i] - less[i];
        }
        return of(differences);
    }
}
