package crosspike.snn.lif;

import java.util.Arrays;

/**
 * A kernel of plain loops, which the compiler turns into vector code as long as each is short, works on at most six arrays
 * and begins at 0 (docs/decisions/0040-kernels-of-the-layer.md). Not thread-safe.
 */
final class PlainKernel implements MembraneKernel {
    private static final float[] NOTHING = new float[0];

    private float[] over = new float[0];
    private float[] zeros = new float[0];
    private float[] sum = new float[0];

    @Override
    public int advance(
            float[] v,
            float[] g,
            float[] vAfter,
            float[] gAfter,
            float[] threshold,
            Drive drive,
            Tile tile,
            int steps) {
        int n = v.length;
        if (over.length != n) {
            over = new float[n];
            zeros = new float[n];
            sum = new float[n];
        }
        System.arraycopy(v, 0, vAfter, 0, n);
        System.arraycopy(g, 0, gAfter, 0, n);
        float[][] rows = drive.rows();
        int[] numbers = drive.numbers();
        for (int s = 0; s < steps; s++) {
            int from = drive.from(s);
            int to = drive.from(s + 1);
            float[] last = from == to ? NOTHING : rows[numbers[to - 1]];
            float[] others = to - from < 2 ? NOTHING : to - from == 2 ? rows[numbers[from]] : sum;
            if (to - from > 2) {
                sum(rows, numbers, from, to - 1);
            }
            if (tile.isBackward) {
                backward(vAfter, gAfter, threshold, others, last, tile, s);
            } else {
                forward(vAfter, gAfter, threshold, others, last, tile, s);
            }
            if (anyIsOver(n)) {
                return -(s + 1);
            }
        }
        return steps;
    }

    private boolean anyIsOver(int n) {
        for (int j = 0; j < n; j++) {
            int next = Arrays.mismatch(over, j, n, zeros, j, n);
            if (next < 0) {
                return false;
            }
            j += next;
            if (over[j] > 0) { // a diverged potential may be not a number
                return true;
            }
        }
        return false;
    }

    /** The sum of two rows or more, one after the other. */
    private void sum(float[][] rows, int[] numbers, int from, int to) {
        int k = from + 2;
        if (to - from == 2) {
            sum(rows[numbers[from]], rows[numbers[from + 1]], sum);
        } else {
            sum(rows[numbers[from]], rows[numbers[from + 1]], rows[numbers[k++]], sum);
        }
        for (; k + 2 <= to; k += 2) {
            add(rows[numbers[k]], rows[numbers[k + 1]], sum);
        }
        if (k < to) {
            add(rows[numbers[k]], sum);
        }
    }

    private static void sum(float[] a, float[] b, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = a[j] + b[j];
        }
    }

    private static void sum(float[] a, float[] b, float[] c, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = (a[j] + b[j]) + c[j];
        }
    }

    private static void add(float[] a, float[] b, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = (out[j] + a[j]) + b[j];
        }
    }

    private static void add(float[] a, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] += a[j];
        }
    }

    private void backward(float[] v, float[] g, float[] threshold, float[] a, float[] b, Tile tile, int s) {
        if (b.length == 0) {
            backward(v, g, threshold, over, tile.gain, tile.keep, tile.leak[s], tile.offset[s]);
        } else if (a.length == 0) {
            backward(v, g, threshold, over, b, tile.gain, tile.keep, tile.leak[s], tile.offset[s]);
        } else {
            backward(v, g, threshold, over, a, b, tile.gain, tile.keep, tile.leak[s], tile.offset[s]);
        }
    }

    private static void backward(
            float[] v, float[] g, float[] threshold, float[] over, float gain, float keep, float leak, float offset) {
        for (int j = 0; j < v.length; j++) {
            float old = g[j];
            float next = (v[j] + offset) / (leak + gain * old);
            float above = next - threshold[j];
            v[j] = next;
            g[j] = keep * old;
            over[j] = above + Math.abs(above);
        }
    }

    private static void backward(
            float[] v,
            float[] g,
            float[] threshold,
            float[] over,
            float[] a,
            float gain,
            float keep,
            float leak,
            float offset) {
        for (int j = 0; j < v.length; j++) {
            float old = g[j];
            float next = (v[j] + offset) / (leak + gain * old);
            float above = next - threshold[j];
            v[j] = next;
            g[j] = keep * old + a[j];
            over[j] = above + Math.abs(above);
        }
    }

    private static void backward(
            float[] v,
            float[] g,
            float[] threshold,
            float[] over,
            float[] a,
            float[] b,
            float gain,
            float keep,
            float leak,
            float offset) {
        for (int j = 0; j < v.length; j++) {
            float old = g[j];
            float next = (v[j] + offset) / (leak + gain * old);
            float above = next - threshold[j];
            v[j] = next;
            g[j] = keep * old + (a[j] + b[j]);
            over[j] = above + Math.abs(above);
        }
    }

    private void forward(float[] v, float[] g, float[] threshold, float[] a, float[] b, Tile tile, int s) {
        float leak = tile.leak[s];
        float offset = tile.offset[s];
        for (int j = 0; j < v.length; j++) {
            float next = v[j] * (leak - tile.gain * g[j]) + offset;
            float above = next - threshold[j];
            v[j] = next;
            over[j] = above + Math.abs(above);
        }
        for (int j = 0; j < g.length; j++) {
            g[j] *= tile.keep;
        }
        if (a.length > 0) {
            sum(a, b, sum);
            add(sum, g);
        } else if (b.length > 0) {
            add(b, g);
        }
    }
}
