package crosspike.device.nonideality;

import crosspike.device.ConductanceRange;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.random.RandomStream;

/**
 * Cycle-to-cycle variation: after a train of n pulses a cell is off by a normal deviation,
 * {@code G' = clamp(G + σ·(Gmax − Gmin)·√|n|·N(0, 1))}. Takes the place of the data sheet's own value.
 *
 * @param sigma σ, standard deviation of one pulse as a fraction of Gmax − Gmin, 0 to 1
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim: a circuit-level macro model, IEEE TCAD 37 (2018) 3067"
 */
public record CycleToCycle(
        @Key(
                doc = "Standard deviation of one pulse, as a fraction of the conductance range.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1)
        double sigma)
        implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        ConductanceRange range = array.range();
        float perRootPulse = (float) (sigma * range.widthSiemens());
        return (Layer.Write) (cells, before, after, pulses, random) ->
                disturb(after, pulses, cells.count(), range, perRootPulse, random);
    }

    private static void disturb(
            float[] siemens,
            float[] pulses,
            int count,
            ConductanceRange range,
            float perRootPulse,
            RandomStream random) {
        for (int i = 0; i < count; i++) {
            if (pulses[i] != 0f) {
                float deviation = perRootPulse * (float) (Math.sqrt(Math.abs(pulses[i])) * random.gaussian());
                siemens[i] = range.clamp(siemens[i] + deviation);
            }
        }
    }
}
