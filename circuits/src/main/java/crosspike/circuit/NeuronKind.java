package crosspike.circuit;

/** What sits behind the columns. */
public enum NeuronKind {
    /** NeuroSim's digital perceptron: adder, register and subtractor. */
    PERCEPTRON,
    /** Leaky integrate-and-fire. */
    LIF,
    /** Leaky integrate-and-fire, and a winner that inhibits the others. */
    LIF_WINNER_TAKE_ALL
}
