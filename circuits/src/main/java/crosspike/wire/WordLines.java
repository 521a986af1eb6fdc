package crosspike.wire;

/**
 * Word lines as resistive ladders, the devices taken as conductances to given voltages: solves Tw·v = currents for each
 * row by a Norton ladder. Seen from the left, what lies before a segment is a current J beside a conductance e; behind the
 * segment it is k·J beside k·e with k = 1/(1 + e·r). There is no subtraction, so floating lines and ideal drivers lose no
 * digits.
 */
final class WordLines {
    private final double[][] ohms;
    private final double[][] k;
    private final double[][] e; // seen from a node to its left, its own device included
    private final double[] inversePivots;
    private final int[] staleFrom;
    private final boolean[] floats;
    private final double[] leftSiemens;
    private final double[] rightSiemens;

    WordLines(Wires wires) {
        int rows = wires.rows();
        this.ohms = Ladder.solvable(wires.wordSegmentOhms());
        this.k = new double[rows][wires.columns()];
        this.e = new double[rows][wires.columns()];
        this.inversePivots = new double[rows];
        this.staleFrom = new int[rows];
        this.floats = new boolean[rows];
        this.leftSiemens = Ladder.siemens(wires.leftOhms());
        this.rightSiemens = Ladder.siemens(wires.rightOhms());
    }

    /** The devices of a row have changed from this column on. */
    void changed(int row, int column) {
        staleFrom[row] = Math.min(staleFrom[row], column);
    }

    /** Disconnects the terminals of a row, or connects them again. */
    void setFloating(int row, boolean isFloating) {
        if (floats[row] != isFloating) {
            floats[row] = isFloating;
            staleFrom[row] = 0;
        }
    }

    /** Takes the conductances of the devices of a row, in S, as far as they have changed. */
    void factor(int row, double[] siemens) {
        int last = siemens.length - 1;
        int from = staleFrom[row];
        if (from > last) {
            return;
        }
        double[] r = ohms[row];
        double[] factors = k[row];
        double[] seen = e[row];
        double now = start(row, siemens, from);
        for (int j = from; j < last; j++) {
            seen[j] = now;
            factors[j] = 1 / (1 + now * r[j]);
            now = siemens[j + 1] + now * factors[j];
        }
        end(row, now);
    }

    /** {@link #factor} for the four rows first, first + step, ...: divisions take long, but several can be under way. */
    void factorFour(int first, int step, double[] g0, double[] g1, double[] g2, double[] g3) {
        int second = first + step;
        int third = second + step;
        int fourth = third + step;
        int from =
                Math.min(Math.min(staleFrom[first], staleFrom[second]), Math.min(staleFrom[third], staleFrom[fourth]));
        int last = g0.length - 1;
        if (from > last) {
            return;
        }
        double a = start(first, g0, from);
        double b = start(second, g1, from);
        double c = start(third, g2, from);
        double d = start(fourth, g3, from);
        double[] r0 = ohms[first];
        double[] r1 = ohms[second];
        double[] r2 = ohms[third];
        double[] r3 = ohms[fourth];
        double[] e0 = e[first];
        double[] e1 = e[second];
        double[] e2 = e[third];
        double[] e3 = e[fourth];
        double[] k0 = k[first];
        double[] k1 = k[second];
        double[] k2 = k[third];
        double[] k3 = k[fourth];
        for (int j = from; j < last; j++) {
            e0[j] = a;
            e1[j] = b;
            e2[j] = c;
            e3[j] = d;
            double f0 = 1 / (1 + a * r0[j]);
            double f1 = 1 / (1 + b * r1[j]);
            double f2 = 1 / (1 + c * r2[j]);
            double f3 = 1 / (1 + d * r3[j]);
            k0[j] = f0;
            k1[j] = f1;
            k2[j] = f2;
            k3[j] = f3;
            a = g0[j + 1] + a * f0;
            b = g1[j + 1] + b * f1;
            c = g2[j + 1] + c * f2;
            d = g3[j + 1] + d * f3;
        }
        end(first, a);
        end(second, b);
        end(third, c);
        end(fourth, d);
    }

    private double start(int row, double[] siemens, int from) {
        double left = from > 0 ? e[row][from - 1] * k[row][from - 1] : floats[row] ? 0 : leftSiemens[row];
        return left + siemens[from];
    }

    private void end(int row, double seen) {
        inversePivots[row] = Ladder.inverse(floats[row] ? seen : seen + rightSiemens[row]);
        staleFrom[row] = Integer.MAX_VALUE;
    }

    /** Adds the currents of the drivers of a row to {@code amps}. */
    void drive(int row, double leftVolts, double rightVolts, double[] amps) {
        amps[0] += leftSiemens[row] * leftVolts;
        amps[amps.length - 1] += rightSiemens[row] * rightVolts;
    }

    /** Turns currents into the nodes of a row, in A, into the voltages of the nodes. */
    void solve(int row, double[] v) {
        double[] factors = k[row];
        double[] r = ohms[row];
        int last = v.length - 1;
        double a = v[0];
        for (int j = 0; j < last; j++) {
            a = Math.fma(factors[j], a, v[j + 1]);
            v[j + 1] = a;
        }
        a *= inversePivots[row];
        v[last] = a;
        for (int j = last - 1; j >= 0; j--) {
            double f = factors[j];
            a = Math.fma(f, a, f * (r[j] * v[j]));
            v[j] = a;
        }
    }

    /** {@link #solve} for the four rows first, first + step, ... */
    void solveFour(int first, int step, double[][] v) {
        solveFour(first, first + step, first + 2 * step, first + 3 * step, v);
    }

    /** {@link #solve} for four rows: side by side they hide the latency of the recurrence. */
    void solveFour(int first, int second, int third, int fourth, double[][] v) {
        if (ohms[first] != ohms[second] || ohms[first] != ohms[third] || ohms[first] != ohms[fourth]) {
            solve(first, v[0]);
            solve(second, v[1]);
            solve(third, v[2]);
            solve(fourth, v[3]);
            return;
        }
        forward(v[0], v[1], v[2], v[3], k[first], k[second], k[third], k[fourth]);
        int last = v[0].length - 1;
        v[0][last] *= inversePivots[first];
        v[1][last] *= inversePivots[second];
        v[2][last] *= inversePivots[third];
        v[3][last] *= inversePivots[fourth];
        backward(v[0], v[1], v[2], v[3], k[first], k[second], k[third], k[fourth], ohms[first]);
    }

    private static void forward(
            double[] v0, double[] v1, double[] v2, double[] v3, double[] k0, double[] k1, double[] k2, double[] k3) {
        double a = v0[0];
        double b = v1[0];
        double c = v2[0];
        double d = v3[0];
        int last = v0.length - 1;
        for (int j = 0; j < last; j++) {
            a = Math.fma(k0[j], a, v0[j + 1]);
            b = Math.fma(k1[j], b, v1[j + 1]);
            c = Math.fma(k2[j], c, v2[j + 1]);
            d = Math.fma(k3[j], d, v3[j + 1]);
            v0[j + 1] = a;
            v1[j + 1] = b;
            v2[j + 1] = c;
            v3[j + 1] = d;
        }
    }

    private static void backward(
            double[] v0,
            double[] v1,
            double[] v2,
            double[] v3,
            double[] k0,
            double[] k1,
            double[] k2,
            double[] k3,
            double[] r) {
        int last = v0.length - 1;
        double a = v0[last];
        double b = v1[last];
        double c = v2[last];
        double d = v3[last];
        for (int j = last - 1; j >= 0; j--) {
            double ohms = r[j];
            double f0 = k0[j];
            double f1 = k1[j];
            double f2 = k2[j];
            double f3 = k3[j];
            a = Math.fma(f0, a, f0 * (ohms * v0[j]));
            b = Math.fma(f1, b, f1 * (ohms * v1[j]));
            c = Math.fma(f2, c, f2 * (ohms * v2[j]));
            d = Math.fma(f3, d, f3 * (ohms * v3[j]));
            v0[j] = a;
            v1[j] = b;
            v2[j] = c;
            v3[j] = d;
        }
    }
}
