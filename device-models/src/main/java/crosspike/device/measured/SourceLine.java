package crosspike.device.measured;

import java.util.List;

/** One line of a file: its number from 1, its cells without blanks around them, and whether it follows a blank line. */
record SourceLine(long number, List<String> cells, boolean startsBlock) {

    boolean isNumeric(char decimal) {
        return !cells.isEmpty()
                && cells.stream()
                        .allMatch(cell ->
                                cell.isEmpty() || Numbers.parse(cell, decimal).isPresent())
                && cells.stream().anyMatch(cell -> !cell.isEmpty());
    }

    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }
}
