package crosspike.experiment.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The same figure for each phase of a run. */
public record Phases<T>(T training, T labelling, T inference) {

    public static final String TRAINING = "training";
    public static final String LABELLING = "labelling";
    public static final String INFERENCE = "inference";

    /** A figure made of each. */
    public <R> Phases<R> map(Function<T, R> figure) {
        return new Phases<>(figure.apply(training), figure.apply(labelling), figure.apply(inference));
    }

    /** The phases by name, in the order of the run. */
    public Map<String, T> byName() {
        Map<String, T> map = new LinkedHashMap<>();
        map.put(TRAINING, training);
        map.put(LABELLING, labelling);
        map.put(INFERENCE, inference);
        return map;
    }
}
