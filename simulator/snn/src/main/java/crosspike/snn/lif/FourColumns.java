package crosspike.snn.lif;

/** Up to four columns of a matrix that are scaled at once: they share what finding a row takes. */
final class FourColumns {
    private static final int MOST = 4;

    private final int[] columns = new int[MOST];
    private final float[] factors = new float[MOST];
    private int count;
    private float[][] rows;

    boolean isFull() {
        return count == MOST;
    }

    /** The matrix of the columns; null before there is one. */
    float[][] rows() {
        return rows;
    }

    /** Begins anew with another matrix. */
    void take(float[][] matrix) {
        rows = matrix;
        count = 0;
    }

    void add(int column) {
        columns[count++] = column;
    }

    /** Scales each column so that its sum is that given, unless it is 0; and forgets them. */
    void normalise(float target) {
        if (count == 0) {
            return;
        }
        for (int k = count; k < MOST; k++) {
            columns[k] = columns[0]; // which is summed again, and scaled by 1
        }
        sum();
        for (int k = 0; k < MOST; k++) {
            factors[k] = k < count && factors[k] > 0 ? target / factors[k] : 1f;
        }
        scale();
        count = 0;
    }

    /** Into {@link #factors}. In four interleaved strands for each column, so that one addition need not wait for the other. */
    private void sum() {
        int i = columns[0];
        int j = columns[1];
        int k = columns[2];
        int l = columns[3];
        float i0 = 0, i1 = 0, i2 = 0, i3 = 0;
        float j0 = 0, j1 = 0, j2 = 0, j3 = 0;
        float k0 = 0, k1 = 0, k2 = 0, k3 = 0;
        float l0 = 0, l1 = 0, l2 = 0, l3 = 0;
        int r = 0;
        for (; r + 4 <= rows.length; r += 4) {
            float[] row = rows[r];
            i0 += row[i];
            j0 += row[j];
            k0 += row[k];
            l0 += row[l];
            row = rows[r + 1];
            i1 += row[i];
            j1 += row[j];
            k1 += row[k];
            l1 += row[l];
            row = rows[r + 2];
            i2 += row[i];
            j2 += row[j];
            k2 += row[k];
            l2 += row[l];
            row = rows[r + 3];
            i3 += row[i];
            j3 += row[j];
            k3 += row[k];
            l3 += row[l];
        }
        for (; r < rows.length; r++) {
            i0 += rows[r][i];
            j0 += rows[r][j];
            k0 += rows[r][k];
            l0 += rows[r][l];
        }
        factors[0] = (i0 + i1) + (i2 + i3);
        factors[1] = (j0 + j1) + (j2 + j3);
        factors[2] = (k0 + k1) + (k2 + k3);
        factors[3] = (l0 + l1) + (l2 + l3);
    }

    private void scale() {
        int i = columns[0];
        int j = columns[1];
        int k = columns[2];
        int l = columns[3];
        float ofI = factors[0];
        float ofJ = factors[1];
        float ofK = factors[2];
        float ofL = factors[3];
        for (float[] row : rows) {
            row[i] *= ofI;
            row[j] *= ofJ;
            row[k] *= ofK;
            row[l] *= ofL;
        }
    }
}
