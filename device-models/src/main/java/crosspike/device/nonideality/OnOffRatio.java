package crosspike.device.nonideality;

import crosspike.device.ConductanceRange;
import crosspike.input.Key;

/**
 * Cells that do not turn off as far as nominal: the range is squeezed into [Gmax/ratio, Gmax],
 * {@code G' = Gmax/r + (G − Gmin)·(Gmax − Gmax/r)/(Gmax − Gmin)}. Reads are still interpreted with the nominal range, as by
 * a circuit that was designed for it.
 *
 * @param ratio Gmax/Gmin that the cells reach, above 1
 */
public record OnOffRatio(
        @Key(doc = "Highest over lowest conductance that the cells reach.", above = 1, max = 1e12)
        double ratio) implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        ConductanceRange range = array.range();
        double lowest = range.maxSiemens() / ratio;
        float slope = (float) ((range.maxSiemens() - lowest) / range.widthSiemens());
        float offset = (float) (lowest - slope * (double) range.minSiemens());
        return (Layer.Read) (cells, siemens) -> {
            for (int i = 0; i < cells.count(); i++) {
                siemens[i] = offset + slope * siemens[i];
            }
        };
    }
}
