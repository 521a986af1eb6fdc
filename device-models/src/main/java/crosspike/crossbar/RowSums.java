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

    /** values *= factor. */
    static void scale(float[] values, float factor, int count) {
        for (int i = 0; i < count; i++) {
            values[i] *= factor;
        }
    }

    /** Sum of the first {@code count} values in double, in four interleaved strands. */
    static double total(float[] values, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < count; i++) {
            a += values[i];
        }
        return (a + b) + (c + d);
    }
}
