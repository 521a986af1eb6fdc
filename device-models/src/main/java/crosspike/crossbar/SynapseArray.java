package crosspike.crossbar;

import crosspike.input.UserError;
import java.util.Arrays;

/**
 * The synapses of a layer as a network sees them: signed weights in [−1, 1] between rows (inputs) and neurons (outputs).
 * It lays the weights in the cells of a crossbar, turns wanted changes into pulses, and holds the prune flags.
 *
 * <p>{@link #weightedSums} may be asked by several sessions at once; everything else is for one thread.
 */
public final class SynapseArray {
    /** Pulses for a change of weight by 1, as a fraction of the pulses of a full swing: weights span 2. */
    private static final float SWING_PER_WEIGHT = 0.5f;

    private final Crossbar crossbar;
    private final WeightMapping mapping;
    private final PulseRounding rounding;
    private final boolean flagged;
    private final int neurons;
    private final boolean[][] pruned;
    private final float[][] keep;
    private final int[] prunedCount;
    private final float[][] cells;
    private final float[] pulses;
    private final float[] part;

    /**
     * @param crossbar the cells
     * @param mapping how weights lie in them
     * @param rounding how fractional pulses become whole ones
     * @param flagged whether every weight has a prune flag that is read before an update
     * @throws UserError if the crossbar's columns do not suit the mapping, or its cells do not take fractional pulses and
     *     {@code rounding} is {@link PulseRounding#NONE}
     */
    public SynapseArray(Crossbar crossbar, Mapping mapping, PulseRounding rounding, boolean flagged) {
        if (crossbar.columns() % mapping.columnsPerNeuron() != 0) {
            throw new UserError("array has " + crossbar.columns() + " columns; expected a multiple of "
                    + mapping.columnsPerNeuron() + " for differential pairs");
        }
        if (rounding == PulseRounding.NONE && !crossbar.response().takesFractionalPulses()) {
            throw new UserError("pulse rounding is none, but the device takes whole pulses only;"
                    + " expected stochastic, nearest or one");
        }
        this.crossbar = crossbar;
        this.mapping = mapping.on(crossbar.response().range(), crossbar.readVolts());
        this.rounding = rounding;
        this.flagged = flagged;
        this.neurons = crossbar.columns() / mapping.columnsPerNeuron();
        this.pruned = new boolean[neurons][];
        this.keep = new float[neurons][];
        this.prunedCount = new int[neurons];
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
        float[] amps = mapping.columnsPerNeuron() == 1 ? sums : session.scratch(crossbar.columns());
        crossbar.read(activeRows, count, amps, session);
        mapping.sums(amps, count, sums, neurons);
        session.synapticOperations += (long) count * neurons;
    }

    /**
     * Reads the weights of one neuron cell by cell, as before an update.
     *
     * @param weights overwritten; length at least {@link #rows}
     */
    public void weights(int neuron, float[] weights, Session session) {
        for (int p = 0; p < cells.length; p++) {
            crossbar.readLine(Line.COLUMN, column(neuron, p), cells[p], session);
        }
        mapping.weights(cells, weights, crossbar.rows());
    }

    /**
     * Asks for changes of the weights of one neuron. Pruned weights stay as they are; the others change as far as their
     * cells allow.
     *
     * @param changes wanted change of each weight; the entries of pruned weights are set to 0
     */
    public void update(int neuron, float[] changes, Session session) {
        int rows = crossbar.rows();
        if (flagged) {
            session.flagReads += rows;
            session.flagReadsSet += prunedCount[neuron];
        }
        session.nominalUpdates += rows - prunedCount[neuron];
        if (keep[neuron] != null) {
            multiply(changes, keep[neuron], rows);
        }
        float up = (float) crossbar.response().potentiationPulses() * SWING_PER_WEIGHT;
        float down = (float) crossbar.response().depressionPulses() * SWING_PER_WEIGHT;
        if (cells.length == 1) {
            toPulses(changes, up, down, pulses, rows);
            rounding.round(pulses, rows, session.random);
            crossbar.program(Line.COLUMN, neuron, pulses, session);
            return;
        }
        toPulses(changes, up, up, pulses, rows);
        rounding.round(pulses, rows, session.random);
        for (int p = 0; p < cells.length; p++) {
            float opposite = mapping.sign(p) < 0 ? -1f : 1f;
            for (int i = 0; i < rows; i++) {
                part[i] = opposite * pulses[i];
            }
            crossbar.program(Line.COLUMN, column(neuron, p), part, session);
        }
    }

    /**
     * Puts some weights of a neuron at given values and flags them: they are never updated again.
     *
     * @param values wanted weight of each pruned row; NaN for rows that are not pruned. Not modified.
     */
    public void prune(int neuron, float[] values, Session session) {
        int rows = crossbar.rows();
        if (pruned[neuron] == null) {
            pruned[neuron] = new boolean[rows];
            keep[neuron] = new float[rows];
            Arrays.fill(keep[neuron], 1f);
        }
        for (int i = 0; i < rows; i++) {
            if (!Float.isNaN(values[i]) && !pruned[neuron][i]) {
                pruned[neuron][i] = true;
                keep[neuron][i] = 0f;
                prunedCount[neuron]++;
                session.flagWrites += flagged ? 1 : 0;
            }
        }
        for (int p = 0; p < cells.length; p++) {
            mapping.conductances(values, p, part, rows);
            crossbar.place(Line.COLUMN, column(neuron, p), part, session);
        }
    }

    /**
     * Puts all cells at the nearest conductance to given weights, at no cost.
     *
     * @param weights {@code [neurons][rows]}. Not modified.
     */
    public void preset(float[][] weights) {
        float[][] siemens = new float[crossbar.rows()][crossbar.columns()];
        for (int k = 0; k < neurons; k++) {
            for (int p = 0; p < cells.length; p++) {
                mapping.conductances(weights[k], p, part, crossbar.rows());
                for (int r = 0; r < crossbar.rows(); r++) {
                    siemens[r][column(k, p)] = part[r];
                }
            }
        }
        crossbar.preset(siemens);
    }

    /** Number of pruned weights of a neuron. */
    public int prunedWeights(int neuron) {
        return prunedCount[neuron];
    }

    /** A copy of the prune flags, {@code [rows][neurons]}. */
    public boolean[][] flags() {
        boolean[][] flags = new boolean[crossbar.rows()][neurons];
        for (int k = 0; k < neurons; k++) {
            for (int r = 0; pruned[k] != null && r < flags.length; r++) {
                flags[r][k] = pruned[k][r];
            }
        }
        return flags;
    }

    private int column(int neuron, int partNumber) {
        return neuron * cells.length + partNumber;
    }

    private static void multiply(float[] values, float[] factors, int count) {
        for (int i = 0; i < count; i++) {
            values[i] *= factors[i];
        }
    }

    private static void toPulses(float[] changes, float up, float down, float[] pulses, int count) {
        for (int i = 0; i < count; i++) {
            pulses[i] = Math.max(changes[i], 0f) * up + Math.min(changes[i], 0f) * down;
        }
    }
}
