package crosspike.wire;

import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.device.PulseResponse;
import crosspike.device.Waveforms;
import crosspike.input.UserError;
import java.util.Arrays;

/**
 * Cells that are read through the resistance of their wires: IR drop and sneak paths are in every current. Cells are
 * programmed, and read one by one, as in a {@link DeviceCrossbar}. The energy of a read is what the drivers deliver.
 *
 * <p>A session that programs the array reads by solving the wires each time; all other sessions read through the
 * {@link TransferMatrix}, which is built when the first of them reads after a change. The rule asks who reads, not how
 * often, so that results do not depend on the order in which threads read.
 */
public final class WireCrossbar implements Crossbar {
    private static final double TOLERANCE = 1e-12;

    private final DeviceCrossbar cells;
    private final Wires wires;
    private final double accessOhms;
    private final Waveforms waveforms;
    private final int threads;
    private final double[][] siemens;
    private final LinearNetwork network;
    private final double[] solverAmps;
    private final double[] rowAmps;
    private final ThreadLocal<double[]> volts;
    private final ThreadLocal<double[]> amps;
    private final ThreadLocal<double[]> supply;
    private volatile TransferMatrix matrix;
    private volatile Session programmer;
    private boolean isStale;

    /**
     * Cells all at the lowest conductance.
     *
     * @param wires terminals at the left and right are the row drivers, those at the top and bottom the column sensors
     * @param accessOhms resistance in series with each cell, in ohm; 0 for a passive array
     * @param threads as {@link LinearNetwork}
     */
    public WireCrossbar(PulseResponse response, Waveforms waveforms, Wires wires, double accessOhms, int threads) {
        if (!(accessOhms >= 0 && accessOhms < Double.POSITIVE_INFINITY)) {
            throw new UserError("access resistance is " + accessOhms + " ohm; expected 0 or more");
        }
        int rows = wires.rows();
        int columns = wires.columns();
        this.cells = new DeviceCrossbar(rows, columns, response, waveforms);
        this.wires = wires;
        this.accessOhms = accessOhms;
        this.waveforms = waveforms;
        this.threads = threads;
        this.siemens = new double[rows][columns];
        loadCells();
        this.network = new LinearNetwork(wires, siemens, threads);
        this.solverAmps = new double[columns];
        this.rowAmps = new double[rows];
        this.volts = ThreadLocal.withInitial(() -> new double[rows]);
        this.amps = ThreadLocal.withInitial(() -> new double[columns]);
        this.supply = ThreadLocal.withInitial(() -> new double[rows]);
    }

    @Override
    public int rows() {
        return cells.rows();
    }

    @Override
    public int columns() {
        return cells.columns();
    }

    @Override
    public double readVolts() {
        return cells.readVolts();
    }

    @Override
    public PulseResponse response() {
        return cells.response();
    }

    @Override
    public void read(int[] activeRows, int count, float[] out, Session session) {
        double[] v = volts.get();
        Arrays.fill(v, 0);
        for (int i = 0; i < count; i++) {
            v[activeRows[i]] = readVolts();
        }
        read(v, out, session);
        session.activeRows += count;
    }

    @Override
    public void read(float[] rowVolts, float[] out, Session session) {
        double[] v = volts.get();
        for (int i = 0; i < v.length; i++) {
            v[i] = rowVolts[i];
            session.activeRows += rowVolts[i] != 0 ? 1 : 0;
        }
        read(v, out, session);
    }

    private void read(double[] v, float[] out, Session session) {
        double watts = session == programmer ? solve(v, out) : multiply(v, out);
        session.readJoules += watts * waveforms.read().seconds();
        session.reads++;
    }

    private synchronized double solve(double[] v, float[] out) {
        if (isStale) {
            loadCells();
            network.factor();
            isStale = false;
        }
        double[] zero = amps.get();
        Arrays.fill(zero, 0);
        network.solve(new Drive(v, v, zero, zero), null, false, TOLERANCE);
        network.sumCurrents(rowAmps, solverAmps);
        store(solverAmps, out);
        return dot(v, rowAmps);
    }

    private double multiply(double[] v, float[] out) {
        TransferMatrix current = current();
        double[] columnAmps = amps.get();
        current.read(v, columnAmps);
        store(columnAmps, out);
        double[] fromRows = supply.get();
        Arrays.fill(fromRows, 0);
        for (int i = 0; i < v.length; i++) {
            if (v[i] != 0) {
                TransferMatrix.addScaled(v[i], current.rowSiemens(i), fromRows);
            }
        }
        return dot(v, fromRows);
    }

    private TransferMatrix current() {
        TransferMatrix current = matrix;
        return current != null ? current : build();
    }

    private synchronized TransferMatrix build() {
        if (matrix == null) {
            loadCells();
            matrix = new TransferMatrix(wires, siemens, threads);
            isStale = true; // the other network has not taken these conductances
        }
        return matrix;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void store(double[] values, float[] out) {
        for (int j = 0; j < values.length; j++) {
            out[j] = (float) values[j];
        }
    }

    private void loadCells() {
        float[][] now = cells.conductances();
        for (int i = 0; i < siemens.length; i++) {
            for (int j = 0; j < siemens[i].length; j++) {
                siemens[i][j] = now[i][j] / (1 + now[i][j] * accessOhms);
            }
        }
    }

    @Override
    public void readLine(Line line, int index, float[] out, Session session) {
        cells.readLine(line, index, out, session);
    }

    @Override
    public void program(Line line, int index, float[] pulses, Session session) {
        cells.program(line, index, pulses, session);
        changed(session);
    }

    @Override
    public void place(Line line, int index, float[] targets, Session session) {
        cells.place(line, index, targets, session);
        changed(session);
    }

    @Override
    public void preset(float[][] targets) {
        cells.preset(targets);
        changed(programmer);
    }

    private synchronized void changed(Session session) {
        programmer = session;
        matrix = null;
        isStale = true;
    }

    @Override
    public float[][] conductances() {
        return cells.conductances();
    }
}
