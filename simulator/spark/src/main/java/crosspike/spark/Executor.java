package crosspike.spark;

import crosspike.experiment.sweep.RemoteTask;
import crosspike.experiment.sweep.Worker;
import java.io.Serializable;

/**
 * What is sent to each executor once: the plan. Its worker is made there, when the first task comes, and shared by all of
 * its tasks, so that data are read once.
 */
final class Executor implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String plan;
    private transient Worker worker;

    Executor(String plan) {
        this.plan = plan;
    }

    String compute(String task) {
        return RemoteTask.compute(worker(), task);
    }

    private synchronized Worker worker() {
        if (worker == null) worker = Worker.of(plan);
        return worker;
    }
}
