package crosspike.spice;

/** A way to compute reads of an array from its conductances alone, beside the crossbar that holds them. For one thread. */
public interface ArrayReader extends AutoCloseable {

    /**
     * Reads all columns.
     *
     * @param siemens conductances of the cells, {@code [rows][columns]}. Not modified.
     * @param volts on the word lines. Not modified.
     * @param amps overwritten: current out of each column
     * @return what the drivers deliver, in W
     */
    double read(float[][] siemens, double[] volts, double[] amps);

    /** Who computes, for people: such as "ngspice 39". */
    String engine();

    @Override
    void close();
}
