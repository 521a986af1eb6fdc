package crosspike.circuit;

/** How many cells hold a weight. */
public enum WeightCells {
    /** One cell; signed weights are read against a reference column. */
    SINGLE(1),
    /** Two cells in neighbouring columns, G+ and G−, whose readings are subtracted. */
    PAIR(2);

    private final int columns;

    WeightCells(int columns) {
        this.columns = columns;
    }

    /** Columns of a weight. */
    public int columns() {
        return columns;
    }
}
