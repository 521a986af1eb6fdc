package crosspike.crossbar;

import crosspike.device.ConductanceRange;
import crosspike.input.UserError;
import java.util.Arrays;

/**
 * The synapses of a layer as a network sees them: signed weights in [−1, 1] between rows (inputs) and neurons (outputs).
 * It lays the weights in the cells of a crossbar, turns wanted changes into pulses, and holds the prune flags.
 *
 * <p>{@link #weightedSums} may be asked by several sessions at once; everything else is for one thread.
 */
public final class SynapseArray {
    /** Conductance of a deep-reset cell, as a fraction of Gmin: chosen, so that a read at Gmin/2 tells them apart. */
    private static final double DEEP_FRACTION_OF_MIN = 0.1;

    private final Crossbar crossbar;
    private final WeightMapping mapping;
    private final PulseRounding rounding;
    private final PruneHardware hardware;
    private final Programming programming;
    private final int neurons;
    private final FlaggedWeights pruned;
    private final float[][] cells;
    private final float[] pulses;
    private final float[] part;
    private final SliceWriter slices;
    private int lastRead = -1;

    /**
     * Writes are open-loop.
     *
     * @param flagged whether every weight has a prune flag that is read before an update
     */
    public SynapseArray(Crossbar crossbar, Mapping mapping, PulseRounding rounding, boolean flagged) {
        this(
                crossbar,
                mapping,
                rounding,
                flagged ? PruneHardware.FLAG_DEVICE : PruneHardware.NONE,
                Programming.OPEN_LOOP);
    }

    /**
     * @param crossbar the cells
     * @param mapping how weights lie in them
     * @param rounding how fractional pulses become whole ones
     * @param hardware how pruned weights are remembered
     * @param programming how writes are done
     * @throws UserError if the crossbar's columns do not suit the mapping, its cells do not take fractional pulses and
     *     {@code rounding} is {@link PulseRounding#NONE}, they have no states for the digits of a sliced weight, or they cannot
     *     be reset deeply although that is asked for
     */
    public SynapseArray(
            Crossbar crossbar,
            Mapping mapping,
            PulseRounding rounding,
            PruneHardware hardware,
            Programming programming) {
        this.neurons = mapping.neurons(crossbar.columns());
        if (neurons < 1 || mapping.columns(neurons) != crossbar.columns()) {
            throw new UserError("array has " + crossbar.columns() + " columns; expected "
                    + (mapping.kind() == Mapping.Kind.REFERENCE_COLUMN
                            ? "at least 2 with a reference column"
                            : "a multiple of " + mapping.columnsPerNeuron()
                                    + (mapping.isPair() ? " for differential pairs" : ", the slices of a weight")));
        }
        if (rounding == PulseRounding.NONE && mapping.kind() == Mapping.Kind.SLICED) {
            throw new UserError("pulse rounding is none, but sliced weights move by whole steps;"
                    + " expected stochastic, nearest or one");
        }
        if (rounding == PulseRounding.NONE && !crossbar.response().takesFractionalPulses()) {
            throw new UserError("pulse rounding is none, but the device takes whole pulses only;"
                    + " expected stochastic, nearest or one");
        }
        if (hardware == PruneHardware.DEEP_RESET
                && !(crossbar instanceof DeepReset
                        && crossbar.response().range().minSiemens() > 0)) {
            throw new UserError("pruned cells are to be reset deeply, but these cells cannot go below their range;"
                    + " expected pruning hardware: flag-device or none");
        }
        this.crossbar = crossbar;
        this.mapping = mapping.on(crossbar.response().range(), crossbar.readVolts());
        this.slices = this.mapping instanceof SlicedWeight sliced
                ? new SliceWriter(crossbar, sliced, rounding, programming)
                : null;
        this.rounding = rounding;
        this.hardware = hardware;
        this.programming = programming;
        this.pruned = new FlaggedWeights(neurons, crossbar.rows());
        this.cells = new float[mapping.columnsPerNeuron()][crossbar.rows()];
        this.pulses = new float[crossbar.rows()];
        this.part = new float[crossbar.rows()];
    }

    /** Inputs. */
    public int rows() {
        return crossbar.rows();
    }

    /** Outputs. */
    public int neurons() {
        return neurons;
    }

    /** The cells, to look at. */
    public Crossbar crossbar() {
        return crossbar;
    }

    /**
     * sums[k] = Σ w over the active rows, for each neuron k.
     *
     * @param activeRows row numbers, ascending; the first {@code count} are used. Not modified.
     * @param sums overwritten; length at least {@link #neurons}
     */
    public void weightedSums(int[] activeRows, int count, float[] sums, Session session) {
        float[] amps = amps(sums, session);
        crossbar.read(activeRows, count, amps, session);
        weigh(amps, count, sums, session);
    }

    /** The same for the next read of a series. */
    public void weightedSums(ActiveRows rows, float[] sums, Session session) {
        float[] amps = amps(sums, session);
        crossbar.read(rows, amps, session);
        weigh(amps, rows.count(), sums, session);
    }

    private float[] amps(float[] sums, Session session) {
        return crossbar.columns() == neurons ? sums : session.scratch(crossbar.columns());
    }

    private void weigh(float[] amps, int active, float[] sums, Session session) {
        mapping.sums(amps, active, sums, neurons);
        session.synapticOperations += (long) active * neurons;
    }

    /**
     * Reads the weights of one neuron cell by cell, as before an update.
     *
     * @param weights overwritten; length at least {@link #rows}
     */
    public void weights(int neuron, float[] weights, Session session) {
        read(neuron, session);
        mapping.weights(cells, weights, crossbar.rows());
    }

    private void read(int neuron, Session session) {
        for (int p = 0; p < cells.length; p++) {
            crossbar.readLine(Line.COLUMN, column(neuron, p), cells[p], session);
        }
        lastRead = neuron;
    }

    /**
     * Asks for changes of the weights of one neuron. Pruned weights stay as they are; the others change as far as their
     * cells allow.
     *
     * @param changes wanted change of each weight; the entries of pruned weights are set to 0
     */
    public void update(int neuron, float[] changes, Session session) {
        int rows = crossbar.rows();
        if (hardware == PruneHardware.FLAG_DEVICE) {
            session.flagReads += rows;
            session.flagReadsSet += pruned.count(neuron);
        }
        boolean needsRead = hardware == PruneHardware.DEEP_RESET || programming.verifies() || slices != null;
        if (needsRead && lastRead != neuron) {
            read(neuron, session);
        }
        lastRead = -1;
        session.nominalUpdates += rows - pruned.count(neuron);
        pruned.clear(neuron, changes);
        if (slices != null) {
            slices.write(column(neuron, 0), cells, changes, session);
            return;
        }
        float up = (float) crossbar.response().potentiationPulses() * mapping.swingPerWeight();
        float down = (float) crossbar.response().depressionPulses() * mapping.swingPerWeight();
        for (int p = 0; p < cells.length; p++) {
            mapping.share(changes, p, part, rows);
            toPulses(part, up, down, rows);
            rounding.round(part, rows, session.random);
            if (programming.verifies()) {
                toTargets(cells[p], part, rows);
                crossbar.place(Line.COLUMN, column(neuron, p), part, session);
            } else {
                crossbar.program(Line.COLUMN, column(neuron, p), part, session);
            }
        }
        if (mapping instanceof UnidirectionalPair) {
            refresh(neuron, session);
        }
    }

    /** Turns pulses into the conductances they would lead a cell of average response to; NaN for no pulses. */
    private void toTargets(float[] siemens, float[] pulses, int count) {
        ConductanceRange range = crossbar.response().range();
        float up = (float) (range.widthSiemens() / crossbar.response().potentiationPulses());
        float down = (float) (range.widthSiemens() / crossbar.response().depressionPulses());
        for (int i = 0; i < count; i++) {
            float n = pulses[i];
            pulses[i] = n == 0 ? Float.NaN : range.clamp(siemens[i] + n * (n > 0 ? up : down));
        }
    }

    /** Reads the pairs of a neuron; those with a nearly full cell are reset, and their difference is written anew. */
    private void refresh(int neuron, Session session) {
        ConductanceRange range = crossbar.response().range();
        float full = range.minSiemens() + UnidirectionalPair.FULL * range.widthSiemens();
        float halfPulse = (float) (range.widthSiemens() / crossbar.response().potentiationPulses() / 2);
        int rows = crossbar.rows();
        read(neuron, session);
        lastRead = -1;
        mapping.weights(cells, pulses, rows);
        int refreshed = 0;
        for (int i = 0; i < rows; i++) {
            float more = Math.max(cells[0][i], cells[1][i]);
            float less = Math.min(cells[0][i], cells[1][i]);
            boolean gains = more > full && less > range.minSiemens() + halfPulse;
            boolean given = pruned.has(neuron, i);
            pulses[i] = gains && !given ? pulses[i] : Float.NaN;
            refreshed += gains && !given ? 1 : 0;
        }
        if (refreshed == 0) {
            return;
        }
        session.refreshes += refreshed;
        for (int p = 0; p < cells.length; p++) {
            for (int i = 0; i < rows; i++) {
                part[i] = Float.isNaN(pulses[i]) ? Float.NaN : range.minSiemens();
            }
            crossbar.place(Line.COLUMN, column(neuron, p), part, session);
            mapping.conductances(pulses, p, part, rows);
            crossbar.place(Line.COLUMN, column(neuron, p), part, session);
        }
    }

    /**
     * Puts some weights of a neuron at given values and flags them: they are never updated again. Weights that are pruned already
     * stay as they are.
     *
     * @param values wanted weight of each pruned row; NaN for rows that are not pruned. Not modified.
     */
    public void prune(int neuron, float[] values, Session session) {
        int rows = crossbar.rows();
        boolean[] wanted = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            wanted[i] = !Float.isNaN(values[i]);
        }
        boolean[] flagged = flag(neuron, wanted, session);
        float[] fresh = values.clone();
        for (int i = 0; i < rows; i++) {
            fresh[i] = flagged[i] ? values[i] : Float.NaN;
        }
        for (int p = 0; p < cells.length; p++) {
            mapping.conductances(fresh, p, part, rows);
            if (hardware == PruneHardware.DEEP_RESET) {
                resetDeeply(neuron, p, fresh, session);
            }
            crossbar.place(Line.COLUMN, column(neuron, p), part, session);
        }
        lastRead = -1;
    }

    /**
     * Puts some weights of a neuron at given values, without flagging them. Pruned weights stay as they are.
     *
     * @param values wanted weights; NaN for those that stay. Not modified.
     */
    public void place(int neuron, float[] values, Session session) {
        int rows = crossbar.rows();
        float[] free = values.clone();
        for (int i = 0; i < rows; i++) {
            free[i] = pruned.has(neuron, i) ? Float.NaN : free[i];
        }
        for (int p = 0; p < cells.length; p++) {
            mapping.conductances(free, p, part, rows);
            crossbar.place(Line.COLUMN, column(neuron, p), part, session);
        }
        lastRead = -1;
    }

    /**
     * Flags some weights of a neuron where they are: no cell is written, and they are never updated again.
     *
     * @param wanted whether each row is to be frozen. Not modified.
     * @throws IllegalStateException if the cells themselves are the flags: a cell that is reset deeply loses its value
     */
    public void freeze(int neuron, boolean[] wanted, Session session) {
        if (hardware == PruneHardware.DEEP_RESET) {
            throw new IllegalStateException("a weight cannot be frozen by resetting its cell deeply");
        }
        flag(neuron, wanted, session);
    }

    /** Whether flags can cut their cells off from the lines: {@link #disconnect} works. */
    public boolean disconnects() {
        return hardware == PruneHardware.FLAG_DEVICE && crossbar instanceof Disconnects;
    }

    /**
     * Cuts off the cells of some weights of a neuron for good.
     *
     * @param which by row; all of them have been pruned. Not modified.
     * @throws IllegalStateException if flags cannot do that
     */
    public void disconnect(int neuron, boolean[] which) {
        if (!disconnects()) {
            throw new IllegalStateException("flags of these cells do not switch them off");
        }
        for (int p = 0; p < cells.length; p++) {
            ((Disconnects) crossbar).disconnect(Line.COLUMN, column(neuron, p), which);
        }
        lastRead = -1;
    }

    /** What the currents of a weight whose cells are cut off are taken for: below −1 for a single device. */
    public float disconnectedWeight() {
        float[] weight = new float[1];
        mapping.weights(new float[cells.length][1], weight, 1);
        return weight[0];
    }

    /** Sets flags; true where there was none yet. */
    private boolean[] flag(int neuron, boolean[] wanted, Session session) {
        int before = pruned.count(neuron);
        boolean[] added = pruned.add(neuron, wanted);
        session.flagWrites += hardware == PruneHardware.FLAG_DEVICE ? pruned.count(neuron) - before : 0;
        return added;
    }

    /** Of the cells to be placed, those at the low end, and both cells of a pair that shall cancel, are reset deeply. */
    private void resetDeeply(int neuron, int p, float[] values, Session session) {
        boolean isPair = cells.length == 2 && slices == null;
        boolean[] deep = new boolean[part.length];
        for (int i = 0; i < deep.length; i++) {
            boolean cancels = isPair && values[i] == 0;
            deep[i] = cancels || part[i] <= crossbar.response().range().minSiemens() * 1.000001f;
            part[i] = deep[i] ? Float.NaN : part[i];
        }
        ((DeepReset) crossbar).deepReset(Line.COLUMN, column(neuron, p), deep, DEEP_FRACTION_OF_MIN, session);
    }

    /**
     * Puts all cells at the nearest conductance to given weights, at no cost.
     *
     * @param weights {@code [neurons][rows]}. Not modified.
     */
    public void preset(float[][] weights) {
        float[][] siemens = new float[crossbar.rows()][crossbar.columns()];
        ConductanceRange range = crossbar.response().range();
        for (float[] row : siemens) {
            Arrays.fill(row, (range.minSiemens() + range.maxSiemens()) / 2); // what no neuron owns is a reference
        }
        for (int k = 0; k < neurons; k++) {
            for (int p = 0; p < cells.length; p++) {
                mapping.conductances(weights[k], p, part, crossbar.rows());
                for (int r = 0; r < crossbar.rows(); r++) {
                    siemens[r][column(k, p)] = part[r];
                }
            }
        }
        crossbar.preset(siemens);
        lastRead = -1;
    }

    /** Number of pruned weights of a neuron. */
    public int prunedWeights(int neuron) {
        return pruned.count(neuron);
    }

    /** A copy of the prune flags, {@code [rows][neurons]}. */
    public boolean[][] flags() {
        return pruned.copy();
    }

    private int column(int neuron, int partNumber) {
        return neuron * cells.length + partNumber;
    }

    /** Turns changes into signed fractional pulses, each direction with its own. */
    private static void toPulses(float[] changes, float up, float down, int count) {
        for (int i = 0; i < count; i++) {
            float more = (changes[i] + Math.abs(changes[i])) / 2; // 0 for less: fewer instructions than Math.max
            changes[i] = more * up + (changes[i] - more) * down;
        }
    }
}
