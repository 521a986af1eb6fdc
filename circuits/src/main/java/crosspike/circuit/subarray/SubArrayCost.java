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

    /** The bill of the neurons alone. */
    public SubArrayCost neurons() {
        return new SubArrayCost(
                parts.stream().filter(cost -> cost.part().neuron()).toList());
    }

    /** The bill of all but the neurons. */
    public SubArrayCost core() {
        return new SubArrayCost(
                parts.stream().filter(cost -> !cost.part().neuron()).toList());
    }

    /** Area in m². */
    public double areaSquareMetres() {
        double sum = 0;
        for (PartCost cost : parts) sum += cost.areaSquareMetres();
        return sum;
    }

    /** Leakage in W. */
    public double leakageWatts() {
        double sum = 0;
        for (PartCost cost : parts) sum += cost.leakageWatts();
        return sum;
    }

    /** Latency in s of reading one group of columns. */
    public double readSeconds() {
        double sum = 0;
        for (PartCost cost : parts) if (cost.onReadPath()) sum += cost.readSeconds();
        return sum;
    }

    /** Energy in J of reading one group of columns. */
    public double readJoules() {
        double sum = 0;
        for (PartCost cost : parts) sum += cost.readJoules();
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
