package crosspike.experiment.sweep.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The values that were asked for last, by number; for many threads. */
public final class Recent<V> {
    private final Map<Integer, V> values;

    /** @param most how many values are kept */
    public Recent(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value of a number, made if it is not there; two threads may make the same. */
    public V get(int number, Supplier<V> maker) {
        synchronized (values) {
            V value = values.get(number);
            if (value != null) return value;
        }
        V made = maker.get();
        synchronized (values) {
            values.put(number, made);
        }
        return made;
    }
}
