package crosspike.snn.wta;

/** What an output spike does to the weights of the neuron that fired. Immutable. */
public interface StdpRule {

    /** Whether {@link #changes} looks at the weights; if not, a device need not be read before it is written. */
    boolean readsWeights();

    /** Whether {@link #changes} looks at the times of the latest input spikes. */
    default boolean readsTimes() {
        return false;
    }

    /**
     * Wanted change of each weight.
     *
     * @param weights current weights of the neuron, one for each row. Not modified; ignored unless {@link #readsWeights}.
     * @param activeRows rows whose input spiked within the window; the first {@code active} are used. Not modified.
     * @param sinceMs time from the latest spike of each row's input to the output spike in ms,
     *     {@link crosspike.snn.encoding.SpikeTrains#NEVER} if it has not spiked in this presentation. Not modified; ignored
     *     unless {@link #readsTimes}.
     * @param changes overwritten: one for each row
     * @param scratch overwritten; at least as long as {@code changes}
     */
    void changes(float[] weights, int[] activeRows, int active, int[] sinceMs, float[] changes, float[] scratch);
}
