package crosspike.experiment.sweep;

import crosspike.experiment.Experiment;
import crosspike.experiment.Progress;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.snn.dataset.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Parts of trainings that are run to see how long these take, and held: trainings that differ in seed and pruning only are equally
 * fast, as far as an estimate goes.
 */
public final class Slices {
    private static final int SMALLEST = 64;
    /** Fewer images run on code that is not compiled yet, which looked a hundred times slower on a busy machine. */
    private static final int WARM = 512;

    private static final double LONG_ENOUGH_SECONDS = 1;
    /** Nobody waits longer for an estimate, however slow the network is. */
    private static final double TOO_LONG_SECONDS = 10;

    private final Function<String, Dataset> datasets;
    private final Map<List<Object>, Slice> held = new HashMap<>();

    /** @param datasets data sets by name, each read once */
    public Slices(Function<String, Dataset> datasets) {
        this.datasets = datasets;
    }

    /** A part of a training that was run: its effort, how long it took, and that in words. */
    record Slice(Workload work, double seconds, String text) {}

    Function<String, Dataset> datasets() {
        return datasets;
    }

    /** A slice of the training of a config, or of one that is as fast. */
    Slice of(ExperimentConfig config) {
        List<Object> whatTakesTime = List.of(
                config.data(),
                config.network(),
                config.learning(),
                config.device(),
                config.synapse(),
                config.nonidealities(),
                config.programming(),
                config.crossbar(),
                config.circuitForTraining());
        return held.computeIfAbsent(whatTakesTime, key -> measured(config));
    }

    /** Doubles a slice until it takes long enough to tell; the last one runs on warm code. */
    private Slice measured(ExperimentConfig config) {
        Dataset data = datasets.apply(config.data().set());
        int all = config.data().trainingImages(data.training().size());
        int test = config.data().testImages(data.test().size());
        ExperimentConfig once = config.with(config.pruning().withoutSearch());
        for (int images = SMALLEST; ; images *= 2) {
            int shown = Math.min(images, all);
            int tested = Math.min(Math.max(1, images / 4), test);
            ExperimentConfig slice = once.withImages(shown, shown, tested, 1);
            long start = System.nanoTime();
            Experiment.training(slice, data, Progress.SILENT, 1).run();
            double seconds = (System.nanoTime() - start) * 1e-9;
            boolean told = images >= WARM && seconds >= LONG_ENOUGH_SECONDS;
            if (told || seconds >= TOO_LONG_SECONDS || shown == all) {
                String text = String.format(
                        Locale.ROOT,
                        "%d training, %d labelling and %d test images of the first training that is missing, in %.2f s",
                        shown,
                        shown,
                        tested,
                        seconds);
                return new Slice(Workload.of(slice), seconds, text);
            }
        }
    }
}
