package crosspike.instrument;

import crosspike.crossbar.ActiveRows;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Programming;
import crosspike.crossbar.Session;
import crosspike.crossbar.VerifiedWrite;
import crosspike.device.PulseResponse;
import crosspike.input.UserError;
import crosspike.random.Streams;
import java.util.Arrays;

/**
 * An array of which a part, or all, is on an instrument. Currents, conductances and the effect of pulses there are measured;
 * the other cells are those of a model. The model also follows the cells of the instrument: it says what each write should
 * do, starting from what was measured before, and it does the counting and charging, so that a run in front of an instrument
 * is priced as any other. What it says and what is measured is compared ({@link #report}).
 *
 * <p>Reads of several threads wait for each other. The model takes over measured conductances when cells are written.
 */
public final class InstrumentCrossbar implements Crossbar, AutoCloseable {
    private final DeviceCrossbar model;
    private final Instrument instrument;
    private final Window window;
    private final Programming programming;
    private final Comparison comparison;
    private final float[][] measured;
    private final float[] part;
    private final float[] wanted;
    private final float[] line;
    private final float[] said;
    private final float[] amps;

    /**
     * Switches outputs on and reads the cells.
     *
     * @param model all cells, those of the instrument among them; used by nobody else
     * @param instrument connected; closed with this
     * @param window which cells are on the instrument
     * @param programming how cells are put at conductances where no command does it
     * @param armed whether the user allows real hardware to be driven
     * @param log name of the log, for the report
     * @throws UserError if the cells take fractions of pulses, or it is real hardware that the user did not allow to be driven
     */
    public InstrumentCrossbar(
            DeviceCrossbar model,
            Instrument instrument,
            Window window,
            Programming programming,
            boolean armed,
            String log) {
        this.model = model;
        this.instrument = instrument;
        this.window = window;
        this.programming = programming;
        this.comparison = new Comparison(window, model.rows(), model.columns(), log);
        this.measured = new float[window.rows()][window.columns()];
        int longest = Math.max(model.rows(), model.columns());
        this.part = new float[longest];
        this.wanted = new float[longest];
        this.line = new float[longest];
        this.said = new float[longest];
        this.amps = new float[window.columns()];
        try {
            window.requireInside(model.rows(), model.columns());
            if (model.response().takesFractionalPulses()) {
                throw new UserError(
                        "the cells take fractions of a pulse, which no instrument can send; expected a device with"
                                + " whole pulses, such as device.response: pulsed or levels");
            }
            instrument
                    .profile()
                    .limits()
                    .checkAmps(readVolts() * response().range().maxSiemens(), "a read of a cell");
            LoggedSteps.describe(model, window, instrument.log());
            instrument.outputsOn(armed);
            measureAll();
        } catch (RuntimeException e) {
            instrument.close();
            throw e;
        }
    }

    private void measureAll() {
        boolean isBackwards = true;
        for (int c = 0; c < window.columns(); c++) {
            instrument.readLine(Line.COLUMN, c, part);
            for (int r = 0; r < window.rows(); r++) isBackwards &= part[r] < 0;
            store(Line.COLUMN, c, part);
        }
        if (isBackwards) {
            throw new UserError(
                    "the current of every cell on the instrument runs against the voltage; expected cells that"
                            + " conduct: check which way round the leads are");
        }
    }

    @Override
    public int rows() {
        return model.rows();
    }

    @Override
    public int columns() {
        return model.columns();
    }

    @Override
    public double readVolts() {
        return model.readVolts();
    }

    @Override
    public PulseResponse response() {
        return model.response();
    }

    @Override
    public synchronized void read(int[] activeRows, int count, float[] out, Session session) {
        model.read(activeRows, count, out, session);
        measure(activeRows, count, out, session);
    }

    @Override
    public synchronized void read(ActiveRows rows, float[] out, Session session) {
        model.read(rows, out, session);
        measure(rows.list(), rows.count(), out, session);
    }

    /** Puts what the instrument measures in place of what the model says. */
    private void measure(int[] activeRows, int count, float[] out, Session session) {
        int[] inside = window.inside(activeRows, count);
        if (inside.length == 0) {
            return;
        }
        checkCurrents(out);
        instrument.read(inside, readVolts(), amps);
        if (!window.hasAllRows(rows())) {
            int[] outside = window.outside(activeRows, count);
            float[] rest = new float[columns()];
            model.read(outside, outside.length, rest, new Session(session.random));
            addRest(rest);
        }
        takeCurrents(out, inside.length);
    }

    @Override
    public synchronized void read(float[] volts, float[] out, Session session) {
        model.read(volts, out, session);
        float[] inside = Arrays.copyOfRange(volts, window.firstRow(), window.firstRow() + window.rows());
        int active = 0;
        for (float each : inside) {
            active += each == 0 ? 0 : 1;
        }
        if (active == 0) {
            return;
        }
        checkCurrents(out);
        instrument.read(inside, amps);
        if (!window.hasAllRows(rows())) {
            float[] outside = volts.clone();
            Arrays.fill(outside, window.firstRow(), window.firstRow() + window.rows(), 0f);
            float[] rest = new float[columns()];
            model.read(outside, rest, new Session(session.random));
            addRest(rest);
        }
        takeCurrents(out, active);
    }

    private void checkCurrents(float[] expected) {
        float largest = 0;
        for (int c = 0; c < window.columns(); c++) {
            largest = Math.max(largest, Math.abs(expected[window.firstColumn() + c]));
        }
        instrument.profile().limits().checkAmps(largest, "a column current");
    }

    private void addRest(float[] rest) {
        for (int c = 0; c < window.columns(); c++) {
            amps[c] += rest[window.firstColumn() + c];
        }
    }

    private void takeCurrents(float[] out, int activeRows) {
        comparison.currents(out, amps, activeRows);
        System.arraycopy(amps, 0, out, window.firstColumn(), window.columns());
    }

    @Override
    public synchronized void readLine(Line along, int index, float[] siemens, Session session) {
        model.readLine(along, index, siemens, session);
        int own = window.index(along, index);
        if (own >= 0) {
            measure(along, own);
            load(along, own, siemens, window.offset(along));
            comparison.cellsRead(window.cells(along));
        }
    }

    @Override
    public synchronized void program(Line along, int index, float[] pulses, Session session) {
        int own = window.index(along, index);
        if (own < 0) {
            model.program(along, index, pulses, session);
            return;
        }
        holdMeasured(along, index, own);
        model.program(along, index, pulses, session);
        int cells = window.cells(along);
        System.arraycopy(pulses, window.offset(along), wanted, 0, cells);
        if (isZero(wanted, cells)) {
            return;
        }
        model.conductances(along, index, line);
        load(along, own, part, 0);
        float[] before = Arrays.copyOf(part, cells);
        instrument.pulse(along, own, wanted, largest(before, line, window.offset(along)), part);
        store(along, own, part);
        comparison.written(along, own, wanted, before, line, part, instrument.log());
        holdMeasured(along, index, own);
    }

    /** Highest conductance in the way of a pulse: that of the model's range, or what was measured or is expected. */
    private double largest(float[] before, float[] expected, int offset) {
        float most = response().range().maxSiemens();
        for (int i = 0; i < before.length; i++) {
            most = Math.max(most, Math.max(before[i], expected[offset + i]));
        }
        return most;
    }

    @Override
    public synchronized void place(Line along, int index, float[] targets, Session session) {
        int own = window.index(along, index);
        if (own < 0) {
            model.place(along, index, targets, session);
        } else if (programming.verifies() || !instrument.places()) {
            writeVerified(along, index, targets, session);
        } else {
            holdMeasured(along, index, own);
            model.place(along, index, targets, session);
            System.arraycopy(targets, window.offset(along), wanted, 0, window.cells(along));
            placeThere(along, own);
            holdMeasured(along, index, own);
        }
    }

    /** Puts the cells of a line of the instrument at what is in {@code wanted}, if anything is wanted of them. */
    private void placeThere(Line along, int own) {
        for (int i = 0; i < window.cells(along); i++) {
            if (!Float.isNaN(wanted[i])) {
                instrument.place(along, own, wanted, part);
                store(along, own, part);
                return;
            }
        }
    }

    private void writeVerified(Line along, int index, float[] targets, Session session) {
        int own = window.index(along, index);
        VerifiedWrite.Cells cells = new VerifiedWrite.Cells() {
            @Override
            public void verify(float[] left, float[] siemens) {
                measure(along, own);
                holdMeasured(along, index, own);
                model.verify(along, index, left, siemens, session);
                load(along, own, siemens, window.offset(along));
            }

            @Override
            public void pulse(float[] pulses) {
                program(along, index, pulses, session);
            }
        };
        int length = along == Line.ROW ? columns() : rows();
        new VerifiedWrite(response(), programming).write(Arrays.copyOf(targets, length), cells, session);
    }

    /**
     * Puts all cells of the model at the nearest conductance they can hold. Those of the instrument are put there by its own
     * command, or by pulses and reads, as cells without such a command have to be.
     */
    @Override
    public synchronized void preset(float[][] targets) {
        model.preset(targets);
        float[][] nearest = model.conductances();
        for (int c = 0; c < window.columns(); c++) {
            int column = window.firstColumn() + c;
            float[] goal = new float[rows()];
            Arrays.fill(goal, Float.NaN);
            for (int r = 0; r < window.rows(); r++) {
                goal[window.firstRow() + r] = nearest[window.firstRow() + r][column];
            }
            if (instrument.places()) {
                System.arraycopy(goal, window.firstRow(), wanted, 0, window.rows());
                placeThere(Line.COLUMN, c);
                holdMeasured(Line.COLUMN, column, c);
            } else {
                holdMeasured(Line.COLUMN, column, c);
                writeVerified(Line.COLUMN, column, goal, new Session(Streams.of(0, "preset").stream(c)));
            }
        }
    }

    /** What the cells hold: on the instrument as last measured, elsewhere as modelled. */
    @Override
    public synchronized float[][] conductances() {
        float[][] siemens = model.conductances();
        for (int r = 0; r < window.rows(); r++) {
            System.arraycopy(measured[r], 0, siemens[window.firstRow() + r], window.firstColumn(), window.columns());
        }
        return siemens;
    }

    /** What became of the link and of the comparison so far. */
    public synchronized InstrumentReport report() {
        return comparison.report(instrument);
    }

    private void measure(Line along, int own) {
        instrument.readLine(along, own, part);
        store(along, own, part);
    }

    /** The model takes over what was measured, where it is not what it says anyway. */
    private void holdMeasured(Line along, int index, int own) {
        int offset = window.offset(along);
        Arrays.fill(line, Float.NaN);
        load(along, own, line, offset);
        model.conductances(along, index, said);
        boolean differs = false;
        for (int i = offset; i < offset + window.cells(along); i++) {
            if (line[i] == said[i]) line[i] = Float.NaN;
            else differs = true;
        }
        if (differs) {
            model.hold(along, index, line);
        }
    }

    private void load(Line along, int own, float[] out, int offset) {
        for (int i = 0; i < window.cells(along); i++) {
            out[offset + i] = along == Line.ROW ? measured[own][i] : measured[i][own];
        }
    }

    /** Offsets of an instrument make cells that hardly conduct look as if they conducted backwards: they count as 0 S. */
    private void store(Line along, int own, float[] siemens) {
        for (int i = 0; i < window.cells(along); i++) {
            if (siemens[i] < 0) siemens[i] = 0;
            if (along == Line.ROW) measured[own][i] = siemens[i];
            else measured[i][own] = siemens[i];
        }
    }

    private static boolean isZero(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            if (values[i] != 0) return false;
        }
        return true;
    }

    /** Switches the outputs of the instrument off. */
    @Override
    public synchronized void close() {
        instrument.close();
    }
}
