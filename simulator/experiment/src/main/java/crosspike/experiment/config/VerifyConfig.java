package crosspike.experiment.config;

import crosspike.input.Key;
import crosspike.input.UserError;
import crosspike.spice.ColumnSelection;
import java.math.BigInteger;

/**
 * Check of array columns by a circuit simulator.
 *
 * @param columns which columns
 * @param tolerance largest relative difference that passes
 */
public record VerifyConfig(
        @Key(
                doc = "Columns to check: all, a number of evenly spread ones (all, if the array has fewer), or a"
                        + " list such as 0,3,17 or 4-9.",
                defaultValue = "8")
        String columns,

        @Key(doc = "Largest relative difference that passes.", above = 0, max = 1, defaultValue = "1e-9")
        double tolerance) {

    public VerifyConfig {
        if (!ColumnSelection.isSelection(columns)) {
            throw new UserError("columns is \"" + columns + "\"; expected " + ColumnSelection.EXPECTED);
        }
    }

    /** @throws UserError if a column is named that an array of this many does not have */
    void requireColumnsWithin(int available) {
        try {
            ColumnSelection.parse(columnsOf(available), available);
        } catch (UserError e) {
            throw new UserError("verify.columns is \"" + columns + "\": " + e.getMessage(), e);
        }
    }

    /** The columns for an array of this many, as {@link ColumnSelection} reads it. */
    public String columnsOf(int available) {
        boolean isSample = columns.matches("\\s*\\d+\\s*");
        return isSample && new BigInteger(columns.strip()).compareTo(BigInteger.valueOf(available)) > 0
                ? "all"
                : columns;
    }
}
