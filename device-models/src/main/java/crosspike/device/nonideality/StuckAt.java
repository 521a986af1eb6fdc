package crosspike.device.nonideality;

import crosspike.device.ConductanceRange;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.UserError;
import crosspike.random.RandomStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Cells that no pulse moves: stuck at low resistance (Gmax), at high resistance (Gmin), or never formed (0 S). Which ones
 * is drawn from rates, or read from a fault map. The network goes on pulsing them in vain.
 *
 * @param lrs fraction of cells stuck at low resistance
 * @param hrs fraction of cells stuck at high resistance
 * @param unformed fraction of cells that were never formed; the three together at most 1
 * @param map fault map instead of rates: a CSV or .npy file, one line for each row, 0 sound, 1 LRS, 2 HRS, 3 unformed; null if none
 */
public record StuckAt(
        @Key(
                doc = "Cells stuck at low resistance.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double lrs,

        @Key(
                doc = "Cells stuck at high resistance.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double hrs,

        @Key(
                doc = "Cells that were never formed.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double unformed,

        @Key(
                doc =
                        "Fault map instead of rates: CSV or .npy, a line for each row; 0 sound, 1 LRS, 2 HRS, 3 unformed.",
                optional = true)
        String map)
        implements Nonideality {

    /** What binary fractions such as 0.33 + 0.56 + 0.11 may add up to beyond 1. */
    private static final double ROUNDING = 1e-9;

    public StuckAt {
        if (lrs + hrs + unformed > 1 + ROUNDING) {
            throw new UserError(
                    "lrs, hrs and unformed are " + (lrs + hrs + unformed) + " together; expected at most 1");
        }
        if (map != null && lrs + hrs + unformed > 0) {
            throw new UserError("both rates and a map of faults are given; expected one of them");
        }
    }

    @Override
    public Layer on(CellArray array) {
        float[] stuck = map == null ? drawn(array) : FaultMap.read(Path.of(map), array);
        return (Layer.Read) (cells, siemens) -> {
            for (int i = 0; i < cells.count(); i++) {
                float held = stuck[cells.cell(i)];
                siemens[i] = held >= 0 ? held : siemens[i];
            }
        };
    }

    /** Conductance of each stuck cell, −1 for the others. */
    private float[] drawn(CellArray array) {
        RandomStream random = array.stream("stuck-at");
        ConductanceRange range = array.range();
        float[] stuck = new float[array.cells()];
        Arrays.fill(stuck, -1f);
        for (int i = 0; i < stuck.length; i++) {
            double u = random.uniformDouble();
            if (u < lrs) {
                stuck[i] = range.maxSiemens();
            } else if (u < lrs + hrs) {
                stuck[i] = range.minSiemens();
            } else if (u < lrs + hrs + unformed) {
                stuck[i] = 0f;
            }
        }
        return stuck;
    }
}
