package crosspike.circuit.subarray;

/** What stands between a cell and its lines. */
public enum CellAccess {
    /** A transistor in series with each cell, its gate on the word line. */
    ONE_TRANSISTOR("1T1R"),
    /** Nothing: the cell lies where two wires cross. */
    CROSSPOINT("crosspoint"),
    /** The cell is a ferroelectric transistor: written through its gate, without current through the channel. */
    FEFET("FeFET");

    private final String label;

    CellAccess(String label) {
        this.label = label;
    }

    /** The name in files. */
    public String label() {
        return label;
    }

    /** Whether word lines carry gates, so that rows have a decoder and separate bit lines. */
    public boolean hasTransistor() {
        return this != CROSSPOINT;
    }
}
