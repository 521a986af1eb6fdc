package crosspike.experiment.config;

import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.random.RandomStream;
import crosspike.snn.lif.compression.Removal;

/**
 * Cells of a layer that are stuck at their lowest conductance: the weight there is 0, whatever is written. A network that
 * learns on them can lay the synapses that it gives up anyway on such cells; one that was trained elsewhere loses what it is
 * put on.
 *
 * @param share of the cells
 * @param known whether the map of faults is known before training
 */
public record StuckCells(
        @Key(
                doc = "Share of the cells, drawn at random; the same seed draws the same cells for any other key.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double share,

        @Key(
                doc =
                        "true: the map of faults is known before training, and the synapses of stuck cells are the first that are"
                                + " removed; false: training knows of no faults, and what it has put on stuck cells is lost before"
                                + " neurons are labelled.",
                defaultValue = "true")
        boolean known) {

    /** Whether there are any. */
    public boolean isAny() {
        return share > 0;
    }

    /** Synapses of stuck cells, {@code [inputs][neurons]}; a larger share has the cells of a smaller one among its own. */
    public boolean[][] draw(int inputs, int neurons, RandomStream random) {
        return Removal.random(inputs, neurons, 1 - share, random);
    }
}
