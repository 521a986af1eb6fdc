package crosspike.crossbar;

/** An array whose cells can be cut off from their lines for good, as by a flag that keeps their select transistors off. */
public interface Disconnects {

    /**
     * Cuts off cells of one line: from then on they conduct nothing and dissipate nothing. Nothing is charged.
     *
     * @param which the cells; others are left alone. Not modified.
     */
    void disconnect(Line line, int index, boolean[] which);
}
