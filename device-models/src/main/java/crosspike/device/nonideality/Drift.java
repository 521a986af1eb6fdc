package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * Power-law drift from the time t0 after programming on: {@code G(t) = G(t0)·(t/t0)^−ν}, with ν of each cell
 * {@code max(0, ν + N(0, σ))}. Ageing in two steps is ageing in one.
 *
 * @param exponent mean ν, 0 to 1
 * @param exponentSigma spread of ν from cell to cell, 0 to 1
 * @param startSeconds t0 in s, above 0
 * @see "N. Papandreou et al., Drift-resilient cell-state metric for multilevel phase-change memory, IEDM 2011 (the law)"
 */
public record Drift(
        @Key(doc = "Mean drift exponent.", name = "nu", min = 0, max = 1)
        double exponent,

        @Key(
                doc = "Spread of the drift exponent over the cells.",
                name = "nu_sigma",
                min = 0,
                max = 1,
                defaultValue = "0")
        double exponentSigma,

        @Key(
                doc = "Time after programming at which drift begins.",
                dimension = Dimension.TIME,
                name = "start",
                above = 0,
                max = 1e9,
                defaultValue = "20 s")
        double startSeconds)
        implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        float[] draws = array.gaussians("drift");
        return (Layer.Ageing) (cells, siemens, from, to, kelvin, random) -> drift(draws, cells, siemens, from, to);
    }

    private void drift(float[] draws, Cells cells, float[] siemens, double from, double to) {
        double logRatio = StrictMath.log(Math.max(to, startSeconds) / Math.max(from, startSeconds));
        for (int i = 0; i < cells.count(); i++) {
            double nu = Math.max(0, exponent + exponentSigma * draws[cells.cell(i)]);
            siemens[i] *= (float) StrictMath.exp(-nu * logRatio);
        }
    }
}
