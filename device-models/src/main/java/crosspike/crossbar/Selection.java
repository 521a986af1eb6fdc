package crosspike.crossbar;

/** What selects a cell for writing. */
public enum Selection {
    /** A transistor in each cell: the others see no voltage. */
    TRANSISTOR,
    /** Nothing; the lines of the other cells are at half of the write voltage (V/2 scheme). */
    CROSSPOINT
}
