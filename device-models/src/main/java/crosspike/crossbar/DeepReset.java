package crosspike.crossbar;

/** An array whose cells can be reset to below their range of states, so that a read tells that they are given up. */
public interface DeepReset {

    /**
     * Resets cells of one line for good, by two trains: the depressing pulses from the cell's state to Gmin, and one more
     * full swing from there.
     *
     * @param which the cells; others are left alone
     * @param fractionOfMin conductance afterwards as a fraction of Gmin, 0 to 0.5
     */
    void deepReset(Line line, int index, boolean[] which, double fractionOfMin, Session session);
}
