package crosspike.crossbar;

import crosspike.device.nonideality.Nonideality;
import java.util.List;

/**
 * How the cells of an array differ from ideal ones, and how they are driven.
 *
 * @param nonidealities layers over the cells, in order
 * @param seed what makes this array's cells different from another's
 * @param programming how writes are done
 * @param selection what selects a cell for writing
 */
public record CellOptions(List<Nonideality> nonidealities, long seed, Programming programming, Selection selection) {
    /** Nothing but the pulse response. */
    public static final CellOptions IDEAL = new CellOptions(List.of(), 0, Programming.OPEN_LOOP, Selection.TRANSISTOR);

    public CellOptions {
        nonidealities = List.copyOf(nonidealities);
    }

    /** The same with these layers, drawn from this seed. */
    public CellOptions with(List<Nonideality> layers, long arraySeed) {
        return new CellOptions(layers, arraySeed, programming, selection);
    }
}
