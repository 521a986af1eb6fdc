package crosspike.instrument.emulator;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.device.Pulse;
import crosspike.instrument.ScpiNumber;
import java.util.TreeSet;

/**
 * The array inside the emulator, with what drives it: outputs, compliance, pulse shapes, and the multiplexers that connect
 * lines to a source-measure unit (channels 1001, 1002, ... word lines, 2001, 2002, ... bit lines). Lines count from 1.
 */
final class EmulatedArray {
    private static final int FIRST = 1;
    private static final int ROW_CHANNELS = 1000;
    private static final int COLUMN_CHANNELS = 2000;
    private static final double DEFAULT_COMPLIANCE = 0.1;
    /** What an amplitude or width may be off: chosen, because settings are kept in single precision by real sources. */
    private static final double SETTING_ERROR = 1e-6;

    private final DeviceCrossbar cells;
    private final Session session;
    private final TreeSet<Integer> closed = new TreeSet<>();
    private boolean outputs;
    private boolean tripped;
    private double compliance;
    private double volts;
    private double pulseSeconds;
    private int pulseCount;

    /** What the next answers shall be like. */
    private boolean invalid;

    private boolean limited;

    EmulatedArray(DeviceCrossbar cells, Session session) {
        this.cells = cells;
        this.session = session;
        reset();
    }

    /** Settings as after switching on; cells keep what they hold. */
    void reset() {
        outputs = false;
        tripped = false;
        compliance = DEFAULT_COMPLIANCE;
        volts = 0;
        pulseSeconds = cells.waveforms().potentiation().seconds();
        pulseCount = 1;
        closed.clear();
    }

    /** Faults of the measurements of one line. */
    void disturb(boolean nextIsInvalid, boolean nextIsLimited) {
        invalid = nextIsInvalid;
        limited = nextIsLimited;
    }

    DeviceCrossbar cells() {
        return cells;
    }

    boolean outputs() {
        return outputs;
    }

    void outputs(boolean on) {
        outputs = on;
    }

    boolean isTripped() {
        return tripped;
    }

    double compliance() {
        return compliance;
    }

    void compliance(double amps) throws ScpiError {
        if (!(amps > 0 && amps <= 10)) {
            throw ScpiError.range(ScpiNumber.text(amps));
        }
        compliance = amps;
    }

    /** Refuses another pulse than that of the cells. */
    void pulse(boolean isUp, double amplitude, double seconds) throws ScpiError {
        requirePulse(isUp ? cells.waveforms().potentiation() : cells.waveforms().depression(), amplitude, seconds);
    }

    private static void requirePulse(Pulse own, double amplitude, double seconds) throws ScpiError {
        if (!isNear(amplitude, own.volts()) || !isNear(seconds, own.seconds())) {
            throw ScpiError.conflict("these cells know pulses of " + ScpiNumber.text(own.volts()) + " V and "
                    + ScpiNumber.text(own.seconds()) + " s");
        }
    }

    private static boolean isNear(double setting, double own) {
        return Math.abs(setting - own) <= SETTING_ERROR * Math.abs(own);
    }

    void source(double toVolts) throws ScpiError {
        if (!(Math.abs(toVolts) <= 100)) {
            throw ScpiError.range(ScpiNumber.text(toVolts));
        }
        volts = toVolts;
    }

    double source() {
        return volts;
    }

    void pulseWidth(double seconds) throws ScpiError {
        if (!(seconds > 0 && seconds <= 1000)) {
            throw ScpiError.range(ScpiNumber.text(seconds));
        }
        pulseSeconds = seconds;
    }

    void pulseCount(double count) throws ScpiError {
        if (!(count >= 1 && count <= 1_000_000 && count == Math.rint(count))) {
            throw ScpiError.range(ScpiNumber.text(count));
        }
        pulseCount = (int) count;
    }

    void openAll() {
        closed.clear();
    }

    void open(int[] channels) throws ScpiError {
        for (int channel : checked(channels)) closed.remove(channel);
    }

    void close(int[] channels) throws ScpiError {
        for (int channel : checked(channels)) closed.add(channel);
    }

    private int[] checked(int[] channels) throws ScpiError {
        for (int channel : channels) {
            boolean row =
                    channel >= ROW_CHANNELS + FIRST && channel < ROW_CHANNELS + FIRST + Math.min(999, cells.rows());
            boolean column = channel >= COLUMN_CHANNELS + FIRST && channel < COLUMN_CHANNELS + FIRST + cells.columns();
            if (!row && !column) {
                throw ScpiError.range("no channel " + channel);
            }
        }
        return channels;
    }

    private int[] closedRows() {
        return closed.subSet(ROW_CHANNELS, COLUMN_CHANNELS).stream()
                .mapToInt(channel -> channel - ROW_CHANNELS - FIRST)
                .toArray();
    }

    private int[] closedColumns() {
        return closed.tailSet(COLUMN_CHANNELS).stream()
                .mapToInt(channel -> channel - COLUMN_CHANNELS - FIRST)
                .toArray();
    }

    /** The current of the source-measure unit through what the multiplexers connect; one cell is read as a cell is. */
    String measured() throws ScpiError {
        requireOutputs();
        int[] rows = closedRows();
        int[] columns = closedColumns();
        if (rows.length == 1 && columns.length == 1) {
            float[] siemens = new float[cells.rows()];
            cells.readLine(Line.COLUMN, columns[0], siemens, session);
            return list(new double[] {siemens[rows[0]] * volts});
        }
        float[] amps = currents(rows, volts);
        double sum = 0;
        for (int column : columns) sum += amps[column];
        return list(new double[] {sum});
    }

    /** Pulses of the source-measure unit for every cell that the multiplexers connect. */
    void initiate() throws ScpiError {
        requireOutputs();
        boolean isUp = isNear(volts, cells.waveforms().potentiation().volts());
        Pulse own = isUp ? cells.waveforms().potentiation() : cells.waveforms().depression();
        requirePulse(own, volts, pulseSeconds);
        int[] rows = closedRows();
        for (int column : closedColumns()) {
            float[] pulses = new float[cells.rows()];
            for (int row : rows) pulses[row] = isUp ? pulseCount : -pulseCount;
            cells.program(Line.COLUMN, column, pulses, session);
        }
    }

    String read(double atVolts, int[] lines) throws ScpiError {
        requireOutputs();
        int[] rows = new int[lines.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = lines[i] - FIRST;
            if (rows[i] < 0 || rows[i] >= cells.rows() || (i > 0 && rows[i] <= rows[i - 1])) {
                throw ScpiError.range("rows are 1 to " + cells.rows() + ", ascending");
            }
        }
        return list(currents(rows, atVolts));
    }

    String read(float[] rowVolts) throws ScpiError {
        requireOutputs();
        float[] amps = new float[cells.columns()];
        cells.read(rowVolts, amps, session);
        return list(amps);
    }

    private float[] currents(int[] rows, double atVolts) {
        float[] amps = new float[cells.columns()];
        if (atVolts == cells.readVolts()) {
            cells.read(rows, rows.length, amps, session);
        } else {
            float[] rowVolts = new float[cells.rows()];
            for (int row : rows) rowVolts[row] = (float) atVolts;
            cells.read(rowVolts, amps, session);
        }
        return amps;
    }

    /** Currents of the cells of a line, one by one; so many digits that dividing by the voltage gives the conductances back. */
    String readLine(Line line, int index, double atVolts) throws ScpiError {
        requireOutputs();
        float[] siemens = new float[cells(line)];
        cells.readLine(line, index, siemens, session);
        double[] amps = new double[siemens.length];
        for (int i = 0; i < amps.length; i++) {
            amps[i] = siemens[i] * atVolts;
        }
        return list(amps);
    }

    void pulse(Line line, int index, float[] pulses) throws ScpiError {
        requireOutputs();
        for (float count : pulses) {
            if (count != Math.rint(count) || Math.abs(count) > 1_000_000) {
                throw ScpiError.range("pulses are whole numbers within 1000000");
            }
        }
        cells.program(line, index, pulses, session);
    }

    void place(Line line, int index, float[] targets) throws ScpiError {
        requireOutputs();
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] == (float) ScpiNumber.NOT_A_NUMBER) targets[i] = Float.NaN;
            else if (!(targets[i] >= 0 && targets[i] <= 1)) throw ScpiError.range("conductances are 0 to 1 S");
        }
        cells.place(line, index, targets, session);
    }

    void age(double seconds) {
        cells.age(seconds, 300, session);
    }

    int rowOf(Arguments arguments) throws ScpiError {
        return arguments.line(FIRST, cells.rows());
    }

    int columnOf(Arguments arguments) throws ScpiError {
        return arguments.line(FIRST, cells.columns());
    }

    int cells(Line line) {
        return line == Line.ROW ? cells.columns() : cells.rows();
    }

    private void requireOutputs() throws ScpiError {
        if (!outputs) {
            throw ScpiError.conflict("outputs are off");
        }
    }

    private String list(float[] amps) {
        StringBuilder text = new StringBuilder(12 * amps.length);
        tripped = false;
        for (int i = 0; i < amps.length; i++) {
            if (i > 0) text.append(',');
            float limitedAmps = (float) limit(amps[i], i);
            text.append(invalid && i == 0 ? "9.91E37" : ScpiNumber.text(limitedAmps));
        }
        return text.toString();
    }

    private String list(double[] amps) {
        StringBuilder text = new StringBuilder(20 * amps.length);
        tripped = false;
        for (int i = 0; i < amps.length; i++) {
            if (i > 0) text.append(',');
            text.append(invalid && i == 0 ? "9.91E37" : ScpiNumber.text(limit(amps[i], i)));
        }
        return text.toString();
    }

    private double limit(double amps, int index) {
        boolean here = Math.abs(amps) > compliance || (limited && index == 0);
        tripped |= here;
        return here ? Math.copySign(compliance, amps) : amps;
    }
}
