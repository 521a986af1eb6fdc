package crosspike.crossbar;

import crosspike.vector.VectorModule;
import java.util.function.Supplier;

/**
 * Sums over the cells of a line that energies are made of: each in sixteen strands, cell i in strand i mod 16, that
 * {@link #join} adds up, so that all implementations give the same bits. Strands are in single precision, which is off by less than
 * {@code (n/16 + 4)·2⁻²⁴} of a sum over n cells; whole pulses are exact up to 2²⁴ in a strand.
 */
interface LineSums {
    /** Strands of a sum. */
    int STRANDS = 16;

    int HALF = STRANDS / 2;

    /** The fastest that this Java can run, for one thread. */
    Supplier<LineSums> FASTEST = VectorModule.orElse("crosspike.crossbar.VectorLineSums", PlainLineSums::new);

    /** What the pulses of a line amount to. */
    final class Pulses {
        /** Signed pulses. */
        double net;

        /** Pulses of both signs. */
        double gross;

        /** Signed pulses times the sum of the conductances before and after, in S. */
        double netSiemens;

        /** The same of both signs. */
        double grossSiemens;

        /** Most potentiating pulses of a cell, at least 0. */
        float most;

        /** Most depressing pulses of a cell, negative, at most 0. */
        float least;

        /** Cells with pulses. */
        int written;

        /** Adds up the strands of each sum. */
        void join(float[] nets, float[] grosses, float[] netsSiemens, float[] grossesSiemens) {
            net = LineSums.join(nets);
            gross = LineSums.join(grosses);
            netSiemens = LineSums.join(netsSiemens);
            grossSiemens = LineSums.join(grossesSiemens);
        }
    }

    /** Sum of the first {@code count} values. */
    double total(float[] values, int count);

    /**
     * The same, and {@code out = factor·values}.
     *
     * @param out overwritten
     */
    double scale(float[] values, float factor, float[] out, int count);

    /**
     * What pulses amount to.
     *
     * @param pulses none is NaN. Not modified.
     * @param before conductances before, in S. Not modified.
     * @param after conductances after, in S. Not modified.
     * @param out overwritten
     */
    void pulses(float[] pulses, float[] before, float[] after, int cells, Pulses out);

    /** The sum of the strands. */
    static double join(float[] s) {
        double low = (pair(s, 0) + pair(s, 1)) + (pair(s, 2) + pair(s, 3));
        double high = (pair(s, 4) + pair(s, 5)) + (pair(s, 6) + pair(s, 7));
        return low + high;
    }

    private static double pair(float[] strands, int first) {
        return (double) strands[first] + strands[first + HALF];
    }
}
