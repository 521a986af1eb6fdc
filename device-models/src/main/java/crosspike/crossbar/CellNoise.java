package crosspike.crossbar;

import crosspike.device.nonideality.Cells;
import crosspike.device.nonideality.LayerStack;
import java.util.Arrays;

/** Noise of reads: drawn once for each sum, with the exact variance of that sum. Variances are kept cell by cell. */
final class CellNoise {
    private final CellMatrix variance;
    private final LayerStack layers;
    private final DisconnectedCells disconnected;

    /** @param disconnected cells without noise */
    CellNoise(CellMatrix variance, LayerStack layers, DisconnectedCells disconnected) {
        this.variance = variance;
        this.layers = layers;
        this.disconnected = disconnected;
    }

    /** Adds to the currents of columns the noise of the active rows, all at one voltage. */
    void addTo(float[] amps, int[] activeRows, int count, float volts, Session session) {
        add(amps, session.latestVariances.sums(variance, activeRows, count), volts, variance.columns(), session);
    }

    /** The same for the next read of a series. */
    void addTo(float[] amps, ActiveRows rows, float volts, Session session) {
        add(amps, session.latestVariances.sums(variance, rows), volts, variance.columns(), session);
    }

    /** Adds to the currents of columns the noise of all rows, each at its voltage. */
    void addTo(float[] amps, double[] volts, Session session) {
        float[] sums = cleared(session);
        for (int r = 0; r < volts.length; r++) {
            if (volts[r] != 0) {
                addRow(r, (float) (volts[r] * volts[r]), sums);
            }
        }
        add(amps, sums, session);
    }

    /** Adds to the conductances of a line the noise of each cell. */
    void addTo(Line line, int index, float[] siemens, int cells, Session session) {
        float[] variances = session.variances(cells);
        variance.load(line, index, variances);
        add(siemens, variances, 1f, cells, session);
    }

    /** A variance of 0 for each column, to be added to; valid until the session draws other noise. */
    float[] cleared(Session session) {
        float[] sums = session.variances(variance.columns());
        Arrays.fill(sums, 0, variance.columns(), 0f);
        return sums;
    }

    /** Adds the variance of a row to those of the columns. */
    void addRow(int row, float squareVolts, float[] sums) {
        RowSums.addScaled(squareVolts, variance.rows()[row], sums, variance.columns());
    }

    /** Adds noise to the currents of columns. */
    void add(float[] amps, float[] sums, Session session) {
        add(amps, sums, 1f, variance.columns(), session);
    }

    /** Variances that a series of reads added and took away again may be a little below 0, where they are 0. */
    private static void add(float[] values, float[] variances, float scale, int count, Session session) {
        for (int i = 0; i < count; i++) {
            values[i] += scale * (float) (Math.sqrt(Math.max(0f, variances[i])) * session.random.gaussian());
        }
    }

    /** The cells of a line show other conductances than before. */
    void changed(Line line, int index, Cells cells, float[] siemens, Session session) {
        float[] variances = session.variances(cells.count());
        fill(cells, siemens, variances);
        variance.store(line, index, variances);
    }

    /** The variances, to be {@link #fill filled} anew row by row. */
    float[][] rowsToWrite() {
        return variance.rowsToWrite();
    }

    /** Fills in the variances of cells that show some conductances. */
    void fill(Cells cells, float[] siemens, float[] variances) {
        Arrays.fill(variances, 0, cells.count(), 0f);
        layers.addVariance(cells, siemens, variances);
        disconnected.silence(cells, variances);
    }

    /** Cells of a line have been disconnected. */
    void disconnected(Line line, int index, Cells cells) {
        float[] variances = new float[cells.count()];
        variance.load(line, index, variances);
        disconnected.silence(cells, variances);
        variance.store(line, index, variances);
    }
}
