package crosspike.spice.export;

import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows and columns of an array. Arrays are not copied.
 *
 * @param array name of the array; anything may stand in it
 * @param arrayRows word lines of the whole array
 * @param arrayColumns bit lines of the whole array, without those of flags
 * @param rows numbers of the word lines that are here, ascending
 * @param bitLines the bit lines that are here, in ascending order of their positions
 * @param pairs columns whose currents are subtracted, two numbers each: of G+ and of G−
 */
public record Excerpt(
        String array, int arrayRows, int arrayColumns, int[] rows, List<BitLine> bitLines, List<int[]> pairs) {
    public Excerpt {
        bitLines = List.copyOf(bitLines);
        pairs = List.copyOf(pairs);
        if (rows.length == 0 || bitLines.isEmpty()) {
            throw new UserError("the part of the array is empty; expected at least one row and one column");
        }
    }

    /**
     * Rows and columns of an array whose columns each stand for themselves.
     *
     * @param siemens {@code [rows][columns]} of the whole array, in S
     * @param rows numbers of rows, ascending
     * @param columns numbers of columns, ascending
     * @throws UserError if a conductance is negative or not finite, or a number is not in the array
     */
    public static Excerpt of(String array, float[][] siemens, int[] rows, int[] columns) {
        List<BitLine> lines = new ArrayList<>();
        for (int column : columns) lines.add(BitLine.column(column, column, cells(siemens, rows, column)));
        return new Excerpt(array, siemens.length, siemens[0].length, rows, lines, List.of());
    }

    /** All cells of one column, in double precision. */
    private static double[] cells(float[][] siemens, int[] rows, int column) {
        double[] cells = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= siemens.length) throw absent("row", rows[i], siemens.length);
            float[] row = siemens[rows[i]];
            if (column < 0 || column >= row.length) throw absent("column", column, row.length);
            cells[i] = row[column];
        }
        return cells;
    }

    private static UserError absent(String line, int number, int lines) {
        return new UserError(line + " " + number + " is not in the array; expected 0 to " + (lines - 1));
    }

    /**
     * The same with columns that belong together: each pair has its difference.
     *
     * @return this, with the pairs both of whose columns are here
     */
    public Excerpt withPairs() {
        List<Integer> numbers = bitLines.stream()
                .filter(line -> !line.isFlags())
                .map(line -> Integer.parseInt(line.label()))
                .toList();
        List<int[]> found = numbers.stream()
                .filter(number -> number % 2 == 0 && numbers.contains(number + 1))
                .map(number -> new int[] {number, number + 1})
                .toList();
        return new Excerpt(array, arrayRows, arrayColumns, rows, bitLines, found);
    }

    /**
     * The same with a bit line of prune flags beside the columns of each neuron: a cell of the highest conductance where a
     * weight is pruned, and of the lowest where it is not.
     *
     * @param pruned {@code [rows][neurons]} of the whole array
     * @param columnsPerNeuron cells of a weight
     * @param set conductance of a flag that is set, in S
     * @param clear conductance of one that is not
     */
    public Excerpt withFlags(boolean[][] pruned, int columnsPerNeuron, double set, double clear) {
        List<BitLine> lines = new ArrayList<>();
        for (int i = 0; i < bitLines.size(); i++) {
            BitLine line = bitLines.get(i);
            int number = Integer.parseInt(line.label());
            int neuron = number / columnsPerNeuron;
            lines.add(BitLine.column(number, number + neuron, line.siemens()));
            boolean last = i + 1 == bitLines.size()
                    || Integer.parseInt(bitLines.get(i + 1).label()) / columnsPerNeuron != neuron;
            if (last && neuron < pruned[0].length) {
                double[] flags = Arrays.stream(rows)
                        .mapToDouble(row -> pruned[row][neuron] ? set : clear)
                        .toArray();
                lines.add(BitLine.flags(neuron, (neuron + 1) * (columnsPerNeuron + 1) - 1, flags));
            }
        }
        return new Excerpt(array, arrayRows, arrayColumns, rows, lines, pairs);
    }

    /** Labels of the columns that neurons belong to: of G+ for a pair. */
    List<String> neuronColumns() {
        List<String> minus =
                pairs.stream().map(pair -> Integer.toString(pair[1])).toList();
        return bitLines.stream()
                .filter(line -> !line.isFlags() && !minus.contains(line.label()))
                .map(BitLine::label)
                .toList();
    }

    /** The name with nothing in it that could mean something to a simulator. */
    String plainName() {
        return array.replaceAll("[^A-Za-z0-9 ._-]", "_");
    }

    /** Cells without conductance. */
    long openCells() {
        return bitLines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.siemens()))
                .filter(siemens -> siemens == 0)
                .count();
    }
}
