package crosspike.cli;

import crosspike.experiment.sweep.Engine;
import crosspike.experiment.sweep.EngineProvider;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;
import java.util.ServiceLoader;

/** Engines that are not always there. */
final class Engines {
    private Engines() {}

    /**
     * Apache Spark.
     *
     * @param master URL of the master; null: as Spark was told, else local
     * @throws UserError if the module is not on the class path
     */
    static Engine spark(Sweep sweep, String master) {
        return ServiceLoader.load(EngineProvider.class)
                .findFirst()
                .orElseThrow(() -> new UserError("--engine is spark, but the module simulator/spark is not on the class"
                        + " path; start Crosspike with its launcher, or as docs/sweeps.md says"))
                .engine(sweep, master);
    }
}
