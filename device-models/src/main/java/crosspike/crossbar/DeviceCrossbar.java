package crosspike.crossbar;

import crosspike.device.ConductanceRange;
import crosspike.device.PulseResponse;
import crosspike.device.Waveforms;
import crosspike.input.UserError;
import java.util.Arrays;

/**
 * Cells on ideal wires: a read is an exact dot product, a write is what the device's pulse response makes of it. With a
 * {@link crosspike.device.ContinuousResponse} this is the ideal crossbar of software baselines.
 *
 * <p>Conductances lie in one array per row, {@code siemens[row][column]}: rows are summed, and arrays that share their
 * index vectorise.
 */
public final class DeviceCrossbar implements Crossbar {
    /** Most cells an array may have. */
    public static final long MAX_CELLS = 1L << 30;

    /** What a conductance held in a float may be off, in pulses: 65,536 states of a cell with an on/off ratio above 2. */
    private static final double PULSE_ROUNDING = 0.01;

    private final float[][] siemens;
    private final int columns;
    private final PulseResponse response;
    private final Waveforms waveforms;
    private final float[] before;
    private final float[] after;

    /** Cells all at the lowest conductance. */
    public DeviceCrossbar(int rows, int columns, PulseResponse response, Waveforms waveforms) {
        if (rows < 1 || columns < 1 || (long) rows * columns > MAX_CELLS) {
            throw new UserError("array is " + rows + " x " + columns + "; expected at least one row and one column and"
                    + " at most " + MAX_CELLS + " cells");
        }
        this.siemens = new float[rows][columns];
        this.columns = columns;
        this.response = response;
        this.waveforms = waveforms;
        this.before = new float[Math.max(rows, columns)];
        this.after = new float[Math.max(rows, columns)];
        for (float[] row : siemens) {
            Arrays.fill(row, response.nearest(response.range().minSiemens()));
        }
    }

    @Override
    public int rows() {
        return siemens.length;
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
        RowSums.sum(siemens, activeRows, count, amps, columns);
        session.readJoules += waveforms.read().joulesPerSiemens() * RowSums.total(amps, columns);
        RowSums.scale(amps, (float) readVolts(), columns);
        session.reads++;
        session.activeRows += count;
    }

    @Override
    public void read(float[] volts, float[] amps, Session session) {
        Arrays.fill(amps, 0, columns, 0f);
        double joules = 0;
        for (int r = 0; r < siemens.length; r++) {
            if (volts[r] != 0f) {
                RowSums.addScaled(volts[r], siemens[r], amps, columns);
                joules += (double) volts[r] * volts[r] * RowSums.total(siemens[r], columns);
                session.activeRows++;
            }
        }
        session.readJoules += joules * waveforms.read().seconds();
        session.reads++;
    }

    @Override
    public void readLine(Line line, int index, float[] out, Session session) {
        int cells = load(line, index, out);
        session.cellReads += cells;
        session.cellReadJoules += waveforms.read().joulesPerSiemens() * RowSums.total(out, cells);
    }

    @Override
    public void program(Line line, int index, float[] pulses, Session session) {
        int cells = load(line, index, before);
        System.arraycopy(before, 0, after, 0, cells);
        response.program(after, pulses, cells, session.random);
        charge(pulses, cells, session);
        store(line, index, cells);
    }

    @Override
    public void place(Line line, int index, float[] targets, Session session) {
        int cells = load(line, index, before);
        ConductanceRange range = response.range();
        float[] pulses = new float[cells];
        for (int i = 0; i < cells; i++) {
            after[i] = Float.isNaN(targets[i]) ? before[i] : response.nearest(targets[i]);
            double swing = (after[i] - before[i]) / range.widthSiemens();
            double exact = swing * (swing > 0 ? response.potentiationPulses() : response.depressionPulses());
            pulses[i] = (float) Math.copySign(Math.ceil(Math.abs(exact) - PULSE_ROUNDING), exact);
        }
        charge(pulses, cells, session);
        store(line, index, cells);
    }

    @Override
    public void preset(float[][] targets) {
        for (int r = 0; r < siemens.length; r++) {
            for (int c = 0; c < columns; c++) {
                siemens[r][c] = response.nearest(targets[r][c]);
            }
        }
    }

    @Override
    public float[][] conductances() {
        float[][] copy = new float[siemens.length][];
        Arrays.setAll(copy, r -> siemens[r].clone());
        return copy;
    }

    private int load(Line line, int index, float[] out) {
        if (line == Line.ROW) {
            System.arraycopy(siemens[index], 0, out, 0, columns);
            return columns;
        }
        for (int r = 0; r < siemens.length; r++) {
            out[r] = siemens[r][index];
        }
        return siemens.length;
    }

    private void store(Line line, int index, int cells) {
        if (line == Line.ROW) {
            System.arraycopy(after, 0, siemens[index], 0, cells);
            return;
        }
        for (int r = 0; r < cells; r++) {
            siemens[r][index] = after[r];
        }
    }

    /**
     * Counts the pulses of one line and charges n·V²·(G before + G after)/2·t for each cell. Up and down are told apart by
     * the sums of x and |x|, which needs no branches.
     */
    private void charge(float[] pulses, int cells, Session session) {
        double net = 0;
        double gross = 0;
        double netSiemens = 0;
        double grossSiemens = 0;
        float most = 0;
        float least = 0;
        int written = 0;
        for (int i = 0; i < cells; i++) {
            float n = pulses[i];
            float weighted = n * (before[i] + after[i]);
            net += n;
            gross += Math.abs(n);
            netSiemens += weighted;
            grossSiemens += Math.abs(weighted);
            most = n > most ? n : most;
            least = n < least ? n : least;
            written += n != 0f ? 1 : 0;
        }
        session.deviceWrites += written;
        session.potentiationPulses += (gross + net) / 2;
        session.depressionPulses += (gross - net) / 2;
        session.potentiationSlots += Math.ceil(most);
        session.depressionSlots += Math.ceil(-least);
        session.potentiationJoules +=
                (grossSiemens + netSiemens) / 4 * waveforms.potentiation().joulesPerSiemens();
        session.depressionJoules +=
                (grossSiemens - netSiemens) / 4 * waveforms.depression().joulesPerSiemens();
    }
}
