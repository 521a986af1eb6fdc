package crosspike.circuit.subarray;

/**
 * One difference between Crosspike and NeuroSim. The mode {@code default} makes all corrections, the mode
 * {@code neurosim-compatible} none. Section 9 of {@code docs/circuit-model.md} explains each.
 */
public enum Correction {
    /** The leakage current of the 10 nm PMOS at 300 K is that of its neighbours instead of a misprint. */
    LEAKAGE_MISPRINT,
    /** The resistance of array wires grows with temperature. */
    WIRE_TEMPERATURE,
    /** Periphery wider than a narrow array hangs over instead of being impossible. */
    OVERHANG,
    /** A multiplexer with more inputs than the array has columns is a mistake instead of idle gates. */
    MUX_WITHIN_COLUMNS,
    /** Transmission gates and access transistors are at least of minimum width, however resistive the cells are. */
    MINIMUM_WIDTH,
    /** Switch matrices switch the lines the workload says, not always half of them. */
    SWITCH_ACTIVITY,
    /** Reading takes the column delay and the shift-and-add for both cell types, instead of one of them for each. */
    COMPLETE_READ_PATH,
    /** The column delay counts once for each group of columns, not once more for each column of the multiplexer. */
    COLUMN_DELAY_ONCE,
    /** Columns settle through the mean conductance of their cells, which lie in parallel, not the mean resistance. */
    MEAN_CONDUCTANCE,
    /** The energy of a conversion is scaled from the 65 nm it was simulated at, by C·V². */
    SCALED_CONVERSION,
    /** Array read energy charges word lines once for each vector and bit lines once for each group of columns. */
    LINES_CHARGED_ONCE,
    /** Cells draw their current for the computed read pulse instead of 5 ns. */
    COMPUTED_READ_PULSE,
    /** Nonlinearity labels are solved exactly instead of looked up in a table of hundredths. */
    EXACT_NONLINEARITY,
    /** Pulses are rounded to the nearest whole number; binary rounding loses none. */
    EXACT_PULSE_COUNT
}
