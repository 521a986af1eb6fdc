package crosspike.experiment.sweep.plan;

import crosspike.experiment.sweep.plan.Axis.Step;
import crosspike.input.Document;
import crosspike.input.Node;
import crosspike.input.Place;
import crosspike.input.UserError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The axis of the seeds of a plan: a list of them, or how many there are from that of the base. */
final class Seeds {
    static final String KEY = "seed";
    private static final long MOST = 1_000_000;

    private Seeds() {}

    /** @throws UserError if they are neither, or one is there twice */
    static Axis axis(Node seeds, Document base) {
        Place place = seeds.place();
        List<Step> steps = new ArrayList<>();
        if (seeds instanceof Node.Sequence list && !list.items().isEmpty()) {
            list.items().forEach(seed -> steps.add(step(whole(seed).orElseThrow(() -> notSeeds(seed)), place)));
        } else {
            long first = base.at(KEY).map(Seeds::seedOfBase).orElse(1L);
            long count =
                    whole(seeds).filter(number -> number >= 1 && number <= MOST).orElseThrow(() -> notSeeds(seeds));
            for (long i = 0; i < count; i++) steps.add(step(first + i, place));
        }
        Axis axis = new Axis(List.of(KEY), steps);
        axis.requireDifferent("seeds (" + place + ")", label -> label);
        return axis;
    }

    private static Step step(long seed, Place place) {
        String text = Long.toString(seed);
        return new Step(List.of(text), Map.of(KEY, new Node.Scalar(text, Node.Kind.NUMBER, place)));
    }

    private static long seedOfBase(Node node) {
        return whole(node)
                .orElseThrow(() ->
                        new UserError("seed (" + node.place() + ") is " + node.shown() + "; expected a whole number"));
    }

    /** As configs take it: a plan that stands on its own has {@code 1.7e+18} for a time in ns. */
    private static Optional<Long> whole(Node node) {
        try {
            String text = ((Node.Scalar) node).text().replace("_", "");
            return Optional.of(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException | NumberFormatException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static UserError notSeeds(Node node) {
        return new UserError("seeds (" + node.place() + ") is " + node.shown()
                + "; expected how many, or a list of whole numbers, such as 5 or [1, 2, 3]");
    }
}
