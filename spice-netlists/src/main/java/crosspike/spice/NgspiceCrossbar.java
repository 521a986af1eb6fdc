package crosspike.spice;

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
 * A small array each of whose reads is a simulation by ngspice, wires included. Cells are programmed, age, and are read one by
 * one, as in the {@link DeviceCrossbar} that holds them. The energy of a read is what the drivers deliver. Reads of several
 * threads wait for each other.
 */
public final class NgspiceCrossbar implements Crossbar, Ages, DeepReset, Disconnects, AutoCloseable {
    private final DeviceCrossbar cells;
    private final ArrayReader reader;
    private final double[] volts;
    private final double[] amps;
    private float[][] siemens;

    /**
     * @param cells all that the cells do; used by nobody else
     * @param ngspice the simulator
     * @param wires around the cells
     * @throws UserError if the array is too large, or the cells are not ohmic
     */
    public NgspiceCrossbar(DeviceCrossbar cells, Ngspice ngspice, ArrayWires wires) {
        if (!cells.isOhmic()) {
            throw new UserError("cells have a nonlinear I-V curve, which reads by ngspice do not know; expected cells"
                    + " without iv-nonlinearity");
        }
        this.cells = cells;
        this.reader = new NgspiceReader(ngspice, wires);
        this.volts = new double[cells.rows()];
        this.amps = new double[cells.columns()];
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
    public synchronized void read(int[] activeRows, int count, float[] out, Session session) {
        Arrays.fill(volts, 0);
        for (int i = 0; i < count; i++) volts[activeRows[i]] = readVolts();
        read(out, count, session);
    }

    @Override
    public synchronized void read(float[] rowVolts, float[] out, Session session) {
        int active = 0;
        for (int i = 0; i < volts.length; i++) {
            volts[i] = rowVolts[i];
            if (volts[i] != 0) active++;
        }
        read(out, active, session);
    }

    private void read(float[] out, int active, Session session) {
        if (siemens == null) siemens = cells.conductances();
        double watts = active == 0 ? silence() : reader.read(siemens, volts, amps);
        for (int j = 0; j < amps.length; j++) out[j] = (float) amps[j];
        cells.addNoise(volts, out, session);
        session.readJoules += watts * cells.waveforms().read().seconds();
        session.reads++;
        session.activeRows += active;
    }

    /** Nothing flows where nothing is driven; with floating rows there would not even be a circuit. */
    private double silence() {
        Arrays.fill(amps, 0);
        return 0;
    }

    @Override
    public void readLine(Line line, int index, float[] out, Session session) {
        cells.readLine(line, index, out, session);
    }

    @Override
    public void program(Line line, int index, float[] pulses, Session session) {
        cells.program(line, index, pulses, session);
        siemens = null;
    }

    @Override
    public void place(Line line, int index, float[] targets, Session session) {
        cells.place(line, index, targets, session);
        siemens = null;
    }

    @Override
    public void deepReset(Line line, int index, boolean[] which, double fractionOfMin, Session session) {
        cells.deepReset(line, index, which, fractionOfMin, session);
        siemens = null;
    }

    @Override
    public void disconnect(Line line, int index, boolean[] which) {
        cells.disconnect(line, index, which);
        siemens = null;
    }

    @Override
    public void preset(float[][] targets) {
        cells.preset(targets);
        siemens = null;
    }

    @Override
    public void age(double seconds, double kelvin, Session session) {
        cells.age(seconds, kelvin, session);
        siemens = null;
    }

    @Override
    public void transfer(Session session) {
        cells.transfer(session);
        siemens = null;
    }

    @Override
    public float[][] conductances() {
        return cells.conductances();
    }

    /** Ends ngspice. */
    @Override
    public void close() {
        reader.close();
    }
}
