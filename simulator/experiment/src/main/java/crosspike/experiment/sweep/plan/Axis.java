package crosspike.experiment.sweep.plan;

import crosspike.input.Key;
import crosspike.input.Node;
import crosspike.input.Place;
import crosspike.input.UserError;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An axis with its steps written out.
 *
 * @param columns what the table calls it: its keys, or the name of its variants
 * @param steps its steps in order
 */
public record Axis(
        @Key(doc = "Its columns in the table.") List<String> columns,

        @Key(doc = "Its steps in order.") List<Step> steps) {

    /** Draws for each number that is wanted; chosen, because a range of whole numbers may hold fewer than are wanted. */
    private static final int MOST_DRAWS = 100;

    /** From here on a double is no longer one whole number. */
    private static final double LARGEST_WHOLE = 0x1p53;

    /**
     * One step.
     *
     * @param labels what the table says in each column
     * @param settings values by key
     */
    public record Step(
            @Key(doc = "What the table says in each column.")
            List<String> labels,

            @Key(doc = "Values by key.") Map<String, Node> settings) {}

    public Axis {
        int width = columns.size();
        if (steps.isEmpty() || steps.stream().anyMatch(step -> step.labels.size() != width)) {
            throw new UserError("an axis has no steps, or one without a label for each column; expected one or more");
        }
    }

    /**
     * Writes an axis out.
     *
     * @throws UserError if a range has no numbers at its ends, or a value is there twice
     */
    public static Axis of(AxisPlan plan) {
        Axis axis;
        if (plan.written() != null) {
            axis = plan.written();
        } else if (plan.variants() != null) {
            axis = variants(plan.name() == null ? "variant" : plan.name(), plan.variants());
        } else if (plan.latinHypercube() != null) {
            axis = latinHypercube(plan.latinHypercube());
        } else if (plan.keys() != null) {
            axis = coupled(plan.keys(), plan.values());
        } else if (plan.values() != null) {
            axis = coupled(
                    List.of(plan.key()),
                    plan.values().stream()
                            .<Node>map(value -> new Node.Sequence(List.of(value), value.place()))
                            .toList());
        } else {
            axis = drawn(plan);
        }
        axis.requireDifferent(String.join(", ", axis.columns), plan.values() == null ? label -> label : Axis::meaning);
        return axis;
    }

    /** Whether all keys it sets begin so. */
    boolean setsOnly(String start) {
        return steps.stream().allMatch(step -> step.settings.keySet().stream().allMatch(key -> key.startsWith(start)));
    }

    /** All keys that its steps set. */
    Set<String> keys() {
        return steps.stream()
                .flatMap(step -> step.settings.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A value in SI units if it is a quantity: 1 GHz and 1000 MHz are the same. Of large whole numbers many are one double. */
    private static Object meaning(String label) {
        return Quantity.of(label)
                .filter(quantity -> Math.abs(quantity.si()) < LARGEST_WHOLE)
                .<Object>map(quantity -> quantity)
                .orElse(label);
    }

    /**
     * Refuses a step that is there twice.
     *
     * @param what what the message calls the axis
     * @param meaning what labels are that mean the same
     */
    void requireDifferent(String what, Function<String, Object> meaning) {
        Map<List<Object>, Step> seen = new HashMap<>();
        for (Step step : steps) {
            Step earlier = seen.putIfAbsent(step.labels.stream().map(meaning).toList(), step);
            if (earlier == null) continue;
            String first = String.join(", ", earlier.labels);
            String again = String.join(", ", step.labels);
            throw new UserError(what + " has "
                    + (first.equals(again) ? first + " twice" : first + " and " + again + ", which are the same")
                    + "; expected different values");
        }
    }

    private static Axis variants(String name, Map<String, Map<String, Node>> variants) {
        List<Step> steps = new ArrayList<>();
        variants.forEach((label, settings) -> steps.add(new Step(List.of(label), settings)));
        return new Axis(List.of(name), steps);
    }

    private static Axis coupled(List<String> keys, List<Node> values) {
        List<Step> steps = new ArrayList<>();
        for (Node value : values) {
            List<Node> each = ((Node.Sequence) value).items();
            Map<String, Node> settings = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                settings.put(keys.get(i), each.get(i));
            }
            steps.add(new Step(each.stream().map(Node::typed).toList(), settings));
        }
        return new Axis(keys, steps);
    }

    private static Axis drawn(AxisPlan plan) {
        Set<String> texts = new LinkedHashSet<>();
        if (plan.random() != null) {
            RandomPlan random = plan.random();
            Range range = Range.of(plan.key(), random.from(), random.to(), random.scale(), random.whole());
            RandomStream stream = Streams.of(plan.seed(), "sweep " + plan.key()).stream(0);
            for (long left = (long) MOST_DRAWS * random.count(); left > 0 && texts.size() < random.count(); left--) {
                texts.add(range.at(stream.uniformDouble()));
            }
        } else {
            Range range = Range.of(plan.key(), plan.from(), plan.to(), plan.scale(), plan.whole());
            for (int i = 0; i < plan.steps(); i++) {
                texts.add(range.at((double) i / (plan.steps() - 1)));
            }
        }
        return new Axis(
                List.of(plan.key()),
                texts.stream()
                        .map(text -> step(List.of(plan.key()), List.of(text)))
                        .toList());
    }

    private static Axis latinHypercube(LatinHypercubePlan plan) {
        List<String> keys = plan.axes().stream().map(DrawnKey::key).toList();
        String[][] texts = new String[plan.count()][keys.size()];
        for (int k = 0; k < keys.size(); k++) {
            DrawnKey key = plan.axes().get(k);
            Range range = Range.of(key.key(), key.from(), key.to(), key.scale(), key.whole());
            RandomStream stream = Streams.of(plan.seed(), "latin hypercube").stream(k);
            int[] strata = permutation(plan.count(), stream);
            for (int i = 0; i < plan.count(); i++) {
                texts[i][k] = range.at((strata[i] + stream.uniformDouble()) / plan.count());
            }
        }
        return new Axis(
                keys,
                Arrays.stream(texts)
                        .map(List::of)
                        .distinct()
                        .map(point -> step(keys, point))
                        .toList());
    }

    private static int[] permutation(int count, RandomStream stream) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = stream.below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static Step step(List<String> keys, List<String> texts) {
        Map<String, Node> settings = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            boolean isBare = Quantity.of(texts.get(i)).orElseThrow().isBare();
            settings.put(
                    keys.get(i),
                    new Node.Scalar(
                            texts.get(i),
                            isBare ? Node.Kind.NUMBER : Node.Kind.TEXT,
                            new Place("axis " + keys.get(i), 0)));
        }
        return new Step(texts, settings);
    }
}
