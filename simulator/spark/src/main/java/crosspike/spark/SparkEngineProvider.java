package crosspike.spark;

import crosspike.experiment.sweep.Engine;
import crosspike.experiment.sweep.EngineProvider;
import crosspike.experiment.sweep.plan.Sweep;

/** How the command line finds {@link SparkEngine}. */
public final class SparkEngineProvider implements EngineProvider {
    @Override
    public Engine engine(Sweep sweep, String master) {
        return SparkEngine.start(sweep, master);
    }
}
