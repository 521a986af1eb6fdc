package crosspike.crossbar;

/** An array whose cells change while nothing is done to them. */
public interface Ages {

    /**
     * Lets time pass.
     *
     * @param seconds time in s, at least 0; times of several calls add up
     * @param kelvin temperature meanwhile
     */
    void age(double seconds, double kelvin, Session session);

    /**
     * Programs every cell once more to the conductance it has, as when trained weights are transferred to the chip that
     * will use them: errors of programming come in, time starts at 0. No pulses and no energy are counted.
     */
    void transfer(Session session);
}
