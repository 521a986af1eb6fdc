package crosspike.circuit.subarray;

/**
 * What an array is asked to do when its cost is stated.
 *
 * @param activeRows share of rows at the read voltage, 0 to 1
 * @param switchActivity share of lines a switch matrix switches in a read
 * @param pulsesPerCell programming pulses of a cell in one row update, on average
 * @param batchesPerRow batches of a row update that are not empty
 * @param pulseSeconds programming pulses one after another in an update of the whole array, in s
 * @param cellPulses pulses of the single-cell figures
 */
public record Workload(
        double activeRows,
        double switchActivity,
        double pulsesPerCell,
        double batchesPerRow,
        double pulseSeconds,
        int cellPulses) {

    public Workload {
        Cell.require(activeRows >= 0 && activeRows <= 1, "activityRowRead", activeRows, "0 to 1");
        Cell.require(
                switchActivity >= 0 && switchActivity <= 1, "switchMatrixActivityRowRead", switchActivity, "0 to 1");
        Cell.require(pulsesPerCell >= 0 && pulsesPerCell <= 1e9, "numWritePulsePerCellAvg", pulsesPerCell, "0 to 1e9");
        Cell.require(batchesPerRow >= 0 && batchesPerRow <= 1e9, "numWriteOperationPerRow", batchesPerRow, "0 to 1e9");
        Cell.require(
                pulseSeconds >= 0 && pulseSeconds <= 1e9, "sumWriteLatencyAnalogNVM_s", pulseSeconds, "0 to 1e9 s");
        Cell.require(cellPulses >= 0 && cellPulses <= 1_000_000, "cellWritePulses", cellPulses, "0 to 1000000");
    }
}
