package crosspike.snn.lif.learning;

/** Which weights of a neuron its spike changes. */
public enum Visits {
    /** Those of all inputs; silent ones have x = 0. */
    ALL,
    /** Those of inputs that spike in this presentation, later ones too: for rules that do nothing at x = 0. */
    SPIKED,
    /**
     * Those of inputs that spiked since the neuron's previous spike, in whatever presentation: each input spike is paired
     * once.
     */
    UNPAIRED
}
