package crosspike.experiment.sweep;

import crosspike.experiment.sweep.plan.Sweep;

/** Makes an engine that another module brings; found with {@link java.util.ServiceLoader}. */
public interface EngineProvider {

    /** @param master where the engine runs; null: as it was told by other means */
    Engine engine(Sweep sweep, String master);
}
