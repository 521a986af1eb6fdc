package crosspike.circuit.module;

/** Circuits that turn column currents into numbers; each serves one column at a time. */
public interface ReadOut extends CircuitModule {

    /** How many there are. */
    int count();

    /** Time of one conversion in s; all circuits convert at the same time. */
    double seconds(ColumnSignal signal);

    /** Energy of one conversion of one circuit in J, without the current of the cells. */
    double joules(ColumnSignal signal);
}
