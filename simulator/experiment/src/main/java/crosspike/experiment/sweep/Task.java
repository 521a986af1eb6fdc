package crosspike.experiment.sweep;

import crosspike.experiment.Trained;
import java.util.List;
import java.util.Optional;

/**
 * Points that share a training, to be computed at once.
 *
 * @param points their numbers in the plan
 * @param trained the training; empty if it is still to be done
 * @param work effort, in the units of {@link Workload}
 */
public record Task(List<Integer> points, Optional<Trained> trained, double work) {

    /**
     * What came of it.
     *
     * @param task what was to be done
     * @param trained the training, if it was done and did not fail
     * @param images what this training has seen; empty if there is none
     * @param points one result for each point, in the same order
     */
    public record Result(Task task, Optional<Trained> trained, Optional<SeenImages> images, List<PointResult> points) {}
}
