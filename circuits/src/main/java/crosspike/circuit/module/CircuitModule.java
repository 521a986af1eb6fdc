package crosspike.circuit.module;

/** What every circuit has whether it works or not. */
public interface CircuitModule {

    /** Layout area in m². */
    double areaSquareMetres();

    /** Power in W that leaks all the time. */
    double leakageWatts();
}
