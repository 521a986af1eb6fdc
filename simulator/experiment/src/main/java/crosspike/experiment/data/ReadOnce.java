package crosspike.experiment.data;

import crosspike.snn.dataset.Dataset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The data sets of the user, each read when it is first asked for and then held; for many threads. */
public final class ReadOnce implements Function<String, Dataset> {
    private final Datasets datasets = Datasets.ofUser();
    private final Map<String, Dataset> held = new ConcurrentHashMap<>();

    @Override
    public Dataset apply(String set) {
        return held.computeIfAbsent(set, datasets::read);
    }
}
