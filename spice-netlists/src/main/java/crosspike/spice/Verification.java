package crosspike.spice;

import java.util.List;

/**
 * Columns of a trained array, read by ngspice and by the dot product.
 *
 * @param engine name and version of the circuit simulator
 * @param circuit what was simulated, in one sentence
 * @param tolerance largest relative difference that passes
 * @param columns one entry for each column, in ascending order
 */
public record Verification(String engine, String circuit, double tolerance, List<ColumnCheck> columns) {

    public Verification {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param column column number in the array
     * @param idealAmps Σ V·G of the column in A
     * @param spiceAmps current ngspice found, in A
     * @param relativeDifference |spice − ideal| / max(Σ |V·G|, {@link ColumnVerifier#SMALLEST_AMPS})
     * @param netlist path of the netlist, relative to the run directory
     */
    public record ColumnCheck(
            int column, double idealAmps, double spiceAmps, double relativeDifference, String netlist) {}

    /** Largest relative difference; 0 if nothing was checked. */
    public double worst() {
        return columns.stream()
                .mapToDouble(ColumnCheck::relativeDifference)
                .max()
                .orElse(0);
    }

    /** Whether at least one column was checked, and every one is within the tolerance. */
    public boolean passed() {
        return !columns.isEmpty() && columns.stream().allMatch(check -> check.relativeDifference() <= tolerance);
    }
}
