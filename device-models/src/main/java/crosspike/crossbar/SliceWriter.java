package crosspike.crossbar;

import crosspike.device.PulseResponse;

/** Moves sliced weights by whole steps between their levels: the cells whose digit changes are written. */
final class SliceWriter {
    private final Crossbar crossbar;
    private final PulseResponse response;
    private final SlicedWeight weight;
    private final PulseRounding rounding;
    private final boolean verifies;
    private final int[] levels;
    private final float[] part;

    /** @throws crosspike.input.UserError if the cells have no states for the digits, or pulses that pass over them */
    SliceWriter(Crossbar crossbar, SlicedWeight weight, PulseRounding rounding, Programming programming) {
        this.crossbar = crossbar;
        this.response = crossbar.response();
        this.weight = weight;
        this.rounding = rounding;
        this.verifies = programming.verifies();
        this.levels = new int[crossbar.rows()];
        this.part = new float[crossbar.rows()];
        weight.requireStates(response, verifies);
    }

    /**
     * Writes the weights of one neuron.
     *
     * @param column the neuron's first
     * @param cells conductances in S that a read of its columns showed, {@code [slices][rows]}. Not modified.
     * @param changes wanted change of each weight. Not modified.
     */
    void write(int column, float[][] cells, float[] changes, Session session) {
        int rows = crossbar.rows();
        weight.toSteps(changes, part, rows);
        rounding.round(part, rows, session.random);
        weight.levels(cells, part, levels, rows);
        for (int p = 0; p < cells.length; p++) {
            weight.targets(cells[p], levels, p, part, rows);
            if (verifies) {
                crossbar.place(Line.COLUMN, column + p, part, session);
            } else {
                toPulses(cells[p], part, rows);
                crossbar.program(Line.COLUMN, column + p, part, session);
            }
        }
    }

    /** Turns wanted conductances, NaN for none, into the pulses that a cell of average response needs for them, at least one. */
    private void toPulses(float[] siemens, float[] targets, int count) {
        for (int i = 0; i < count; i++) {
            double exact = VerifiedWrite.averagePulses(response, targets[i] - siemens[i]);
            double whole = Math.max(1, Math.rint(Math.abs(exact)));
            targets[i] = Double.isNaN(exact) ? 0f : (float) Math.copySign(whole, exact);
        }
    }
}
