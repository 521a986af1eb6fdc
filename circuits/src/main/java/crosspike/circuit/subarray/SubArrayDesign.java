package crosspike.circuit.subarray;

import crosspike.circuit.logic.Layout;
import crosspike.circuit.technology.Flavour;
import crosspike.input.KeyError;

/**
 * What a designer decides about one array and its periphery.
 *
 * @param nodeNanometres technology node in nm
 * @param flavour transistor recipe
 * @param kelvin temperature in K
 * @param rows word lines
 * @param columns bit lines
 * @param cell the memory cell
 * @param wireNanometres width of the array's wires in nm; −1 for wires without resistance
 * @param cellInWireWidths whether the cell size is given in wire widths instead of feature sizes
 * @param relaxedWidth whether cells are as wide as a standard transistor
 * @param relaxedHeight whether cells are as high as a standard cell
 * @param columnsPerReadCircuit columns that share a read circuit
 * @param writeGroups batches in which a row is written
 * @param inputBits bits of an input, applied one after another
 * @param readBits bits of a read circuit
 * @param clockHertz clock in Hz
 * @param readVolts read voltage in V
 * @param potentiation pulse that raises a conductance
 * @param depression pulse that lowers a conductance
 */
public record SubArrayDesign(
        double nodeNanometres,
        Flavour flavour,
        double kelvin,
        int rows,
        int columns,
        Cell cell,
        double wireNanometres,
        boolean cellInWireWidths,
        boolean relaxedWidth,
        boolean relaxedHeight,
        int columnsPerReadCircuit,
        int writeGroups,
        int inputBits,
        int readBits,
        double clockHertz,
        double readVolts,
        WritePulse potentiation,
        WritePulse depression) {

    private static final int MOST_LINES = 1 << 20;

    public SubArrayDesign {
        count(rows, "rows", MOST_LINES);
        count(columns, "cols", MOST_LINES);
        count(columnsPerReadCircuit, "numColMuxed", 1 << 16);
        count(writeGroups, "numWriteColMuxed", 1 << 16);
        count(inputBits, "numBitInput", 64);
        count(readBits, "readCircuitBits", 30);
        Cell.require(clockHertz >= 1 && clockHertz <= 1e12, "clockFrequency_Hz", clockHertz, "1 Hz to 1e12 Hz");
        Cell.require(readVolts > 0 && readVolts <= 20, "readVoltage_V", readVolts, "above 0 and at most 20 V");
    }

    private static void count(int value, String key, int most) {
        if (value < 1 || value > most) {
            throw new KeyError(key, "is " + value + "; expected a whole number from 1 to " + most);
        }
    }

    /** Read circuits: one for each group of columns. */
    public int readCircuits() {
        return Layout.ceilDiv(columns, columnsPerReadCircuit);
    }

    /** Cells of a row that are written together. */
    public int cellsPerBatch() {
        return Layout.ceilDiv(columns, writeGroups);
    }

    /** √(V₊² + V₋²) in V: the voltage with which NeuroSim charges lines in a write of unknown polarity. */
    public double lumpedWriteVolts() {
        return Math.sqrt(potentiation.volts() * potentiation.volts() + depression.volts() * depression.volts());
    }

    /** This design with another number of rows and columns. */
    public SubArrayDesign sized(int newRows, int newColumns) {
        return new SubArrayDesign(
                nodeNanometres,
                flavour,
                kelvin,
                newRows,
                newColumns,
                cell,
                wireNanometres,
                cellInWireWidths,
                relaxedWidth,
                relaxedHeight,
                columnsPerReadCircuit,
                writeGroups,
                inputBits,
                readBits,
                clockHertz,
                readVolts,
                potentiation,
                depression);
    }
}
