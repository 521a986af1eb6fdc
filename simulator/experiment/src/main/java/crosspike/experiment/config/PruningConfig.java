package crosspike.experiment.config;

import crosspike.crossbar.PruneHardware;

/** Which weights of one kind of network are given up, and when. */
public sealed interface PruningConfig permits Shi2019Pruning, DiehlCookPruning {

    /** How pruned weights are remembered. */
    PruneHardware flags();

    /** About how many trainings a run takes: more than one if the training is repeated until something is found. */
    default int usualTrainings() {
        return 1;
    }

    /** The same for a single training. */
    default PruningConfig withoutSearch() {
        return this;
    }
}
