package crosspike.wire;

import crosspike.crossbar.Ages;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeepReset;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Disconnects;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.device.PulseResponse;
import crosspike.input.UserError;
import java.util.Arrays;

/**
 * Cells that are read through the resistance of their wires: IR drop and sneak paths are in every current. Cells are
 * programmed, age, and are read one by one, as in the {@link DeviceCrossbar} that holds them. The energy of a read is what
 * the drivers deliver. Noise is that of cells with the whole voltage of their row across them.
 *
 * <p>A session that programs the array reads by solving the wires each time; all other sessions read through the
 * {@link TransferMatrix}, which is built when the first of them reads after a change. The rule asks who reads, not how
 * often, so that results do not depend on the order in which threads read. There is no such matrix for rows that float
 * unless they are active, nor for cells with a nonlinear curve: then every read is solved.
 */
public final class WireCrossbar implements Crossbar, Ages, DeepReset, Disconnects {
    private final DeviceCrossbar cells;
    private final Wires wires;
    private final int threads;
    private final boolean isMatrix;
    private final WireReader reader;
    private final ThreadLocal<double[]> volts;
    private final ThreadLocal<double[]> amps;
    private final ThreadLocal<double[]> supply;
    private volatile TransferMatrix matrix;
    private volatile Session programmer;

    /** What rows do that are not active in a read. */
    public enum Unselected {
        /** Driven at 0 V. */
        GROUNDED,
        /** Connected to nothing. */
        FLOATING
    }

    /**
     * @param cells all that the cells do; used by nobody else
     * @param wires terminals at the left and right are the row drivers, those at the top and bottom the column sensors
     * @param tolerance what a current may be off where every read is solved, as a fraction of the largest current a column
     *     can have
     * @param threads as {@link LinearNetwork}; more than two help to build the transfer matrix
     * @throws UserError if the wires are for another array, or the cells have more than one nonlinear curve
     */
    public WireCrossbar(DeviceCrossbar cells, Wires wires, Unselected unselected, double tolerance, int threads) {
        if (wires.rows() != cells.rows() || wires.columns() != cells.columns()) {
            throw new UserError("wires are for " + wires.rows() + " x " + wires.columns() + " cells; expected "
                    + cells.rows() + " x " + cells.columns());
        }
        if (Double.isNaN(cells.curvature())) {
            throw new UserError("cells have several nonlinear I-V curves, and reads through wires know one;"
                    + " expected iv-nonlinearity once");
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new UserError("tolerance of the wires is " + tolerance + "; expected above 0 and below 1");
        }
        this.cells = cells;
        this.wires = wires;
        this.threads = threads;
        this.isMatrix = unselected == Unselected.GROUNDED && cells.curvature() == 0;
        this.reader = new WireReader(cells, wires, unselected, tolerance, threads);
        this.volts = ThreadLocal.withInitial(() -> new double[wires.rows()]);
        this.amps = ThreadLocal.withInitial(() -> new double[wires.columns()]);
        this.supply = ThreadLocal.withInitial(() -> new double[wires.rows()]);
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
        double[] columnAmps = amps.get();
        double watts = session == programmer || !isMatrix ? solve(v, columnAmps) : multiply(v, columnAmps);
        for (int j = 0; j < columnAmps.length; j++) {
            out[j] = (float) columnAmps[j];
        }
        cells.addNoise(v, out, session);
        session.readJoules += watts * cells.waveforms().read().seconds();
        session.reads++;
    }

    private synchronized double solve(double[] v, double[] columnAmps) {
        return reader.read(v, columnAmps);
    }

    private double multiply(double[] v, double[] columnAmps) {
        TransferMatrix current = current();
        current.read(v, columnAmps);
        double[] fromRows = supply.get();
        Arrays.fill(fromRows, 0);
        for (int i = 0; i < v.length; i++) {
            if (v[i] != 0) {
                TransferMatrix.addScaled(v[i], current.rowSiemens(i), fromRows);
            }
        }
        double watts = 0;
        for (int i = 0; i < v.length; i++) {
            watts += v[i] * fromRows[i];
        }
        return watts;
    }

    private TransferMatrix current() {
        TransferMatrix current = matrix;
        return current != null ? current : build();
    }

    private synchronized TransferMatrix build() {
        if (matrix == null) {
            matrix = new TransferMatrix(wires, reader.siemens(), threads);
        }
        return matrix;
    }

    @Override
    public void readLine(Line line, int index, float[] out, Session session) {
        cells.readLine(line, index, out, session);
    }

    @Override
    public void program(Line line, int index, float[] pulses, Session session) {
        cells.program(line, index, pulses, session);
        changed(line, index, session);
    }

    @Override
    public void place(Line line, int index, float[] targets, Session session) {
        cells.place(line, index, targets, session);
        changed(line, index, session);
    }

    @Override
    public void deepReset(Line line, int index, boolean[] which, double fractionOfMin, Session session) {
        cells.deepReset(line, index, which, fractionOfMin, session);
        changed(line, index, session);
    }

    @Override
    public void disconnect(Line line, int index, boolean[] which) {
        cells.disconnect(line, index, which);
        changed(line, index);
    }

    @Override
    public void preset(float[][] targets) {
        cells.preset(targets);
        everythingChanged();
    }

    @Override
    public void age(double seconds, double kelvin, Session session) {
        cells.age(seconds, kelvin, session);
        everythingChanged();
    }

    @Override
    public void transfer(Session session) {
        cells.transfer(session);
        everythingChanged();
    }

    private synchronized void changed(Line line, int index, Session session) {
        programmer = session;
        changed(line, index);
    }

    private synchronized void changed(Line line, int index) {
        matrix = null;
        reader.changed(line, index);
    }

    private synchronized void everythingChanged() {
        matrix = null;
        reader.everythingChanged();
    }

    @Override
    public float[][] conductances() {
        return cells.conductances();
    }
}
