package crosspike.wire;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.wire.WireCrossbar.Unselected;

/**
 * Reads cells through their wires while lines of cells change between the reads. Good wires are solved in turns
 * ({@link Sweep}), others by conjugate gradients, cells with a nonlinear curve by {@link CurvedReader}. Nothing is kept of a read, so the next one does not depend on it. Not
 * thread-safe.
 */
final class WireReader {
    /** From here on conjugate gradients are faster. */
    private static final int MOST_TURNS = 8;

    /** Tolerance of the conjugate gradients beside that of the column currents. */
    private static final double GRADIENT_TOLERANCE = 0.1;

    private final DeviceCrossbar cells;
    private final boolean silentRowsFloat;
    private final double tolerance;
    private final double[][] siemens;
    private final LinearNetwork network;
    private final Coupling coupling;
    private final double[] volts;
    private final Drive drive;
    private final double[] rowAmps;
    private final float[] line;
    private final double[] before;
    private final CurvedReader curved; // null if the cells are resistors

    WireReader(DeviceCrossbar cells, Wires wires, Unselected unselected, double tolerance, int threads) {
        this.cells = cells;
        this.silentRowsFloat = unselected == Unselected.FLOATING;
        this.tolerance = tolerance;
        this.siemens = new double[wires.rows()][wires.columns()];
        this.line = new float[Math.max(wires.rows(), wires.columns())];
        this.before = new double[wires.rows()];
        load();
        this.network = new LinearNetwork(wires, siemens, threads);
        this.coupling = new Coupling(wires, siemens);
        this.volts = new double[wires.rows()];
        double[] zero = new double[wires.columns()];
        this.drive = new Drive(volts, volts, zero, zero);
        this.rowAmps = new double[wires.rows()];
        this.curved = cells.curvature() > 0
                ? new CurvedReader(wires, silentRowsFloat, siemens, cells.curvature(), cells.readVolts())
                : null;
    }

    /** Conductances as they are now, {@code [rows][columns]}, in S; not to be changed. */
    double[][] siemens() {
        return siemens;
    }

    /** Takes in that the cells of one line have changed. */
    void changed(Line which, int index) {
        if (which == Line.ROW) {
            everythingChanged();
            return;
        }
        cells.conductances(which, index, line);
        for (int i = 0; i < siemens.length; i++) {
            before[i] = siemens[i][index];
            siemens[i][index] = line[i];
        }
        if (curved != null) {
            return;
        }
        network.factorColumn(index);
        coupling.columnChanged(index, before);
    }

    /** Takes in that all cells have changed. */
    void everythingChanged() {
        load();
        network.factor();
        coupling.changed();
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
        if (curved != null) {
            return curved.read(rowVolts, columnAmps);
        }
        System.arraycopy(rowVolts, 0, volts, 0, volts.length);
        if (silentRowsFloat) {
            network.disconnectSilent(volts);
        }
        int turns = coupling.turns(tolerance, silentRowsFloat, MOST_TURNS);
        if (turns <= MOST_TURNS) {
            return network.sweep(drive, turns, columnAmps);
        }
        network.solve(drive, null, false, tolerance * GRADIENT_TOLERANCE);
        network.sumCurrents(rowAmps, columnAmps);
        double watts = 0;
        for (int i = 0; i < volts.length; i++) {
            watts += volts[i] * rowAmps[i];
        }
        return watts;
    }
}
