package crosspike.wire;

import crosspike.input.UserError;

/** Refuses arrays of a wrong shape or with values that no circuit has; messages name the field as in JSON and the cell. */
final class Checks {
    private Checks() {}

    static void ohms(String field, double[][] matrix, int rows, int columns) {
        shape(field, matrix, rows, columns);
        for (int i = 0; i < rows; i++) {
            ohms(field + "[" + i + "]", matrix[i], columns);
        }
    }

    static void ohms(String field, double[] values, int length) {
        length(field, values, length);
        for (int i = 0; i < length; i++) {
            if (!(values[i] >= 0)) {
                throw new UserError(field + "[" + i + "] is " + values[i]
                        + "; expected a resistance of 0 ohm or more, or null for not connected");
            }
        }
    }

    static void volts(String field, double[] values, int length) {
        length(field, values, length);
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new UserError(field + "[" + i + "] is " + values[i] + "; expected a voltage");
            }
        }
    }

    static void steepness(String field, double[][] matrix, int rows, int columns) {
        shape(field, matrix, rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (!(matrix[i][j] >= 0 && matrix[i][j] < Double.POSITIVE_INFINITY)) {
                    throw new UserError(field + "[" + i + "][" + j + "] is " + matrix[i][j]
                            + "; expected 0 (linear) or more per volt");
                }
            }
        }
    }

    private static void shape(String field, double[][] matrix, int rows, int columns) {
        if (matrix.length != rows) {
            throw new UserError(field + " has " + matrix.length + " rows; expected " + rows);
        }
        for (int i = 0; i < rows; i++) {
            length(field + "[" + i + "]", matrix[i], columns);
        }
    }

    private static void length(String field, double[] values, int length) {
        if (values.length != length) {
            throw new UserError(field + " has " + values.length + " values; expected " + length);
        }
    }
}
