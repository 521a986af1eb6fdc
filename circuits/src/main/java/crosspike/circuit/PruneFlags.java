package crosspike.circuit;

/** Where the array remembers which synapses are pruned. Section 11.3 of {@code docs/circuit-model.md}. */
public enum PruneFlags {
    /** Nowhere: nothing is pruned. */
    NONE(0),
    /** In one binary cell more for each synapse. */
    BINARY_COLUMN(1),
    /** In the weight's own cells, reset below the range of weights. */
    DEEP_RESET(0);

    private final int columns;

    PruneFlags(int columns) {
        this.columns = columns;
    }

    /** Columns of flags for each output neuron, however many columns hold its weights. */
    public int columns() {
        return columns;
    }
}
