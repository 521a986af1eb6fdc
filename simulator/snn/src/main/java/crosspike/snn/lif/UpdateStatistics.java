package crosspike.snn.lif;

/** Mean and variance of wanted weight changes. */
final class UpdateStatistics {
    private long count;
    private double sum;
    private double squares;

    /** Takes in changes. */
    void add(float[] changes, int length) {
        double s = 0;
        double q = 0;
        for (int k = 0; k < length; k++) {
            double change = changes[k];
            s += change;
            q += change * change;
        }
        sum += s;
        squares += q;
        count += length;
    }

    double mean() {
        return count == 0 ? 0 : sum / count;
    }

    double variance() {
        double mean = mean();
        return count == 0 ? 0 : Math.max(0, squares / count - mean * mean);
    }

    void clear() {
        count = 0;
        sum = 0;
        squares = 0;
    }
}
