package crosspike.instrument.emulator;

import crosspike.input.Dimension;
import crosspike.input.Suggest;
import crosspike.input.UserError;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which lines go wrong: each kind of fault with a probability of its own, drawn from a seed. */
public final class Faults {
    /** What binary fractions such as 0.33 + 0.56 + 0.11 may add up to beyond 1. */
    private static final double ROUNDING = 1e-9;

    private final Map<Fault, Double> rates;
    private final RandomStream random;
    private final long most;
    private long count;

    /**
     * @param rates probability of each kind for a line; together at most 1
     * @param seed of the draws
     * @param most faults after which nothing goes wrong any more
     */
    public Faults(Map<Fault, Double> rates, long seed, long most) {
        this.rates = new EnumMap<>(Fault.class);
        this.rates.putAll(rates);
        this.random = Streams.of(seed, "instrument faults").stream(0);
        this.most = most;
        double sum = 0;
        for (double rate : rates.values()) {
            sum += rate;
        }
        if (!(sum <= 1 + ROUNDING)) {
            throw new UserError("--faults: rates are " + sum + " together; expected at most 1");
        }
    }

    /** Nothing goes wrong. */
    public static Faults none() {
        return new Faults(Map.of(), 0, 0);
    }

    /** Every kind alike, together with this probability for a line. */
    public static Faults all(double rate, long seed, long most) {
        Map<Fault, Double> rates = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            rates.put(fault, rate / Fault.values().length);
        }
        return new Faults(rates, seed, most);
    }

    /**
     * Rates as users type them: {@code late=0.01,drop-after=0.02}, or {@code all=0.05}.
     *
     * @throws UserError if a name or a number is none
     */
    public static Faults parse(String text, long seed) {
        Map<Fault, Double> rates = new EnumMap<>(Fault.class);
        Set<String> names = new HashSet<>();
        for (String each : text.split(",")) {
            int equals = each.indexOf('=');
            if (equals < 0) {
                throw new UserError("--faults: \"" + each.strip()
                        + "\" has no rate; expected such as late=0.01,drop-after=0.02 or all=0.05");
            }
            String name = each.substring(0, equals).strip();
            if (!names.add(name)) {
                throw new UserError("--faults: " + name + " is given twice");
            }
            double rate = rate(name, each.substring(equals + 1));
            if (name.equals("all")) {
                for (Fault fault : Fault.values()) {
                    rates.put(fault, rate / Fault.values().length);
                }
            } else {
                rates.put(fault(name), rate);
            }
        }
        return new Faults(rates, seed, Long.MAX_VALUE);
    }

    private static double rate(String name, String text) {
        double rate;
        try {
            rate = Dimension.FRACTION.parse(text);
        } catch (UserError e) {
            throw new UserError("--faults: " + name + ": " + e.getMessage(), e);
        }
        if (!(rate >= 0 && rate <= 1)) {
            throw new UserError("--faults: " + name + " is " + rate + "; expected a probability from 0 to 1");
        }
        return rate;
    }

    private static Fault fault(String name) {
        List<String> names = Arrays.stream(Fault.values()).map(Fault::text).toList();
        if (!names.contains(name)) {
            throw new UserError("--faults: \"" + name + "\" is unknown"
                    + Suggest.nearest(name, names)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; expected all, " + String.join(", ", names)));
        }
        return Fault.values()[names.indexOf(name)];
    }

    /** What goes wrong with the next line; null for nothing. */
    synchronized Fault next() {
        if (count >= most || rates.isEmpty()) {
            return null;
        }
        double draw = random.uniformDouble();
        for (Map.Entry<Fault, Double> each : rates.entrySet()) {
            draw -= each.getValue();
            if (draw < 0) {
                count++;
                return each.getKey();
            }
        }
        return null;
    }

    /** Uniform below a bound, for where in an answer something happens. */
    synchronized int position(int bound) {
        return (int) (random.uniformDouble() * bound);
    }

    /** Faults so far. */
    public synchronized long count() {
        return count;
    }
}
