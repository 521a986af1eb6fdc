package crosspike.wire;

import java.util.Arrays;

/**
 * Word and bit lines of half of the rows, solved in turns: word lines with the bit lines at the voltages of the turn before,
 * then bit lines with the currents that come from the word lines. This is what conjugate gradients ({@link Band}) improve
 * on; where wires are good it needs as many turns and a third of the memory traffic, because a turn keeps nothing but
 * currents. Voltages of bit-line nodes exist a row at a time.
 */
final class Sweep {
    private final Band band;
    private final WordLines words;
    private final double[][] t;
    private final int[] driven;

    Sweep(Band band, WordLines words) {
        this.band = band;
        this.words = words;
        this.t = new double[Band.GROUP][band.carry().length];
        this.driven = new int[band.count() + Band.GROUP];
    }

    /**
     * Currents into the bit lines while these are at 0 V: only driven rows carry any.
     *
     * @return Σ V·g·w over the devices of the rows, in W
     */
    double start(Sources sources) {
        int count = 0;
        for (int i = 0; i < band.count(); i++) {
            if (sources.rowVolts(band.row(i)) != 0) {
                driven[count++] = i;
            } else {
                Arrays.fill(band.q[i], 0);
            }
        }
        double watts = 0;
        for (int n = 0; n < count; n += Band.GROUP) {
            int rows = Math.min(Band.GROUP, count - n);
            for (int a = 0; a < rows; a++) {
                Arrays.fill(t[a], 0);
                sources.addToWords(band.row(driven[n + a]), t[a]);
            }
            if (rows == Band.GROUP) {
                words.solveFour(
                        band.row(driven[n]),
                        band.row(driven[n + 1]),
                        band.row(driven[n + 2]),
                        band.row(driven[n + 3]),
                        t);
            } else {
                for (int a = 0; a < rows; a++) {
                    words.solve(band.row(driven[n + a]), t[a]);
                }
            }
            for (int a = 0; a < rows; a++) {
                int i = driven[n + a];
                Band.multiply(band.q[i], band.g[i], t[a]);
                watts += sources.rowVolts(band.row(i)) * Strands.sum(band.q[i]);
            }
        }
        return watts;
    }

    /** The ladders of the bit lines inwards. */
    double inwards() {
        for (int i = 1; i < band.count(); i++) {
            pass(band.q[i], band.k[i - 1], band.q[i - 1]);
        }
        return 0;
    }

    private static void pass(double[] currents, double[] k, double[] before) {
        for (int j = 0; j < currents.length; j++) {
            currents[j] += k[j] * before[j];
        }
    }

    /**
     * The ladders outwards, and the word lines with the voltages found.
     *
     * @return Σ V·g·w over the devices of the rows, in W
     */
    double outwards(Sources sources) {
        double watts = 0;
        for (int i = band.count() - 1; i >= 0; ) {
            int rows = i >= Band.GROUP - 1 ? Band.GROUP : 1;
            for (int a = 0; a < rows; a++) {
                int row = band.row(i - a);
                band.ladder(i - a);
                Band.multiply(t[a], band.g[i - a], band.carry());
                if (sources.rowVolts(row) != 0) {
                    sources.addToWords(row, t[a]);
                }
            }
            if (rows == Band.GROUP) {
                words.solveFour(band.row(i), band.row(i - 1), band.row(i - 2), band.row(i - 3), t);
            } else {
                words.solve(band.row(i), t[0]);
            }
            for (int a = 0; a < rows; a++) {
                Band.multiply(band.q[i - a], band.g[i - a], t[a]);
                double volts = sources.rowVolts(band.row(i - a));
                if (volts != 0) {
                    watts += volts * Strands.sum(band.q[i - a]);
                }
            }
            i -= rows;
        }
        return watts;
    }

    /**
     * The ladders outwards, to the terminals.
     *
     * @return Σ V·g·x over the devices of the rows, in W: what comes back of the power of the turn before
     */
    double end(Sources sources) {
        double watts = 0;
        for (int i = band.count() - 1; i >= 0; i--) {
            band.ladder(i);
            double volts = sources.rowVolts(band.row(i));
            if (volts != 0) {
                Band.multiply(t[0], band.g[i], band.carry());
                watts += volts * Strands.sum(t[0]);
            }
        }
        return watts;
    }
}
