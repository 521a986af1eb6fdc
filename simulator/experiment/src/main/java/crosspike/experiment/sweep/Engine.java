package crosspike.experiment.sweep;

import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.plan.Sweep;
import java.util.Iterator;
import java.util.function.Consumer;

/** Computes tasks: on threads of this process, or elsewhere. The results do not depend on where. */
public interface Engine extends AutoCloseable {

    /**
     * Finds what is missing before anything is begun.
     *
     * @param first config of one of the points
     * @throws crosspike.input.UserError naming it
     */
    default void check(ExperimentConfig first) {}

    /**
     * Computes all tasks and returns when the last result was delivered.
     *
     * @param sweep plan of the tasks
     * @param tasks asked for as they are needed, by one thread at a time
     * @param sink told each result as soon as it is there, by one thread at a time; if it throws, the work ends
     */
    void run(Sweep sweep, Iterator<Task> tasks, Consumer<Task.Result> sink);

    @Override
    default void close() {}
}
