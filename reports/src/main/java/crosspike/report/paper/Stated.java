package crosspike.report.paper;

import crosspike.input.Suggest;
import crosspike.input.UserError;
import java.util.List;

/**
 * What a paper states: a line of {@code stated.csv} in the folder of the paper.
 *
 * @param figure of which figure or table, such as {@code 9b}
 * @param series which curve or row of it
 * @param at where on the curve, as typed in the plan; may be empty
 * @param relation {@code about}, {@code at-least}, {@code at-most}; {@code says}: words that no number can hold
 * @param value null for words
 * @param unit of the value and of {@code within}
 * @param within how far from the value still agrees; null for words
 * @param says the words of the paper, or in short what it says
 * @param where they stand in the paper
 */
public record Stated(
        String figure,
        String series,
        String at,
        String relation,
        Double value,
        String unit,
        Double within,
        String says,
        String where) {
    private static final List<String> RELATIONS = List.of("about", "at-least", "at-most", "says");

    public Stated {
        if (!RELATIONS.contains(relation)) {
            throw new UserError("relation is \"" + relation + "\"; "
                    + Suggest.nearest(relation, RELATIONS)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("expected one of " + String.join(", ", RELATIONS)));
        }
        boolean isNumber = value != null && within != null && within >= 0;
        if (relation.equals("says") != (value == null && within == null) || (value != null && !isNumber)) {
            throw new UserError(figure + " " + series + ": expected a value and a tolerance, or says without both");
        }
    }

    /** Whether the paper gives a number. */
    public boolean hasValue() {
        return value != null;
    }

    /** Whether this is about a number that was found. */
    boolean isOf(Found found) {
        return series.equals(found.series()) && at.equals(found.at());
    }

    /** @throws UserError if both have a unit and not the same */
    void requireUnitOf(Found found) {
        if (unit.isEmpty() || found.unit().isEmpty() || unit.equals(found.unit())) return;
        throw new UserError("stated.csv: the unit of " + series + (at.isEmpty() ? "" : " at " + at) + " in figure "
                + figure + " is " + unit + "; expected " + found.unit() + ", in which it is found");
    }
}
