package crosspike.wire;

import java.util.Arrays;

/**
 * Half of the rows, counted from the top or bottom end of the bit lines (0) to the middle: the vectors of the conjugate
 * gradients for these rows, and the bit-line ladders that run through them. The ladders of both halves meet in the middle
 * ({@link LinearNetwork}), so two threads share the work and a single one gets the same bits.
 *
 * <p>A step of the conjugate gradients passes through memory twice: {@link #residual} inwards, {@link #direction} outwards.
 * All inner loops run along a row over arrays that share their index, which is what the compiler vectorises.
 */
final class Band {
    static final int GROUP = 4;

    /** Solution: voltages of the bit-line nodes, less alpha·p of the last step. */
    final double[][] x;

    private final double[][] p; // direction
    private final double[][] s; // Tb·p
    private final double[][] r; // residual current
    final double[][] q; // S·p, then the forward currents J of the ladders
    final double[][] g; // devices, S
    final double[][] k; // ladder factors towards the middle
    private final double[][] ohms;
    private final double[][] t;
    private final double[] carry;
    private final double[] lanes;
    private final int first;
    private final int step;
    private final WordLines words;
    private final Sweep sweep;

    /** Whether the innermost row is solved with the middle, not by its own factor. */
    private final boolean endsInMiddle;

    Band(
            int first,
            int step,
            int count,
            double[][] siemens,
            double[][] x,
            double[][] bitOhms,
            WordLines words,
            boolean endsInMiddle) {
        int columns = siemens[0].length;
        this.first = first;
        this.step = step;
        this.words = words;
        this.endsInMiddle = endsInMiddle;
        this.g = new double[count][];
        this.x = new double[count][];
        this.ohms = new double[count][];
        this.p = new double[count][columns];
        this.s = new double[count][columns];
        this.r = new double[count][columns];
        this.q = new double[count][columns];
        this.k = new double[count][columns];
        this.t = new double[GROUP][columns];
        this.carry = new double[columns];
        this.lanes = new double[columns];
        this.sweep = new Sweep(this, words);
        for (int i = 0; i < count; i++) {
            int row = row(i);
            g[i] = siemens[row];
            this.x[i] = x[row];
            boolean isInnermost = i == count - 1;
            ohms[i] = isInnermost && endsInMiddle ? new double[columns] : bitOhms[step > 0 ? row : row - 1];
        }
    }

    int count() {
        return g.length;
    }

    /** The same rows, solved in turns. */
    Sweep sweep() {
        return sweep;
    }

    /** The row of the array that is row i of this half. */
    int row(int i) {
        return first + i * step;
    }

    /** What {@link #residual} left in the innermost row; 0 without rows. */
    double[] innermostCurrents() {
        return count() == 0 ? new double[carry.length] : q[count() - 1];
    }

    /** From the innermost row to the one beyond; 0 without rows. */
    double[] innermostFactors() {
        return count() == 0 ? new double[carry.length] : k[count() - 1];
    }

    /** Where the ladders start outwards: voltages of the node beyond, or of the innermost row if it ends in the middle. */
    double[] carry() {
        return carry;
    }

    /** Takes the conductances of the word lines where they have changed. */
    void factorWords() {
        for (int i = 0; i < count(); ) {
            if (i + GROUP <= count()) {
                words.factorFour(row(i), step, g[i], g[i + 1], g[i + 2], g[i + 3]);
                i += GROUP;
            } else {
                words.factor(row(i), g[i]);
                i++;
            }
        }
    }

    /** Takes the conductances of some bit lines: factors their ladders; leaves in {@code e} what is seen from the middle. */
    void factorBits(double[] outerSiemens, double[] otherEndSiemens, double[] e, int from, int to) {
        Arrays.fill(e, from, to, 0);
        for (int i = 0; i < count(); i++) {
            if (i > 0) {
                pass(e, k[i - 1], ohms[i - 1], from, to);
            }
            add(e, g[i], from, to);
            if (i == 0) {
                add(e, outerSiemens, from, to);
            }
        }
        if (endsInMiddle) {
            if (count() == 1 && otherEndSiemens != null) {
                add(e, otherEndSiemens, from, to);
            }
        } else if (count() > 0) {
            pass(e, k[count() - 1], ohms[count() - 1], from, to);
        }
    }

    private static void pass(double[] e, double[] k, double[] ohms, int from, int to) {
        for (int j = from; j < to; j++) {
            k[j] = 1 / (1 + e[j] * ohms[j]);
            e[j] *= k[j];
        }
    }

    private static void add(double[] sum, double[] values, int from, int to) {
        for (int j = from; j < to; j++) {
            sum[j] += values[j];
        }
    }

    /** r = currents of the bit-line sources. */
    void loadBits(Sources sources) {
        for (int i = 0; i < count(); i++) {
            Arrays.fill(r[i], 0);
            sources.addToBits(row(i), r[i]);
        }
    }

    /** r = G·Tw⁻¹·(word-line sources). */
    void loadWords(Sources sources) {
        load(null, sources, false);
    }

    /** r = G·Tw⁻¹·(word-line sources + G·p). */
    void loadWordsAndDirection(Sources sources) {
        load(p, sources, false);
    }

    /** r = G·Tw⁻¹·(word-line sources + G·x) + bit-line sources. */
    void loadAll(Sources sources) {
        load(x, sources, true);
    }

    /** r = G·Tw⁻¹·G·p: the residual after x was moved by p = Tb⁻¹·(residual before). */
    void loadDirection() {
        load(p, null, false);
    }

    private void load(double[][] bitVolts, Sources sources, boolean withBits) {
        for (int i = 0; i < count(); ) {
            int rows = wordVolts(bitVolts, i, sources);
            for (int end = i + rows, a = 0; i < end; i++, a++) {
                multiply(r[i], g[i], t[a]);
                if (withBits) {
                    sources.addToBits(row(i), r[i]);
                }
            }
        }
    }

    /** Puts the word-line voltages of one to four rows from i inwards into t; returns how many. */
    private int wordVolts(double[][] bitVolts, int i, Sources sources) {
        int rows = i + GROUP <= count() ? GROUP : 1;
        for (int a = 0; a < rows; a++) {
            if (bitVolts == null) {
                Arrays.fill(t[a], 0);
            } else {
                multiply(t[a], g[i + a], bitVolts[i + a]);
            }
            if (sources != null) {
                sources.addToWords(row(i + a), t[a]);
            }
        }
        if (rows == GROUP) {
            words.solveFour(row(i), step, t);
        } else {
            words.solve(row(i), t[0]);
        }
        return rows;
    }

    static void multiply(double[] product, double[] a, double[] b) {
        for (int j = 0; j < product.length; j++) {
            product[j] = a[j] * b[j];
        }
    }

    /** r -= alpha·q, then the ladders inwards. Returns Σ r·Tb⁻¹·r so far: J²·r·k for each node passed. */
    double residual(double alpha) {
        Arrays.fill(carry, 0);
        Arrays.fill(lanes, 0);
        for (int i = 0; i < count(); i++) {
            if (i == 0) {
                inwards(r[0], q[0], k[0], carry, alpha);
            } else {
                inwards(r[i], q[i], k[i - 1], q[i - 1], alpha);
            }
            addEnergy(q[i], k[i], ohms[i], lanes);
        }
        return Strands.sum(lanes);
    }

    private static void inwards(double[] r, double[] q, double[] k, double[] before, double alpha) {
        for (int j = 0; j < r.length; j++) {
            double current = r[j] - alpha * q[j];
            r[j] = current;
            q[j] = current + k[j] * before[j];
        }
    }

    /** One loop with {@link #inwards} would be three times slower: the compiler gives up vectorising at seven arrays. */
    private static void addEnergy(double[] currents, double[] k, double[] ohms, double[] lanes) {
        for (int j = 0; j < currents.length; j++) {
            lanes[j] += currents[j] * currents[j] * (ohms[j] * k[j]);
        }
    }

    /** The ladders outwards: p = Tb⁻¹·r. */
    void solveIntoDirection() {
        for (int i = count() - 1; i >= 0; i--) {
            ladder(i);
            System.arraycopy(carry, 0, p[i], 0, carry.length);
        }
    }

    /** The ladders outwards, into the solution: p = Tb⁻¹·r − x and x = Tb⁻¹·r. */
    void solveIntoSolution() {
        for (int i = count() - 1; i >= 0; i--) {
            ladder(i);
            for (int j = 0; j < carry.length; j++) {
                p[i][j] = carry[j] - x[i][j];
                x[i][j] = carry[j];
            }
        }
    }

    /** x = 0. */
    void clearSolution() {
        for (double[] row : x) {
            Arrays.fill(row, 0);
        }
    }

    /** x = p. */
    void takeDirection() {
        for (int i = 0; i < count(); i++) {
            System.arraycopy(p[i], 0, x[i], 0, carry.length);
        }
    }

    /**
     * The ladders outwards and, with z = Tb⁻¹·r, x += alpha·p; p = z + beta·p; s = r + beta·s = Tb·p; q = S·p.
     *
     * @return p·q
     */
    double direction(double alpha, double beta) {
        Arrays.fill(lanes, 0);
        int i = count() - 1;
        while (i >= 0) {
            int rows = i >= GROUP - 1 ? GROUP : 1;
            for (int a = 0; a < rows; a++) {
                ladder(i - a);
                turn(carry, p[i - a], x[i - a], s[i - a], r[i - a], g[i - a], t[a], alpha, beta);
            }
            if (rows == GROUP) {
                words.solveFour(row(i), -step, t);
            } else {
                words.solve(row(i), t[0]);
            }
            for (int a = 0; a < rows; a++) {
                apply(q[i - a], s[i - a], g[i - a], t[a], p[i - a], lanes);
            }
            i -= rows;
        }
        return Strands.sum(lanes);
    }

    /** Moves {@link #carry} outwards to row i. */
    void ladder(int i) {
        if (!(endsInMiddle && i == count() - 1)) {
            outwards(k[i], ohms[i], q[i], carry);
        }
    }

    private static void outwards(double[] k, double[] ohms, double[] currents, double[] carry) {
        for (int j = 0; j < k.length; j++) {
            carry[j] = k[j] * (carry[j] + ohms[j] * currents[j]);
        }
    }

    private static void turn(
            double[] z,
            double[] p,
            double[] x,
            double[] s,
            double[] r,
            double[] g,
            double[] t,
            double alpha,
            double beta) {
        for (int j = 0; j < z.length; j++) {
            double old = p[j];
            x[j] += alpha * old;
            double next = z[j] + beta * old;
            p[j] = next;
            s[j] = r[j] + beta * s[j];
            t[j] = g[j] * next;
        }
    }

    private static void apply(double[] q, double[] s, double[] g, double[] t, double[] p, double[] lanes) {
        for (int j = 0; j < q.length; j++) {
            double current = s[j] - g[j] * t[j];
            q[j] = current;
            lanes[j] += current * p[j];
        }
    }

    /** x += alpha·p. */
    void advance(double alpha) {
        for (int i = 0; i < count(); i++) {
            double[] solution = x[i];
            double[] direction = p[i];
            for (int j = 0; j < solution.length; j++) {
                solution[j] += alpha * direction[j];
            }
        }
    }

    /** Forgets what a failed solution may have left. */
    void clear() {
        for (double[][] rows : new double[][][] {x, p, s, q}) {
            for (double[] row : rows) {
                Arrays.fill(row, 0);
            }
        }
    }

    /**
     * Sums the currents of the devices along the lines; see {@link #columnSums}.
     *
     * @param rowSums overwritten for the rows of this band, in A; null if not wanted
     */
    void sumCurrents(Sources sources, double[] rowSums) {
        Arrays.fill(lanes, 0);
        for (int i = 0; i < count(); ) {
            int rows = wordVolts(x, i, sources);
            for (int end = i + rows, a = 0; i < end; i++, a++) {
                deviceCurrents(g[i], t[a], x[i], t[a], lanes);
                if (rowSums != null) {
                    rowSums[row(i)] = Strands.sum(t[a]);
                }
            }
        }
    }

    /** What {@link #sumCurrents} found for each column, in A. */
    double[] columnSums() {
        return lanes;
    }

    private static void deviceCurrents(double[] g, double[] w, double[] x, double[] out, double[] sums) {
        for (int j = 0; j < g.length; j++) {
            double amps = g[j] * (w[j] - x[j]);
            out[j] = amps;
            sums[j] += amps;
        }
    }
}
