package crosspike.device.nonideality;

import crosspike.device.ConductanceRange;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.random.RandomStream;

/**
 * Each cell has its own lowest and highest conductance, {@code Gmin·(1 + N(0, σ))} and {@code Gmax·(1 + N(0, σ))} or
 * {@code Gmin + (Gmax − Gmin)·N(0, σ)} and so on, drawn again until {@code 0 ≤ Gmin < Gmax}. The state that pulses move, a
 * fraction of the range, is the same; reads are interpreted with the nominal range.
 *
 * @param minSigma relative standard deviation of Gmin, 0 to 1
 * @param maxSigma relative standard deviation of Gmax, 0 to 1
 * @param of what they are relative to
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
        double maxSigma,

        @Key(
                doc = "What the deviations are fractions of: each end of the range itself, or its width.",
                defaultValue = "end")
        Reference of)
        implements Nonideality {

    /** What standard deviations are fractions of. */
    public enum Reference {
        /** Gmin and Gmax themselves. */
        END,
        /** Gmax − Gmin. */
        WIDTH
    }

    @Override
    public Layer on(CellArray array) {
        ConductanceRange range = array.range();
        RandomStream random = array.stream("range-variation");
        double minSpread = minSigma * (of == Reference.END ? range.minSiemens() : range.widthSiemens());
        double maxSpread = maxSigma * (of == Reference.END ? range.maxSiemens() : range.widthSiemens());
        float[] offset = new float[array.cells()];
        float[] slope = new float[array.cells()];
        for (int i = 0; i < offset.length; i++) {
            double min;
            double max;
            do {
                min = range.minSiemens() + minSpread * random.gaussian();
                max = range.maxSiemens() + maxSpread * random.gaussian();
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
