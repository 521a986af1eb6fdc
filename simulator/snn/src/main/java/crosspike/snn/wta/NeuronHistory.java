package crosspike.snn.wta;

import java.util.Optional;

/**
 * How one neuron fared in training.
 *
 * @param spikes its output spikes
 * @param consistency fraction of them that followed right after one of its own within the same presentation; NaN if it
 *     never fired
 * @param occurrences occurrences of consistent firing, those after it was developed included
 * @param developed when it was developed, and pruned if that is done during training; empty if it never was
 */
public record NeuronHistory(long spikes, double consistency, int occurrences, Optional<Moment> developed) {

    /**
     * A moment of the training.
     *
     * @param presentation number of the presentation, from 1
     * @param step time in it in ms
     * @param nominalUpdates weights visited by the learning rule until then, those of this spike included
     */
    public record Moment(long presentation, int step, long nominalUpdates) {}
}
