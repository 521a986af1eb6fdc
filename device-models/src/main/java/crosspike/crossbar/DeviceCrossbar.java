package crosspike.crossbar;

import crosspike.device.PulseResponse;
import crosspike.device.Waveforms;
import crosspike.device.nonideality.CellArray;
import crosspike.device.nonideality.Cells;
import crosspike.device.nonideality.LayerStack;
import crosspike.input.UserError;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Cells on ideal wires: a read is an exact dot product, a write is what the device's pulse response and the layers over it
 * make of it. With a {@link crosspike.device.ContinuousResponse} this is the ideal crossbar of software baselines.
 *
 * <p>Pulses act on the stored conductances. What reads see is kept beside them and brought up to date where cells were
 * written, so that static layers cost reads nothing; without such layers both are the same array. Noise is drawn once for
 * each column with the exact variance of its sum.
 */
public final class DeviceCrossbar implements Crossbar, Ages, DeepReset, Disconnects {
    /** Most cells an array may have. */
    public static final long MAX_CELLS = 1L << 30;

    /** What a conductance held in a float may be off, in pulses: 65,536 states of a cell with an on/off ratio above 2. */
    private static final double PULSE_ROUNDING = 0.01;

    private final CellMatrix stored;
    private final CellMatrix seen;
    private final int rows;
    private final int columns;
    private final PulseResponse response;
    private final Waveforms waveforms;
    private final LayerStack layers;
    private final Programming programming;
    private final WriteLedger ledger;
    private final DisconnectedCells disconnected;
    private final LineCells lineCells;
    private final CellNoise noise;
    private final VerifiedCells verified;
    private double ageSeconds;

    private final float[] before;
    private final float[] after;
    private final float[] seenBefore;
    private final float[] seenAfter;

    /** Cells all at the lowest conductance, with nothing but their pulse response. */
    public DeviceCrossbar(int rows, int columns, PulseResponse response, Waveforms waveforms) {
        this(rows, columns, response, waveforms, CellOptions.IDEAL);
    }

    /**
     * Cells all at the lowest conductance.
     *
     * @throws UserError if the array is too large, or a layer does not suit its cells
     */
    public DeviceCrossbar(int rows, int columns, PulseResponse response, Waveforms waveforms, CellOptions options) {
        if (rows < 1 || columns < 1 || (long) rows * columns > MAX_CELLS) {
            throw new UserError("array is " + rows + " x " + columns + "; expected at least one row and one column and"
                    + " at most " + MAX_CELLS + " cells");
        }
        this.rows = rows;
        this.columns = columns;
        this.response = response;
        this.waveforms = waveforms;
        this.programming = options.programming();
        this.disconnected = new DisconnectedCells(rows * columns);
        this.lineCells = new LineCells(rows, columns);
        this.layers = LayerStack.on(new CellArray(rows, columns, response, options.seed()), options.nonidealities());
        this.stored = CellMatrix.of(rows, columns);
        this.seen = layers.changesReads() ? CellMatrix.of(rows, columns) : stored;
        this.noise = layers.isNoisy() ? new CellNoise(CellMatrix.of(rows, columns), layers, disconnected) : null;
        this.verified = new VerifiedCells(new VerifiedWrite(response, programming), seen, noise, waveforms.read());
        int longest = Math.max(rows, columns);
        this.before = new float[longest];
        this.after = new float[longest];
        this.seenBefore = seen == stored ? before : new float[longest];
        this.seenAfter = seen == stored ? after : new float[longest];
        this.ledger = new WriteLedger(
                response,
                waveforms,
                options.selection() == Selection.CROSSPOINT
                        ? new HalfSelection(seen, waveforms, layers.atHalfWrite())
                        : null);
        for (float[] row : stored.rowsToWrite()) {
            Arrays.fill(row, response.nearest(response.range().minSiemens()));
        }
        everythingChanged();
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double readVolts() {
        return waveforms.read().volts();
    }

    @Override
    public PulseResponse response() {
        return response;
    }

    @Override
    public void read(int[] activeRows, int count, float[] amps, Session session) {
        conduct(session.latestRead.sums(seen, activeRows, count), count, amps, session);
        if (noise != null) {
            noise.addTo(amps, activeRows, count, (float) readVolts(), session);
        }
    }

    @Override
    public void read(ActiveRows rows, float[] amps, Session session) {
        conduct(session.latestRead.sums(seen, rows), rows.count(), amps, session);
        if (noise != null) {
            noise.addTo(amps, rows, (float) readVolts(), session);
        }
    }

    /** What columns of these conductances over the active rows carry. */
    private void conduct(float[] siemens, int active, float[] amps, Session session) {
        double total = session.lineSums.scale(siemens, (float) readVolts(), amps, columns);
        session.readJoules += waveforms.read().joulesPerSiemens() * total;
        session.reads++;
        session.activeRows += active;
    }

    @Override
    public void read(float[] volts, float[] amps, Session session) {
        Arrays.fill(amps, 0, columns, 0f);
        float[] variances = noise == null ? null : noise.cleared(session);
        double joules = 0;
        for (int r = 0; r < rows(); r++) {
            if (volts[r] != 0f) {
                double conduction = layers.atReadFraction(Math.abs(volts[r]) / readVolts());
                float drive = (float) (volts[r] * conduction);
                RowSums.addScaled(drive, seen.rows()[r], amps, columns);
                joules += (double) volts[r] * drive * session.lineSums.total(seen.rows()[r], columns);
                session.activeRows++;
                if (noise != null) {
                    noise.addRow(r, drive * drive, variances);
                }
            }
        }
        if (noise != null) {
            noise.add(amps, variances, session);
        }
        session.readJoules += joules * waveforms.read().seconds();
        session.reads++;
    }

    @Override
    public void readLine(Line line, int index, float[] out, Session session) {
        int cells = seen.load(line, index, out);
        session.cellReads += cells;
        session.cellReadJoules += waveforms.read().joulesPerSiemens() * session.lineSums.total(out, cells);
        if (noise != null) {
            noise.addTo(line, index, out, cells, session);
        }
    }

    /**
     * Adds to the currents of a read what the noise of the cells makes of them with these voltages across them; for
     * crossbars that find the currents themselves.
     *
     * @param volts of the rows, in V. Not modified.
     */
    public void addNoise(double[] volts, float[] amps, Session session) {
        if (noise != null) {
            noise.addTo(amps, volts, session);
        }
    }

    @Override
    public void program(Line line, int index, float[] pulses, Session session) {
        int cells = load(line, index);
        response.program(after, pulses, cells, session.random);
        layers.written(lineCells.of(line, index), before, after, pulses, session.random);
        settle(line, index, pulses, session);
    }

    @Override
    public void place(Line line, int index, float[] targets, Session session) {
        if (programming.verifies()) {
            writeVerified(line, index, targets, session);
            return;
        }
        int cells = load(line, index);
        float[] pulses = new float[cells];
        for (int i = 0; i < cells; i++) {
            after[i] = Float.isNaN(targets[i]) ? before[i] : response.nearest(targets[i]);
            double exact = averagePulses(after[i] - before[i]);
            pulses[i] = (float) Math.copySign(Math.ceil(Math.abs(exact) - PULSE_ROUNDING), exact);
        }
        layers.placed(lineCells.of(line, index), targets, after, session.random);
        settle(line, index, pulses, session);
    }

    private void writeVerified(Line line, int index, float[] targets, Session session) {
        verified.write(line, index, targets, pulses -> program(line, index, pulses, session), session);
        if (layers.disturbsPlacement()) {
            int cells = load(line, index);
            layers.placed(lineCells.of(line, index), targets, after, session.random);
            settle(line, index, new float[cells], session);
        }
    }

    /**
     * Reads a line to verify a write; only cells that are not done are charged.
     *
     * @param left negative for cells that are done. Not modified.
     * @param read overwritten: conductances in S
     */
    public void verify(Line line, int index, float[] left, float[] read, Session session) {
        verified.verify(line, index, left, read, session);
    }

    private double averagePulses(double siemens) {
        return VerifiedWrite.averagePulses(response, siemens);
    }

    @Override
    public void deepReset(Line line, int index, boolean[] which, double fractionOfMin, Session session) {
        float min = response.range().minSiemens();
        depress(line, index, which, min, siemens -> -averagePulses(min - siemens), session);
        depress(line, index, which, (float) (fractionOfMin * min), siemens -> response.depressionPulses(), session);
    }

    /** One depressing train for each of some cells of a line, however many pulses it takes from the cell's state. */
    private void depress(
            Line line, int index, boolean[] which, float target, DoubleUnaryOperator pulsesFrom, Session session) {
        int cells = load(line, index);
        float[] pulses = new float[cells];
        for (int i = 0; i < cells; i++) {
            if (which[i]) {
                after[i] = Math.min(before[i], target);
                pulses[i] = (float) -Math.ceil(Math.max(0, pulsesFrom.applyAsDouble(before[i]) - PULSE_ROUNDING));
            }
        }
        settle(line, index, pulses, session);
    }

    @Override
    public void disconnect(Line line, int index, boolean[] which) {
        Cells cells = lineCells.of(line, index);
        load(line, index);
        disconnected.add(cells, which);
        show(line, index);
        if (noise != null) {
            noise.disconnected(line, index, cells);
        }
        ledger.changed(line, index, seenBefore, seenAfter, cells.count());
    }

    @Override
    public void preset(float[][] targets) {
        float[][] siemens = stored.rowsToWrite();
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns; c++) {
                siemens[r][c] = response.nearest(targets[r][c]);
            }
        }
        everythingChanged();
    }

    @Override
    public void age(double seconds, double kelvin, Session session) {
        float[][] siemens = stored.rowsToWrite();
        for (int r = 0; r < rows(); r++) {
            layers.age(lineCells.of(Line.ROW, r), siemens[r], ageSeconds, ageSeconds + seconds, kelvin, session.random);
        }
        ageSeconds += seconds;
        everythingChanged();
    }

    @Override
    public void transfer(Session session) {
        float[][] siemens = stored.rowsToWrite();
        for (int r = 0; r < rows(); r++) {
            layers.placed(lineCells.of(Line.ROW, r), siemens[r].clone(), siemens[r], session.random);
        }
        ageSeconds = 0;
        everythingChanged();
    }

    /**
     * Takes over what somebody measured: nothing is pulsed, counted or charged.
     *
     * @param siemens conductance of each cell of a line in S, cut to the range; NaN leaves a cell as it is. Not modified.
     */
    public void hold(Line line, int index, float[] siemens) {
        Cells cells = lineCells.of(line, index);
        load(line, index);
        for (int i = 0; i < cells.count(); i++) {
            after[i] = Float.isNaN(siemens[i]) ? before[i] : response.range().clamp(siemens[i]);
            seenAfter[i] = Float.isNaN(siemens[i]) ? seenBefore[i] : after[i];
        }
        stored.store(line, index, after);
        if (seen != stored) {
            seen.store(line, index, seenAfter);
        }
        ledger.changed(line, index, seenBefore, seenAfter, cells.count());
    }

    /** What reads see, without noise. */
    @Override
    public float[][] conductances() {
        return seen.copy();
    }

    /**
     * What reads see of one line, without noise. Nothing is charged.
     *
     * @param siemens overwritten: conductances in S; at least as long as the line
     */
    public void conductances(Line line, int index, float[] siemens) {
        seen.load(line, index, siemens);
    }

    /** Pulses that read and write the cells. */
    public Waveforms waveforms() {
        return waveforms;
    }

    /** Whether the current of a cell is proportional to the voltage across it. */
    public boolean isOhmic() {
        return layers.isOhmic();
    }

    /**
     * κ of {@code I(V) = G·Vr·sinh(κ·V/Vr)/sinh κ}, the current of a cell at V, with Vr the read voltage; 0 for a resistor, NaN
     * if several layers bend the curve.
     */
    public double curvature() {
        return layers.curvature();
    }

    /** Fills before, seenBefore and after from a line. */
    private int load(Line line, int index) {
        int cells = stored.load(line, index, before);
        System.arraycopy(before, 0, after, 0, cells);
        if (seen != stored) {
            seen.load(line, index, seenBefore);
        }
        return cells;
    }

    /** Puts what is in {@code after} into a line, brings up to date what reads see, and charges the pulses. */
    private void settle(Line line, int index, float[] pulses, Session session) {
        Cells cells = lineCells.of(line, index);
        show(line, index);
        if (noise != null) {
            noise.changed(line, index, cells, seenAfter, session);
        }
        ledger.charge(line, index, pulses, before, seenBefore, seenAfter, cells.count(), session);
    }

    /** Puts what is in {@code after} into a line, and brings up to date what reads see of it. */
    private void show(Line line, int index) {
        Cells cells = lineCells.of(line, index);
        if (seen == stored) {
            disconnected.silence(cells, after);
        }
        stored.store(line, index, after);
        if (seen != stored) {
            System.arraycopy(after, 0, seenAfter, 0, cells.count());
            layers.read(cells, seenAfter);
            disconnected.silence(cells, seenAfter);
            seen.store(line, index, seenAfter);
        }
    }

    private void everythingChanged() {
        float[][] siemens = seen.rowsToWrite();
        float[][] variances = noise == null ? null : noise.rowsToWrite();
        for (int r = 0; r < rows(); r++) {
            Cells cells = lineCells.of(Line.ROW, r);
            if (seen != stored) {
                System.arraycopy(stored.rows()[r], 0, siemens[r], 0, columns);
                layers.read(cells, siemens[r]);
            }
            disconnected.silence(cells, siemens[r]);
            if (noise != null) {
                noise.fill(cells, siemens[r], variances[r]);
            }
        }
        ledger.everythingChanged(seen);
    }
}
