package crosspike.experiment.config;

import crosspike.crossbar.PruneHardware;

/** Which weights of one kind of network are given up, and when. */
public sealed interface PruningConfig permits Shi2019Pruning, DiehlCookPruning {

    /** How pruned weights are remembered. */
    PruneHardware flags();
}
