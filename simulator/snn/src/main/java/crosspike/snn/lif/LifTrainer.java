package crosspike.snn.lif;

import crosspike.crossbar.Session;
import crosspike.random.Streams;
import crosspike.snn.Require;
import crosspike.snn.lif.learning.LearningRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Teaches a network image by image. */
public final class LifTrainer implements AutoCloseable {
    /** Neurons from which on two threads gain more than their meetings take. */
    private static final int CREW_NEURONS = 801;

    private final LifNetwork network;
    private final Plan plan;
    private final Streams spikes;
    private final Session session;
    private final Crew crew;
    private final Presenter presenter;
    private final UpdateStatistics changes;
    private final Plasticity plasticity;
    private final long[] batchSpikes;
    private final List<Dynamics> dynamics = new ArrayList<>();
    private long images;
    private long batchBegan;
    private long presentationsBefore;

    /**
     * How to train.
     *
     * @param rule how weights change
     * @param columnSum sum of the weights of each neuron before each image; 0 leaves them as they are
     * @param batchImages images between two calls of {@code compression}
     * @param compression what is done between batches
     * @param totalImages images in all
     * @param recordsChanges whether the dynamics tell mean and variance of weight changes, which takes a few percent of the
     *     time
     */
    public record Plan(
            LearningRule rule,
            double columnSum,
            int batchImages,
            Compression compression,
            long totalImages,
            boolean recordsChanges) {
        public Plan {
            Require.within("sum of weights", columnSum, 0, 1e9);
            Require.within("images in a batch", batchImages, 1, 1e9);
            Require.within("training images", totalImages, 0, 1e12);
        }

        /** Learning only, batches of 5,000 for {@link #dynamics}. */
        public static Plan of(LearningRule rule, double columnSum, long images) {
            return new Plan(rule, columnSum, 5_000, Compression.NONE, images, false);
        }
    }

    /**
     * What happened in a batch (Guo 2020, Figure 2).
     *
     * @param images training images shown up to its end
     * @param spikes of each neuron in it
     * @param health of the layer at its end
     * @param meanChange mean of the wanted weight changes; NaN if they are not recorded
     * @param changeVariance their variance, likewise
     */
    public record Dynamics(long images, long[] spikes, Health health, double meanChange, double changeVariance) {}

    /** A trainer of one thread. */
    public LifTrainer(LifNetwork network, Plan plan, Streams spikes, Session session) {
        this(network, plan, spikes, session, 1);
    }

    /**
     * @param spikes stream i shows training image i
     * @param session counts, energy and device noise
     * @param threads threads to use; a second one helps layers of more than 800 neurons, more are not used. The results are the
     *     same. {@link #close} ends them
     */
    public LifTrainer(LifNetwork network, Plan plan, Streams spikes, Session session, int threads) {
        this.crew =
                threads > 1 && network.synapses().parts() > 1 && network.neurons() >= CREW_NEURONS ? new Crew() : null;
        this.network = network;
        this.plan = plan;
        this.spikes = spikes;
        this.session = session;
        this.presenter = new Presenter(network, crew);
        this.changes = plan.recordsChanges() ? new UpdateStatistics() : null;
        this.plasticity = new Plasticity(plan.rule(), network, changes);
        this.batchSpikes = new long[network.neurons()];
    }

    /**
     * Learns from one image.
     *
     * @return output spikes
     */
    public int learn(byte[] image) {
        if (plan.columnSum() > 0) {
            network.synapses().normalise(plan.columnSum(), session);
        }
        int total = presenter.show(image, spikes.stream(images), plasticity, session, SpikeListener.NONE);
        int[] counts = presenter.counts();
        for (int j = 0; j < counts.length; j++) {
            batchSpikes[j] += counts[j];
        }
        images++;
        if (images % plan.batchImages() == 0 || images == plan.totalImages()) {
            endBatch();
        }
        return total;
    }

    private void endBatch() {
        Health health = Health.of(
                network.model(),
                network.theta(),
                batchSpikes,
                images - batchBegan,
                presenter.presentations() - presentationsBefore,
                presenter.diverged());
        batchBegan = images;
        presentationsBefore = presenter.presentations();
        double mean = changes == null ? Double.NaN : changes.mean();
        double variance = changes == null ? Double.NaN : changes.variance();
        dynamics.add(new Dynamics(images, batchSpikes.clone(), health, mean, variance));
        int number = (int) ((images + plan.batchImages() - 1) / plan.batchImages());
        plan.compression()
                .after(
                        new Compression.Batch(number, images, images == plan.totalImages(), batchSpikes),
                        network.synapses(),
                        session);
        Arrays.fill(batchSpikes, 0);
        if (changes != null) {
            changes.clear();
        }
    }

    /** Spikes of each neuron in the last presentation. Not to be modified. */
    public int[] counts() {
        return presenter.counts();
    }

    /** Images learnt so far. */
    public long images() {
        return images;
    }

    /** Presentations so far, repeats included. */
    public long presentations() {
        return presenter.presentations();
    }

    /** One entry for each finished batch. */
    public List<Dynamics> dynamics() {
        return List.copyOf(dynamics);
    }

    public SynapticOperations operations() {
        return new SynapticOperations(
                session.synapticOperations,
                plasticity.inputUpdates,
                plasticity.denseInputUpdates,
                plasticity.outputUpdates,
                plasticity.visitedUpdates);
    }

    /** Ends the threads of this trainer. */
    @Override
    public void close() {
        if (crew != null) {
            crew.close();
        }
    }
}
