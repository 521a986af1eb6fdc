package crosspike.snn.wta;

import crosspike.crossbar.ActiveRows;
import crosspike.crossbar.Session;
import crosspike.crossbar.SynapseArray;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.vote.RunningVote;
import java.util.Arrays;
import java.util.Optional;

/**
 * Trains a network, image after image (Shi 2019, Fig. 4). The order of learning is never split over threads.
 */
public final class Trainer {
    private final WtaNetwork network;
    private final StdpRule rule;
    private final Pruning pruning;
    private final Presenter presenter;
    private final Streams streams;
    private final Session session;
    private final ConsistencyTrigger trigger;
    private final NeuronHistory.Moment[] developed;
    private final RunningVote vote;

    private final float[] weights;
    private final float[] changes;
    private final float[] scratch;
    private final int[] sinceMs;
    private int[] winners = new int[64];
    private int spikes;
    private long presentations;
    private int prunedNeurons;

    /**
     * @param streams presentation i draws from stream i
     * @param session counts, energy and device noise of the training
     */
    public Trainer(
            WtaNetwork network,
            StdpRule rule,
            Pruning pruning,
            Schedule schedule,
            int classes,
            Streams streams,
            Session session) {
        this.network = network;
        this.rule = rule;
        this.pruning = pruning;
        this.presenter = new Presenter(network, schedule);
        this.streams = streams;
        this.session = session;
        this.trigger = new ConsistencyTrigger(pruning.development(), schedule.displayMs(), network.neurons());
        this.developed = new NeuronHistory.Moment[network.neurons()];
        this.sinceMs = new int[network.synapses().rows()];
        this.vote = new RunningVote(network.neurons(), classes);
        this.weights = new float[network.synapses().rows()];
        this.changes = new float[network.synapses().rows()];
        this.scratch = new float[network.synapses().rows()];
    }

    /** Shows one image and learns from it; the label is only used to report the running accuracy. */
    public void learn(byte[] image, int label) {
        trigger.presentationBegins();
        spikes = 0;
        presenter.show(image, streams.stream(presentations++), session);
        while (presenter.spikes()) {
            learn(presenter.step(), presenter.winner(), presenter.rows());
        }
        vote.image(winners, spikes, label);
    }

    /** Shows images {@code from} to {@code to} − 1 of a set that is repeated without end. */
    public void learn(ImageSet images, long from, long to) {
        for (long n = from; n < to; n++) {
            int i = (int) (n % images.size());
            learn(images.pixels()[i], images.labels()[i]);
        }
    }

    /** Prunes all neurons if the pruning is for after training. */
    public void finish() {
        if (pruning.prunes(weights.length) && pruning.when() == Pruning.When.AFTER) {
            for (int k = 0; k < network.neurons(); k++) {
                prune(k);
            }
        }
    }

    /** Images shown so far. */
    public long presentations() {
        return presentations;
    }

    /** Fraction of the latest images that the network would have classified correctly; NaN before the first. */
    public double runningAccuracy() {
        return vote.accuracy();
    }

    /** Neurons pruned so far. */
    public int prunedNeurons() {
        return prunedNeurons;
    }

    /** How a neuron has fared so far. */
    public NeuronHistory history(int neuron) {
        return new NeuronHistory(
                trigger.spikes(neuron),
                trigger.consistency(neuron),
                trigger.occurrences(neuron),
                Optional.ofNullable(developed[neuron]));
    }

    private void learn(int step, int neuron, ActiveRows rows) {
        SynapseArray synapses = network.synapses();
        if (rule.readsWeights()) {
            synapses.weights(neuron, weights, session);
        }
        if (rule.readsTimes()) {
            presenter.sinceLatestSpikes(step, sinceMs);
        }
        rule.changes(weights, rows.list(), rows.count(), sinceMs, changes, scratch);
        synapses.update(neuron, changes, session);
        if (spikes == winners.length) {
            winners = Arrays.copyOf(winners, 2 * spikes);
        }
        winners[spikes++] = neuron;
        if (trigger.developedBy(step, neuron)) {
            developed[neuron] = new NeuronHistory.Moment(presentations, step, session.nominalUpdates);
            if (pruning.prunes(weights.length) && pruning.when() == Pruning.When.DURING) {
                prune(neuron);
            }
        }
    }

    private void prune(int neuron) {
        pruning.prune(neuron, network.synapses(), weights, session);
        prunedNeurons++;
    }
}
