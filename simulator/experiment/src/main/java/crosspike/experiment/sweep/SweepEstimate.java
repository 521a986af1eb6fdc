package crosspike.experiment.sweep;

import crosspike.experiment.data.ReadOnce;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;
import java.nio.file.Path;

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
    /** Measured on the machine of docs/performance.md. */
    private static final double SECONDS_A_PRICE = 0.5e-3;

    /**
     * Counts what is missing and times a slice.
     *
     * @param out folder of the sweep, if it exists
     * @throws UserError if no point can be run, or the folder holds something else
     */
    public static SweepEstimate of(Sweep sweep, Path out, Shard shard) {
        return of(sweep, out, shard, new Slices(new ReadOnce()));
    }

    /** The same for one of several plans: what was timed for an earlier one is not timed again. */
    public static SweepEstimate of(Sweep sweep, Path out, Shard shard, Slices slices) {
        sweep.check();
        SweepFolder.refuseOthers(out, sweep, SweepFolder.ANOTHER_OUT);
        Missing missing = Missing.of(sweep, out, shard, slices.datasets());
        double prices = missing.toPrice() * SECONDS_A_PRICE;
        if (missing.first().isEmpty()) return of(missing, "nothing: no training is left", prices);
        Slices.Slice slice = slices.of(missing.first().get());
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
}
