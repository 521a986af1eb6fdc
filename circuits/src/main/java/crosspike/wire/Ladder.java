package crosspike.wire;

import java.util.Arrays;

/** Resistances as the ladders need them: finite everywhere, and rows of equal values in one array that stays in cache. */
final class Ladder {
    /** Conductance in S of an ideal terminal: beyond double rounding for any current. */
    static final double IDEAL_SIEMENS = 1e30;

    /** Resistance in ohm of a broken segment; its leakage of 1e-30 S is beyond double rounding. */
    private static final double BROKEN_OHMS = 1e30;

    private Ladder() {}

    /** 1/x, and 0 for a node without any conductance: what is connected to nothing carries no current. */
    static double inverse(double x) {
        return x > 0 ? 1 / x : 0;
    }

    static double[] siemens(double[] ohms) {
        double[] siemens = new double[ohms.length];
        Arrays.setAll(siemens, i -> Math.min(IDEAL_SIEMENS, 1 / ohms[i]));
        return siemens;
    }

    /** Segments with finite resistances; equal rows become the same array. */
    static double[][] solvable(double[][] ohms) {
        double[][] rows = new double[ohms.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i > 0 && Arrays.equals(ohms[i], ohms[i - 1])
                    ? rows[i - 1]
                    : Arrays.stream(ohms[i]).map(r -> Math.min(BROKEN_OHMS, r)).toArray();
        }
        return rows;
    }
}
