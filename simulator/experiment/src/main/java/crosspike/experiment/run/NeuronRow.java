package crosspike.experiment.run;

/**
 * One row of {@code neurons.csv}: how one neuron fared.
 *
 * @param neuron output neuron, from 0
 * @param label its class; −1 if it never fired in labelling
 * @param certainty its largest response probability Z (Shi 2019, Eq. 4); 0 if it never fired in labelling
 * @param trainingSpikes its output spikes in training
 * @param consistency fraction of those that followed right after one of its own within the same presentation; NaN if there
 *     were none
 * @param occurrences occurrences of consistent firing in training
 * @param developedPresentation number of the presentation, from 1, in which it was developed; null if it never was. With
 *     pruning during training this is when it was pruned.
 * @param developedMs time in that presentation in ms
 * @param developedUpdate weights that the learning rule had visited until then, in the whole network
 * @param prunedWeights weights of it that are pruned
 */
public record NeuronRow(
        int neuron,
        int label,
        double certainty,
        long trainingSpikes,
        double consistency,
        int occurrences,
        Long developedPresentation,
        Integer developedMs,
        Long developedUpdate,
        int prunedWeights) {}
