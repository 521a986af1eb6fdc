package crosspike.circuit.subarray;

/**
 * The bill of one part.
 *
 * @param part which one
 * @param areaSquareMetres in m²
 * @param leakageWatts in W
 * @param readSeconds latency of reading one group of columns in s
 * @param onReadPath whether {@code readSeconds} counts in the total
 * @param readJoules energy of reading one group of columns in J
 * @param writeSeconds latency of updating the whole array in s
 * @param writeJoules energy of updating one row in J
 */
public record PartCost(
        Part part,
        double areaSquareMetres,
        double leakageWatts,
        double readSeconds,
        boolean onReadPath,
        double readJoules,
        double writeSeconds,
        double writeJoules) {}
