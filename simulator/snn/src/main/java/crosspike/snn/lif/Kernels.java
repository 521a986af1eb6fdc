package crosspike.snn.lif;

/**
 * The loops over neurons, one step each. Potentials are relative to the excitatory reversal potential, which takes it out of
 * the membrane equation. The compiler turns the loops into vector code as long as each works on at most six arrays, begins
 * at 0 and is not inlined into its caller: so the two long methods stay as long as they are
 * (docs/decisions/0040-one-pass-for-each-step.md).
 */
final class Kernels {
    private Kernels() {}

    /**
     * A length at least {@code neurons} with which arrays that lie one after another begin alike in their cache lines, and
     * after 12 numbers on a new one, as the vector loops do: their 16 bytes of header and 4·(16·m + 12) bytes fill whole
     * lines.
     */
    static int padded(int neurons) {
        return (neurons + 3) / 16 * 16 + 12;
    }

    /**
     * A backward Euler step of the membranes: {@code v ← (v + offset)/(leak + gain·g)}, then {@code g ← keep·g + drive}.
     *
     * @param v potentials; updated
     * @param g excitatory conductances; updated
     * @param threshold of each neuron. Not modified.
     * @param over overwritten: 0 where the potential does not exceed the threshold, else positive
     * @param drive added to the conductances
     * @param gain a·gain, a = step/τ
     * @param keep what is left of g
     * @param leak 1 + a·(1 + gi)
     * @param offset a·((Erest − Ee) + gi·(Ei − Ee))
     */
    static void backward(
            float[] v,
            float[] g,
            float[] threshold,
            float[] over,
            Drive drive,
            float gain,
            float keep,
            float leak,
            float offset) {
        int n = v.length;
        if (drive.count() == 0) {
            for (int j = 0; j < n; j++) {
                float old = g[j];
                float next = (v[j] + offset) / (leak + gain * old);
                float above = next - threshold[j];
                v[j] = next;
                g[j] = keep * old;
                over[j] = above + Math.abs(above);
            }
        } else if (drive.count() == 1) {
            float[] a = drive.first();
            for (int j = 0; j < n; j++) {
                float old = g[j];
                float next = (v[j] + offset) / (leak + gain * old);
                float above = next - threshold[j];
                v[j] = next;
                g[j] = keep * old + a[j];
                over[j] = above + Math.abs(above);
            }
        } else {
            float[] a = drive.first();
            float[] b = drive.second();
            for (int j = 0; j < n; j++) {
                float old = g[j];
                float next = (v[j] + offset) / (leak + gain * old);
                float above = next - threshold[j];
                v[j] = next;
                g[j] = keep * old + (a[j] + b[j]);
                over[j] = above + Math.abs(above);
            }
        }
    }

    /**
     * A forward Euler step: {@code v ← v·(leak − gain·g) + offset}, the rest as {@link #backward}.
     *
     * @param leak 1 − a·(1 + gi)
     */
    static void forward(
            float[] v,
            float[] g,
            float[] threshold,
            float[] over,
            Drive drive,
            float gain,
            float keep,
            float leak,
            float offset) {
        int n = v.length;
        if (drive.count() == 0) {
            for (int j = 0; j < n; j++) {
                float old = g[j];
                float next = v[j] * (leak - gain * old) + offset;
                float above = next - threshold[j];
                v[j] = next;
                g[j] = keep * old;
                over[j] = above + Math.abs(above);
            }
        } else if (drive.count() == 1) {
            float[] a = drive.first();
            for (int j = 0; j < n; j++) {
                float old = g[j];
                float next = v[j] * (leak - gain * old) + offset;
                float above = next - threshold[j];
                v[j] = next;
                g[j] = keep * old + a[j];
                over[j] = above + Math.abs(above);
            }
        } else {
            float[] a = drive.first();
            float[] b = drive.second();
            for (int j = 0; j < n; j++) {
                float old = g[j];
                float next = v[j] * (leak - gain * old) + offset;
                float above = next - threshold[j];
                v[j] = next;
                g[j] = keep * old + (a[j] + b[j]);
                over[j] = above + Math.abs(above);
            }
        }
    }

    /** out = sum of two rows. */
    static void sum(float[] a, float[] b, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = a[j] + b[j];
        }
    }

    /** out = sum of three rows. */
    static void sum(float[] a, float[] b, float[] c, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = (a[j] + b[j]) + c[j];
        }
    }

    /** out = sum of four rows. */
    static void sum(float[] a, float[] b, float[] c, float[] d, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = (a[j] + b[j]) + (c[j] + d[j]);
        }
    }

    /** out += sum of two rows. */
    static void add(float[] a, float[] b, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] += a[j] + b[j];
        }
    }

    /** out += row. */
    static void add(float[] a, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] += a[j];
        }
    }

    /** values ← towards + (values − towards)·left. */
    static void relax(float[] values, float towards, float left) {
        for (int j = 0; j < values.length; j++) {
            values[j] = towards + (values[j] - towards) * left;
        }
    }
}
