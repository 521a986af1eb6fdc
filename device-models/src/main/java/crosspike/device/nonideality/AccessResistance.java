package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * A resistance in series with each cell, that of its access transistor and contacts: {@code G' = G/(1 + G·R)}.
 *
 * @param seriesOhms R in ohm, at least 0
 */
public record AccessResistance(
        @Key(
                doc = "Resistance in series with each cell.",
                dimension = Dimension.RESISTANCE,
                name = "resistance",
                min = 0,
                max = 1e12)
        double seriesOhms)
        implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        float ohms = (float) seriesOhms;
        return (Layer.Read) (cells, siemens) -> {
            for (int i = 0; i < cells.count(); i++) {
                siemens[i] = siemens[i] / (1 + siemens[i] * ohms);
            }
        };
    }
}
