package crosspike.snn.lif.pruning;

/** Ranges of parameters. */
final class Range {
    private Range() {}

    /** NaN is outside every range. */
    static void within(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " is " + value + "; expected " + low + " to " + high);
        }
    }
}
