package crosspike.snn.lif;

/** Ranges of parameters. */
final class Require {
    private Require() {}

    /** NaN is outside every range. */
    static void within(String name, double value, double low, double high) {
        that(value >= low && value <= high, name, value, low + " to " + high);
    }

    static void that(boolean ok, String name, Object value, String expected) {
        if (!ok) {
            throw new IllegalArgumentException(name + " is " + value + "; expected " + expected);
        }
    }
}
