package crosspike.crossbar;

/** A line of cells that is programmed or looked at together. */
public enum Line {
    /** All cells on one word line. */
    ROW,
    /** All cells on one bit line. */
    COLUMN
}
