package crosspike.experiment.sweep;

import crosspike.experiment.config.CircuitConfig;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.plan.Recent;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;

/** Makes the points of a sweep; for many threads. */
final class Points {
    private final Sweep sweep;
    private final Recent<Shared> shared = new Recent<>(64);

    Points(Sweep sweep) {
        this.sweep = sweep;
    }

    /**
     * A point and its config.
     *
     * @param config resolved; null if it is wrong
     * @param error what is wrong; empty if nothing is
     */
    record Point(Identity identity, ExperimentConfig config, String error) {}

    Point get(int number) {
        try {
            ExperimentConfig config = sweep.experiment(number);
            return new Point(Identity.of(training(number, config), config), config, "");
        } catch (UserError e) {
            return new Point(Identity.broken(yaml(number)), null, e.getMessage());
        }
    }

    /** Points of a frame differ in their circuit only, and of that the training sees little. */
    private long training(int number, ExperimentConfig config) {
        Shared first = shared.get(sweep.frame(number), () -> new Shared(config.circuit(), Identity.training(config)));
        return first.circuit().trainsAs(config.circuit()) ? first.training() : Identity.training(config);
    }

    /** The training of one of the points of a frame. */
    private record Shared(CircuitConfig circuit, long training) {}

    /** The config of a point, right or wrong. */
    String yaml(int number) {
        try {
            return sweep.config(number).document().toYaml();
        } catch (UserError axisDoesNotFitTheBase) {
            return sweep.plan().toYaml() + "# point: " + String.join(", ", sweep.labels(number)) + "\n";
        }
    }
}
