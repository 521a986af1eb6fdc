package crosspike.experiment;

import crosspike.crossbar.Session;
import crosspike.random.Streams;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.lif.Health;
import crosspike.snn.lif.LifEvaluation;
import crosspike.snn.lif.LifNetwork;
import crosspike.snn.lif.LifTrainer;
import crosspike.snn.lif.Preset;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * How long a layer of Diehl and Cook's neurons with ideal synapses takes to learn and to be tested, and how well it does.
 *
 * @param trainingCpuMs processor time of the training thread for each image, in ms; 0 if the JVM does not tell it
 * @param lateCpuMs the same in the second half of the training, when the compiler is done
 * @param trainingMs time on the clock for each image, in ms
 * @param presentations for each training image
 * @param spikes output spikes for each training image
 * @param testMs time on the clock for each test image, in ms
 * @param accuracy fraction of the test images; not a number without labelling or test images
 * @param spikesAtOnce output spikes for each presentation in the last {@value #LATE_IMAGES} training images, repeats included
 * @param late the layer in its last batch of 5,000 training images
 */
public record LayerSpeed(
        double trainingCpuMs,
        double lateCpuMs,
        double trainingMs,
        double presentations,
        double spikes,
        double testMs,
        double accuracy,
        double spikesAtOnce,
        Health late) {

    /** Training images that count as late. */
    public static final int LATE_IMAGES = 5_000;

    /**
     * How much to do.
     *
     * @param images training images
     * @param labelling training images shown once more for labels
     * @param test test images
     * @param trainingThreads threads of the training
     * @param threads threads of labelling and test
     */
    public record Work(int images, int labelling, int test, int trainingThreads, int threads) {}

    /** Trains, labels and tests; takes minutes for large layers. */
    public static LayerSpeed measure(Preset preset, int neurons, long seed, Dataset data, Work work) {
        ImageSet training = data.training();
        int inputs = training.width() * training.height();
        LifNetwork network = preset.network(inputs, neurons, seed);
        Session session = new Session(Streams.of(seed, "device").stream(0));
        LongSupplier cpu = processorNanos();
        try (LifTrainer trainer = new LifTrainer(
                network,
                LifTrainer.Plan.of(preset.rule(), preset.columnSum(), work.images()),
                Streams.of(seed, "training"),
                session,
                work.trainingThreads())) {
            long wall = -System.nanoTime();
            long whole = -cpu.getAsLong();
            long late = 0;
            long spikes = 0;
            long presentations = 0;
            for (int i = 0; i < work.images(); i++) {
                if (i == work.images() / 2) {
                    late = -cpu.getAsLong();
                }
                if (i == Math.max(0, work.images() - LATE_IMAGES)) {
                    spikes = -session.outputSpikes;
                    presentations = -trainer.presentations();
                }
                trainer.learn(training.pixels()[i % training.size()]);
            }
            wall += System.nanoTime();
            whole += cpu.getAsLong();
            late += cpu.getAsLong();
            spikes += session.outputSpikes;
            presentations += trainer.presentations();
            double images = work.images();
            Tested tested = test(network, seed, data, work);
            return new LayerSpeed(
                    whole * 1e-6 / images,
                    late * 1e-6 / (work.images() - work.images() / 2),
                    wall * 1e-6 / images,
                    trainer.presentations() / images,
                    session.outputSpikes / images,
                    tested.ms(),
                    tested.accuracy(),
                    (double) spikes / presentations,
                    trainer.dynamics().get(trainer.dynamics().size() - 1).health());
        }
    }

    private record Tested(double ms, double accuracy) {}

    private static Tested test(LifNetwork network, long seed, Dataset data, Work work) {
        if (work.labelling() == 0 || work.test() == 0) {
            return new Tested(Double.NaN, Double.NaN);
        }
        LifEvaluation evaluation = new LifEvaluation(network, work.threads());
        Streams noise = Streams.of(seed, "noise");
        int[] labels = evaluation
                .label(data.training().first(work.labelling()), Streams.of(seed, "labelling"), noise, done -> {})
                .responses()
                .labels();
        ImageSet images = data.test().first(work.test());
        long wall = -System.nanoTime();
        LifEvaluation.Test test = evaluation.test(images, labels, Streams.of(seed, "test"), noise, done -> {});
        wall += System.nanoTime();
        return new Tested(wall * 1e-6 / images.size(), test.accuracy());
    }

    private static LongSupplier processorNanos() {
        var threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : () -> 0;
    }
}
