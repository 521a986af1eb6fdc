package crosspike.device.nonideality;

import crosspike.input.Key;
import crosspike.random.RandomStream;

/**
 * Relaxation of filamentary RRAM after programming: by the time t a cell has moved by a normal deviation with the mean
 * {@code −0.089 µS·ln(t/1 s)} and the standard deviation {@code (0.042·ln(t/1 s) + 0.412) µS}, for cells with a Gmax of
 * 100 µS; other cells in proportion. Nothing happens in the first second.
 *
 * @param scale multiplies both, 0 to 100; 1 is what was measured
 * @see "CMO/HfOx analog RRAM of IBM Research Zurich, as tabulated by IBM aihwkit; Gmax of the scaling is an assumption"
 */
public record RramRelaxation(
        @Key(doc = "Multiplies mean and spread; 1 is what was measured.", min = 0, max = 100, defaultValue = "1")
        double scale)
        implements Nonideality {
    private static final double MEAN = -0.089e-6;
    private static final double SIGMA_PER_LOG = 0.042e-6;
    private static final double SIGMA_AT_SECOND = 0.412e-6;
    private static final double MEASURED_MAX_SIEMENS = 100e-6;

    @Override
    public Layer on(CellArray array) {
        double unit = scale * array.range().maxSiemens() / MEASURED_MAX_SIEMENS;
        return (Layer.Ageing)
                (cells, siemens, from, to, kelvin, random) -> relax(cells, siemens, from, to, unit, random);
    }

    private static void relax(Cells cells, float[] siemens, double from, double to, double unit, RandomStream random) {
        if (to <= 1) {
            return;
        }
        double mean = unit * MEAN * (StrictMath.log(to) - StrictMath.log(Math.max(1, from)));
        double sigma = unit * Math.sqrt(variance(to) - variance(from));
        for (int i = 0; i < cells.count(); i++) {
            siemens[i] = (float) Math.max(0, siemens[i] + mean + sigma * random.gaussian());
        }
    }

    private static double variance(double seconds) {
        double sigma = seconds <= 1 ? 0 : SIGMA_PER_LOG * StrictMath.log(seconds) + SIGMA_AT_SECOND;
        return sigma * sigma;
    }
}
