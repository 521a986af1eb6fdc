package crosspike.experiment.sweep.plan;

import crosspike.input.Node;
import java.util.stream.Collectors;

/** Values as they stand in a cell of a table: as typed, lists and mappings in one line. */
final class Labels {
    private Labels() {}

    static String of(Node node) {
        if (node instanceof Node.Scalar scalar) return scalar.text();
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(Labels::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Node.Mapping) node)
                .entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
