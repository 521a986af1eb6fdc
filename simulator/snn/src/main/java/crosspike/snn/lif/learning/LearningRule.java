package crosspike.snn.lif.learning;

/**
 * How spikes change weights. A rule sees weights and traces of whole columns and rows, so that each is a plain loop; at input
 * spikes one that reads weights sees them one by one. The synapses keep changes within [0, 1]; normalising may lead beyond 1. Stateless, hence thread-safe.
 */
public interface LearningRule {

    /** Which traces spikes leave behind. */
    Traces traces();

    /**
     * x after an input spike, by steps since then; the last entry is for all later times.
     *
     * @param stepSeconds length of a step in s
     */
    default float[] inputTrace(double stepSeconds) {
        return Traces.exponential(traces().inputSeconds(), stepSeconds);
    }

    /** y1 after an output spike, likewise. When its last entry is reached, the neuron has not fired lately. */
    default float[] fastTrace(double stepSeconds) {
        return Traces.exponential(traces().fastSeconds(), stepSeconds);
    }

    /** y2 after an output spike, likewise. */
    default float[] slowTrace(double stepSeconds) {
        return Traces.exponential(traces().slowSeconds(), stepSeconds);
    }

    /** Whether an input spike adds to x; otherwise only the latest counts. */
    default boolean sumsInputs() {
        return traces().summed();
    }

    /** The inputs whose weights {@link #outputSpike} changes. */
    Visits visits();

    /** Whether {@link #outputSpike} looks at the weights; if not, a device need not be read before it is written. */
    boolean readsWeights();

    /**
     * What a spike of a neuron does to the weights from the visited inputs.
     *
     * @param weights current weights. Not modified; the content is arbitrary unless {@link #readsWeights}
     * @param inputTraces x of each visited input at this moment. Not modified.
     * @param slowTrace y2 of the neuron, just before this spike
     * @param changes overwritten: wanted change of each weight
     * @param count visited inputs
     */
    void outputSpike(float[] weights, float[] inputTraces, float slowTrace, float[] changes, int count);

    /** Whether {@link #outputSpike} changes anything while y2 is 0, as it is when the neuron did not fire lately. */
    default boolean learnsFromLoneSpikes() {
        return true;
    }

    /** Whether {@link #inputSpikes} does anything. */
    default boolean learnsFromInputs() {
        return false;
    }

    /**
     * What spikes of inputs do to their weights to one neuron that fired lately.
     *
     * @param weights current weight of each spike's input. Not modified; the content is arbitrary unless {@link #readsWeights}
     * @param fastTraces y1 of the neuron at each spike. Not modified.
     * @param changes overwritten: wanted change at each spike
     * @param count spikes
     */
    default void inputSpikes(float[] weights, float[] fastTraces, float[] changes, int count) {
        throw new IllegalStateException("this rule does not learn from input spikes");
    }
}
