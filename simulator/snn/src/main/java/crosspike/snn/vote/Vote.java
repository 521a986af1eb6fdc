package crosspike.snn.vote;

/** How the output spikes of a test image become a class. */
public enum Vote {
    /** Mean spikes per neuron of the class (Shi 2019, Eq. 5). */
    EQ5,
    /** The same, neurons of low certainty removed. */
    EQ5_SELECTIVE,
    /** Total spikes of the neurons of the class. */
    SPIKE_SUM,
    /** Spikes weighted with each neuron's response probabilities Z. */
    Z_WEIGHTED
}
