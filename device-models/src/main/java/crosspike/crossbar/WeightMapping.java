package crosspike.crossbar;

/** How signed weights in [−1, 1] lie in cells; the whole conductance range of a cell spans the weights −1 to 1. */
interface WeightMapping {

    /**
     * Conductances of one cell of each weight.
     *
     * @param weights in [−1, 1]. Not modified.
     * @param part which of the neuron's columns
     * @param siemens overwritten: conductance in S; NaN where the weight is NaN
     */
    void conductances(float[] weights, int part, float[] siemens, int count);

    /**
     * The weights of cells.
     *
     * @param siemens conductances in S of each of the neuron's columns. Not modified.
     * @param weights overwritten
     */
    void weights(float[][] siemens, float[] weights, int count);

    /**
     * Weighted sums from column currents.
     *
     * @param amps current into each column in A; may be the same array as {@code sums} for one column per neuron
     * @param activeRows how many rows were at the read voltage
     * @param sums overwritten: Σ w over the active rows, for each neuron
     */
    void sums(float[] amps, int activeRows, float[] sums, int neurons);

    /** Whether more conductance on this part means more weight (+1) or less (−1). */
    int sign(int part);

    /** Full swings of a cell for a change of weight by 1. */
    default float swingPerWeight() {
        return 0.5f;
    }

    /**
     * What one cell of each weight contributes to a change of weight.
     *
     * @param changes wanted changes of weight. Not modified.
     * @param share overwritten: positive for more conductance of this part
     */
    default void share(float[] changes, int part, float[] share, int count) {
        float sign = sign(part);
        for (int i = 0; i < count; i++) {
            share[i] = sign * changes[i];
        }
    }
}
