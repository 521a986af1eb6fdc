package crosspike.wire;

import java.util.Arrays;

/**
 * How much word and bit lines act on each other. With x the voltages of the bit-line nodes, a turn of {@link Sweep} is
 * x' = Tb⁻¹·(h + G·Tw⁻¹·(f + G·x)). All entries of the inverses are at least 0, so the largest error shrinks by at least
 * ‖Tw⁻¹G‖·‖Tb⁻¹G‖ in the maximum norm. Tw⁻¹G·1 is the voltage of a word line between devices that lead to 1 V and drivers
 * at 0 V: at most 1, and at most Σ g·Z with Z the resistance of the wire between a node and the terminals. Bit lines
 * likewise. The first turn starts at x = 0, so after k turns the current of a column is off by at most ρᵏ·V·Σ g, with ρ
 * the product of both norms: ρᵏ of what flows in ideal wires with all rows driven.
 */
final class Coupling {
    private final double[] wordOhms;
    private final double[] bitOhms;
    private final double[] rows;
    private final double[] columns;
    private final double[][] siemens;

    /** @param siemens conductances of the devices; not copied: after a change call {@link #columnChanged} or {@link #changed} */
    Coupling(Wires wires, double[][] siemens) {
        this.siemens = siemens;
        this.wordOhms = new double[wires.columns()];
        this.bitOhms = new double[wires.rows()];
        this.rows = new double[wires.rows()];
        this.columns = new double[wires.columns()];
        for (int i = 0; i < wires.rows(); i++) {
            raise(wordOhms, wires.wordSegmentOhms()[i], wires.leftOhms()[i], wires.rightOhms()[i]);
        }
        double[] segments = new double[wires.rows() - 1];
        for (int j = 0; j < wires.columns(); j++) {
            for (int i = 0; i < segments.length; i++) {
                segments[i] = wires.bitSegmentOhms()[i][j];
            }
            raise(bitOhms, segments, wires.topOhms()[j], wires.bottomOhms()[j]);
        }
        changed();
    }

    /** Raises each resistance to that between the node of a line and its terminals. */
    private static void raise(double[] ohms, double[] segments, double firstOhms, double lastOhms) {
        double[] fromFirst = new double[ohms.length];
        fromFirst[0] = firstOhms;
        for (int n = 1; n < ohms.length; n++) {
            fromFirst[n] = fromFirst[n - 1] + segments[n - 1];
        }
        double fromLast = lastOhms;
        for (int n = ohms.length - 1; n >= 0; n--) {
            ohms[n] = Math.max(ohms[n], 1 / (1 / fromFirst[n] + 1 / fromLast));
            fromLast += n > 0 ? segments[n - 1] : 0;
        }
    }

    /** Takes in that devices have changed. */
    void changed() {
        Arrays.fill(rows, 0);
        for (int j = 0; j < columns.length; j++) {
            columnChanged(j, null);
        }
    }

    /**
     * Takes in that the devices of a column have changed.
     *
     * @param before what they were, in S; null: nothing
     */
    void columnChanged(int column, double[] before) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double now = siemens[i][column];
            rows[i] += share(now - (before == null ? 0 : before[i]), wordOhms[column]);
            sum += share(now, bitOhms[i]);
        }
        columns[column] = sum;
    }

    private static double share(double siemens, double ohms) {
        return siemens == 0 ? 0 : siemens * ohms;
    }

    /**
     * Turns that bring the currents within a tolerance.
     *
     * @param someRowsFloat whether there may be word lines without terminals
     * @param most returned if that many are not enough, plus 1
     */
    int turns(double tolerance, boolean someRowsFloat, int most) {
        double shrinks = (someRowsFloat ? 1 : largest(rows)) * largest(columns);
        double error = shrinks;
        int turns = 1;
        while (!(error <= tolerance) && turns <= most) {
            error *= shrinks;
            turns++;
        }
        return turns;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return Math.min(1, largest);
    }
}
