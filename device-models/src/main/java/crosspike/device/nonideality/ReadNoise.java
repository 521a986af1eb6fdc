package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * White noise of each read of each cell, {@code σ(G)² = (σ·G)² + (floor·Gmax)²}. A weighted sum gets one draw for each
 * column with the exact variance of the sum.
 *
 * @param sigma standard deviation relative to the conductance, 0 to 1
 * @param floorSigma standard deviation whatever the conductance, relative to Gmax, 0 to 1
 */
public record ReadNoise(
        @Key(
                doc = "Standard deviation of a read, relative to the conductance of the cell.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double sigma,

        @Key(
                doc = "Standard deviation of a read whatever the conductance, relative to Gmax.",
                name = "floor",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double floorSigma)
        implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        float relative = (float) (sigma * sigma);
        float floor = (float) (floorSigma * array.range().maxSiemens());
        float floorVariance = floor * floor;
        return (Layer.Noise) (cells, siemens, variance) -> {
            for (int i = 0; i < cells.count(); i++) {
                variance[i] += relative * siemens[i] * siemens[i] + floorVariance;
            }
        };
    }
}
