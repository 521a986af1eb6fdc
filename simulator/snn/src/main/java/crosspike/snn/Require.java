package crosspike.snn;

/** Checks of parameters; configs say the same of their keys before. */
public final class Require {
    private Require() {}

    /**
     * NaN is outside every range.
     *
     * @throws IllegalArgumentException if the value is below {@code low} or above {@code high}
     */
    public static void within(String name, double value, double low, double high) {
        that(value >= low && value <= high, name, value, low + " to " + high);
    }

    /** @throws IllegalArgumentException if not {@code ok}: {@code <name> is <value>; expected <expected>} */
    public static void that(boolean ok, String name, Object value, String expected) {
        if (!ok) {
            throw new IllegalArgumentException(name + " is " + value + "; expected " + expected);
        }
    }
}
