package crosspike.snn.lif.pruning;

import crosspike.snn.lif.Compression;

/** Which synapses are pruned, when, and what becomes of them. */
public interface PruningMethod {

    /** Nothing is pruned. */
    PruningMethod NONE = () -> Compression.NONE;

    /** The method at the start of a training. */
    Compression begin();
}
