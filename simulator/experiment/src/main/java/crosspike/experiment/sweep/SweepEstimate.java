package crosspike.experiment.sweep;

import crosspike.experiment.Experiment;
import crosspike.experiment.Progress;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.data.ReadOnce;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/**
 * How long a sweep will take, from a slice of one of its trainings that is run for the purpose. Nothing is written.
 *
 * @param points points of the plan, or of the shard
 * @param trainings how many trainings they need
 * @param finished how many points are finished
 * @param wrong how many points will fail: their config is wrong, or there are not the images or the technology that it wants
 * @param error what is wrong with the first of these; empty if there is none
 * @param measured what was run, and how long it took
 * @param seconds time on one thread for what is left, in s
 */
public record SweepEstimate(
        int points, int trainings, int finished, int wrong, String error, String measured, double seconds) {
    private static final int SMALLEST_SLICE = 64;
    /** Fewer images run on code that is not compiled yet, which looked a hundred times slower on a busy machine. */
    private static final int WARM_SLICE = 512;

    private static final double LONG_ENOUGH_SECONDS = 1;
    /** Nobody waits longer for an estimate, however slow the network is. */
    private static final double TOO_LONG_SECONDS = 10;
    /** Measured on the machine of docs/performance.md. */
    private static final double SECONDS_A_PRICE = 0.5e-3;

    /**
     * Counts what is missing and times a slice.
     *
     * @param out folder of the sweep, if it exists
     * @throws UserError if no point can be run, or the folder holds something else
     */
    public static SweepEstimate of(Sweep sweep, Path out, Shard shard) {
        return of(sweep, out, shard, new ReadOnce());
    }

    /** The same with data from elsewhere. */
    public static SweepEstimate of(Sweep sweep, Path out, Shard shard, Function<String, Dataset> datasets) {
        sweep.check();
        SweepFolder.refuseOthers(out, sweep, SweepFolder.ANOTHER_OUT);
        Missing missing = Missing.of(sweep, out, shard, datasets);
        double prices = missing.toPrice() * SECONDS_A_PRICE;
        if (missing.first().isEmpty()) return of(missing, "nothing: no training is left", prices);
        Slice slice = Slice.measured(missing.first().get(), datasets);
        return of(missing, slice.text(), missing.work() / slice.work().total() * slice.seconds() + prices);
    }

    private static SweepEstimate of(Missing missing, String measured, double seconds) {
        return new SweepEstimate(
                missing.points(),
                missing.trainings(),
                missing.finished(),
                missing.wrong(),
                missing.error(),
                measured,
                seconds);
    }

    /** A part of a training that was run. */
    private record Slice(Workload work, double seconds, String text) {

        /** Doubles a slice until it takes long enough to tell; the last one runs on warm code. */
        static Slice measured(ExperimentConfig config, Function<String, Dataset> datasets) {
            Dataset data = datasets.apply(config.data().set());
            int all = config.data().trainingImages(data.training().size());
            int test = config.data().testImages(data.test().size());
            for (int images = SMALLEST_SLICE; ; images *= 2) {
                int shown = Math.min(images, all);
                int tested = Math.min(Math.max(1, images / 4), test);
                ExperimentConfig slice = config.withImages(shown, shown, tested, 1);
                long start = System.nanoTime();
                Experiment.training(slice, data, Progress.SILENT, 1).run();
                double seconds = (System.nanoTime() - start) * 1e-9;
                boolean told = images >= WARM_SLICE && seconds >= LONG_ENOUGH_SECONDS;
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
}
