package crosspike.crossbar;

import java.util.Arrays;

/**
 * Sums of conductance rows, the heart of every read. Rows are taken four at a time in ascending order, which the compiler
 * turns into vector code; the grouping is fixed, so the bits do not depend on the machine.
 */
final class RowSums {
    private RowSums() {}

    /** out[c] = Σ siemens[rows[i]][c] over the first {@code count} rows. */
    static void sum(float[][] siemens, int[] rows, int count, float[] out, int columns) {
        Arrays.fill(out, 0, columns, 0f);
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            addFour(siemens[rows[i]], siemens[rows[i + 1]], siemens[rows[i + 2]], siemens[rows[i + 3]], out, columns);
        }
        for (; i < count; i++) {
            addOne(siemens[rows[i]], out, columns);
        }
    }

    /** The sum of some cells of a column, in the order of {@link #sum(float[][], int[], int, float[], int)}. */
    static float sum(float[] column, int[] rows, int count) {
        float sum = 0;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            sum += (column[rows[i]] + column[rows[i + 1]]) + (column[rows[i + 2]] + column[rows[i + 3]]);
        }
        for (; i < count; i++) {
            sum += column[rows[i]];
        }
        return sum;
    }

    /** out[c] += Σ siemens[added[i]][c] − Σ siemens[removed[i]][c], taken four rows at a time. */
    static void exchange(
            float[][] siemens, int[] added, int addedCount, int[] removed, int removedCount, float[] out, int columns) {
        int a = 0;
        int r = 0;
        for (; a + 2 <= addedCount && r + 2 <= removedCount; a += 2, r += 2) {
            exchangeTwo(
                    siemens[added[a]],
                    siemens[added[a + 1]],
                    siemens[removed[r]],
                    siemens[removed[r + 1]],
                    out,
                    columns);
        }
        for (; a + 4 <= addedCount; a += 4) {
            addFour(
                    siemens[added[a]],
                    siemens[added[a + 1]],
                    siemens[added[a + 2]],
                    siemens[added[a + 3]],
                    out,
                    columns);
        }
        for (; r + 4 <= removedCount; r += 4) {
            removeFour(
                    siemens[removed[r]],
                    siemens[removed[r + 1]],
                    siemens[removed[r + 2]],
                    siemens[removed[r + 3]],
                    out,
                    columns);
        }
        for (; a < addedCount; a++) {
            addOne(siemens[added[a]], out, columns);
        }
        for (; r < removedCount; r++) {
            addScaled(-1, siemens[removed[r]], out, columns);
        }
    }

    private static void exchangeTwo(float[] a, float[] b, float[] c, float[] d, float[] out, int columns) {
        for (int i = 0; i < columns; i++) {
            out[i] += (a[i] + b[i]) - (c[i] + d[i]);
        }
    }

    private static void removeFour(float[] a, float[] b, float[] c, float[] d, float[] out, int columns) {
        for (int i = 0; i < columns; i++) {
            out[i] -= (a[i] + b[i]) + (c[i] + d[i]);
        }
    }

    private static void addFour(float[] a, float[] b, float[] c, float[] d, float[] out, int columns) {
        for (int i = 0; i < columns; i++) {
            out[i] += (a[i] + b[i]) + (c[i] + d[i]);
        }
    }

    private static void addOne(float[] row, float[] out, int columns) {
        for (int i = 0; i < columns; i++) {
            out[i] += row[i];
        }
    }

    /** out += x·row. */
    static void addScaled(float x, float[] row, float[] out, int columns) {
        for (int i = 0; i < columns; i++) {
            out[i] += x * row[i];
        }
    }
}
