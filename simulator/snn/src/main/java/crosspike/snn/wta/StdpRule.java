package crosspike.snn.wta;

/** What an output spike does to the weights of the neuron that fired. Immutable. */
public interface StdpRule {

    /** Whether {@link #changes} looks at the weights; if not, a device need not be read before it is written. */
    boolean readsWeights();

    /**
     * Wanted change of each weight.
     *
     * @param weights current weights of the neuron, one for each row. Not modified; ignored unless {@link #readsWeights}.
     * @param activeRows rows whose input spiked within the window; the first {@code active} are used. Not modified.
     * @param changes overwritten: one for each row
     * @param scratch overwritten; at least as long as {@code changes}
     */
    void changes(float[] weights, int[] activeRows, int active, float[] changes, double[] scratch);
}
