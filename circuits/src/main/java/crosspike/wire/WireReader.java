package crosspike.wire;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;

/** Reads cells through their wires while lines of cells change between the reads. Not thread-safe. */
final class WireReader {
    private final DeviceCrossbar cells;
    private final double tolerance;
    private final double[][] siemens;
    private final LinearNetwork network;
    private final double[] volts;
    private final Drive drive;
    private final double[] rowAmps;
    private final float[] line;
    private boolean isStale;

    WireReader(DeviceCrossbar cells, Wires wires, WireCrossbar.Unselected unselected, double tolerance, int threads) {
        this.cells = cells;
        this.tolerance = tolerance;
        this.siemens = new double[wires.rows()][wires.columns()];
        this.line = new float[Math.max(wires.rows(), wires.columns())];
        load();
        this.network = new LinearNetwork(wires, siemens, threads);
        this.volts = new double[wires.rows()];
        double[] zero = new double[wires.columns()];
        this.drive = new Drive(volts, volts, zero, zero);
        this.rowAmps = new double[wires.rows()];
    }

    /** Conductances as they are now, {@code [rows][columns]}, in S; not to be changed. */
    double[][] siemens() {
        return siemens;
    }

    /** Takes in that the cells of one line have changed. */
    void changed(Line which, int index) {
        cells.conductances(which, index, line);
        if (which == Line.ROW) {
            for (int j = 0; j < siemens[index].length; j++) {
                siemens[index][j] = line[j];
            }
        } else {
            for (int i = 0; i < siemens.length; i++) {
                siemens[i][index] = line[i];
            }
        }
        isStale = true;
    }

    void everythingChanged() {
        load();
        isStale = true;
    }

    private void load() {
        for (int i = 0; i < siemens.length; i++) {
            cells.conductances(Line.ROW, i, line);
            for (int j = 0; j < siemens[i].length; j++) {
                siemens[i][j] = line[j];
            }
        }
    }

    /**
     * Reads all columns.
     *
     * @param rowVolts in V. Not modified.
     * @param columnAmps overwritten: current into each column, in A
     * @return what the drivers deliver, in W
     */
    double read(double[] rowVolts, double[] columnAmps) {
        if (isStale) {
            network.factor();
            isStale = false;
        }
        System.arraycopy(rowVolts, 0, volts, 0, volts.length);
        network.solve(drive, null, false, tolerance * 1e-2);
        network.sumCurrents(rowAmps, columnAmps);
        double watts = 0;
        for (int i = 0; i < volts.length; i++) {
            watts += volts[i] * rowAmps[i];
        }
        return watts;
    }
}
