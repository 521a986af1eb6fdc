package crosspike.circuit.subarray;

import java.util.List;

/**
 * What an array with its periphery costs, part by part. The parts sum to the totals.
 *
 * @param parts one entry for each part there is
 */
public record SubArrayCost(List<PartCost> parts) {
    public SubArrayCost {
        parts = List.copyOf(parts);
    }

    /** The bill of one part; {@code null} where the array has no such part. */
    public PartCost of(Part part) {
        for (PartCost cost : parts) {
            if (cost.part() == part) return cost;
        }
        return null;
    }

    /** Area in m² of the core, or of the neurons. */
    public double areaSquareMetres(boolean neurons) {
        double sum = 0;
        for (PartCost cost : parts) if (cost.part().neuron() == neurons) sum += cost.areaSquareMetres();
        return sum;
    }

    /** Leakage in W of the core, or of the neurons. */
    public double leakageWatts(boolean neurons) {
        double sum = 0;
        for (PartCost cost : parts) if (cost.part().neuron() == neurons) sum += cost.leakageWatts();
        return sum;
    }

    /** Latency in s of reading one group of columns in the core, or of the neurons after it. */
    public double readSeconds(boolean neurons) {
        double sum = 0;
        for (PartCost cost : parts) {
            if (cost.onReadPath() && cost.part().neuron() == neurons) sum += cost.readSeconds();
        }
        return sum;
    }

    /** Energy in J of reading one group of columns in the core, or in the neurons. */
    public double readJoules(boolean neurons) {
        double sum = 0;
        for (PartCost cost : parts) if (cost.part().neuron() == neurons) sum += cost.readJoules();
        return sum;
    }

    /** Latency in s of updating the whole array. */
    public double writeSeconds() {
        double sum = 0;
        for (PartCost cost : parts) sum += cost.writeSeconds();
        return sum;
    }

    /** Energy in J of updating one row, without the cells. */
    public double writeJoules() {
        double sum = 0;
        for (PartCost cost : parts) sum += cost.writeJoules();
        return sum;
    }
}
