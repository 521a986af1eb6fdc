package crosspike.device.nonideality;

import crosspike.device.ConductanceRange;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.random.RandomStream;

/**
 * Each cell has its own lowest and highest conductance, {@code Gmin·(1 + N(0, σ))} and {@code Gmax·(1 + N(0, σ))}, drawn
 * again until {@code 0 ≤ Gmin < Gmax}. The state that pulses move, a fraction of the range, is the same; reads are
 * interpreted with the nominal range.
 *
 * @param minSigma relative standard deviation of Gmin, 0 to 1
 * @param maxSigma relative standard deviation of Gmax, 0 to 1
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim: a circuit-level macro model, IEEE TCAD 37 (2018) 3067"
 */
public record RangeVariation(
        @Key(
                doc = "Relative standard deviation of the lowest conductance.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double minSigma,

        @Key(
                doc = "Relative standard deviation of the highest conductance.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double maxSigma)
        implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        ConductanceRange range = array.range();
        RandomStream random = array.stream("range-variation");
        float[] offset = new float[array.cells()];
        float[] slope = new float[array.cells()];
        for (int i = 0; i < offset.length; i++) {
            double min;
            double max;
            do {
                min = range.minSiemens() * (1 + minSigma * random.gaussian());
                max = range.maxSiemens() * (1 + maxSigma * random.gaussian());
            } while (!(min >= 0 && max > min));
            double own = (max - min) / range.widthSiemens();
            slope[i] = (float) own;
            offset[i] = (float) (min - own * range.minSiemens());
        }
        return (Layer.Read) (cells, siemens) -> {
            for (int i = 0; i < cells.count(); i++) {
                int cell = cells.cell(i);
                siemens[i] = Math.max(0f, offset[cell] + slope[cell] * siemens[i]);
            }
        };
    }
}
