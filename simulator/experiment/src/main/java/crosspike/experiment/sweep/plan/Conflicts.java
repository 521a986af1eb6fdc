package crosspike.experiment.sweep.plan;

import crosspike.input.UserError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Axes of which one would undo what another sets, so that the table would say what was not so; and axes called like a column that
 * tables have anyway.
 */
final class Conflicts {
    /** Columns of {@code sweep.csv} and of the tables of a report, besides figures; and what explains a variance beside the axes. */
    private static final Set<String> TAKEN = Set.of("point", "id", "training", "error", "n", "seeds", "interactions");

    private Conflicts() {}

    /** @throws UserError naming the key or column, if there are such axes */
    static void refuse(List<Axis> axes) {
        refuseRepeatedColumns(axes);
        refuseTakenColumns(axes);
        for (int i = 0; i < axes.size(); i++) {
            for (int j = i + 1; j < axes.size(); j++) {
                refuse(axes.get(i), axes.get(j));
            }
        }
    }

    private static void refuseRepeatedColumns(List<Axis> axes) {
        Set<String> seen = new HashSet<>();
        for (Axis axis : axes) {
            for (String column : axis.columns()) {
                if (!seen.add(column)) {
                    throw new UserError("axes: " + column + " is varied by two axes; expected one"
                            + (column.equals(Seeds.KEY) ? ", or seeds" : ""));
                }
            }
        }
    }

    private static void refuseTakenColumns(List<Axis> axes) {
        for (Axis axis : axes) {
            for (String column : axis.columns()) {
                if (TAKEN.contains(column) || Figures.COLUMNS.contains(column)) {
                    throw new UserError("axes: an axis is called " + column
                            + ", as a column or a row is that tables of sweeps have anyway; expected another name");
                }
            }
        }
    }

    /** Axes are applied in their order, but those of the circuit alone come last. A part of what was set may be set afterwards. */
    private static void refuse(Axis first, Axis then) {
        boolean swaps = first.setsOnly(Sweep.CIRCUIT + ".") && !then.setsOnly(Sweep.CIRCUIT + ".");
        for (String key : first.keys()) {
            for (String other : then.keys()) {
                boolean isOverwritten = (key + ".").startsWith(other + ".");
                if (isOverwritten || swaps && other.startsWith(key + ".")) {
                    throw new UserError("axes: " + key + ", which " + String.join(", ", first.columns())
                            + " sets, is set by " + String.join(", ", then.columns()) + " as well; expected one axis");
                }
            }
        }
    }
}
