package crosspike.circuit.logic;

/** Layout rules, in feature sizes F. Section 2 of {@code docs/circuit-model.md}. */
public final class Layout {

    /** Height of a standard cell. */
    public static final double CELL_HEIGHT = 28;

    /** Width of the narrowest NMOS; the narrowest PMOS is {@code pmosRatio} times as wide. */
    public static final double MINIMUM_WIDTH = 2;

    /** Gap between P and N diffusion. */
    public static final double DIFFUSION_GAP = 3.5;

    /** What poly extensions and field gaps take from the height of a cell. */
    public static final double EDGE = 3.6;

    /** Gap between two gate polys: the length of a drain. */
    public static final double GATE_GAP = 2.8;

    /** Pitch of gate polys. */
    public static final double GATE_PITCH = 3.8;

    /** Pitch of metal 3, the wiring inside decoders. */
    public static final double METAL3_PITCH = 2.8;

    /** Ratios that are whole numbers on paper must not depend on the last bit. */
    private static final double TOLERANCE = 1e-9;

    private Layout() {}

    /** Rounds up, forgiving rounding errors of 1e-9. */
    public static int ceil(double value) {
        return (int) Math.ceil(value - TOLERANCE);
    }

    /** Rounds down, forgiving rounding errors of 1e-9. */
    public static int floor(double value) {
        return (int) Math.floor(value + TOLERANCE);
    }

    /** How many lines {@code count} units take when each line is {@code lengthMetres} long; a line holds at least one. */
    public static int lines(int count, double unitMetres, double lengthMetres) {
        return ceilDiv(count, perLine(count, unitMetres, lengthMetres));
    }

    /** How many of {@code count} units fit side by side; at least one. */
    public static int perLine(int count, double unitMetres, double lengthMetres) {
        return Math.max(1, Math.min(floor(lengthMetres / unitMetres), count));
    }

    /** {@code ⌈dividend / divisor⌉} of whole numbers. */
    public static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
