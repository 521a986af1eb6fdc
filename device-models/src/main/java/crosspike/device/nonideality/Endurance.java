package crosspike.device.nonideality;

import crosspike.device.ConductanceRange;
import crosspike.input.Key;
import crosspike.random.RandomStream;

/**
 * Wear: the window a cell can still reach narrows with the pulses N it has seen, to the fraction
 * {@code 1/(1 + (N/N½)^s)} of the range, next to the end it fails towards. The law is chosen for its two readable numbers,
 * not taken from a paper: half the window is left at N½, and s says how suddenly it goes.
 *
 * @param pulses N½, pulses after which half of the window is left, at least 1
 * @param steepness s, above 0 and at most 20
 * @param towards where a worn-out cell ends
 */
public record Endurance(
        @Key(doc = "Pulses after which half of the conductance window is left.", min = 1, max = 1e18)
        double pulses,

        @Key(doc = "How suddenly the window goes; 1: over decades of pulses.", above = 0, max = 20, defaultValue = "2")
        double steepness,

        @Key(doc = "Where a worn-out cell ends.", defaultValue = "min")
        RangeEnd towards)
        implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        return new Wear(array);
    }

    /** Fraction of the window that is left after so many pulses. */
    double window(double seen) {
        return 1 / (1 + StrictMath.pow(seen / pulses, steepness));
    }

    private final class Wear implements Layer.Write {
        private final ConductanceRange range;
        private final double[] seen;

        Wear(CellArray array) {
            range = array.range();
            seen = new double[array.cells()];
        }

        @Override
        public void written(Cells cells, float[] before, float[] after, float[] train, RandomStream random) {
            double end = towards.siemens(range);
            for (int i = 0; i < cells.count(); i++) {
                if (train[i] == 0f) {
                    continue;
                }
                int cell = cells.cell(i);
                seen[cell] += Math.abs(train[i]);
                double window = window(seen[cell]);
                double min = end - window * (end - range.minSiemens());
                double max = end + window * (range.maxSiemens() - end);
                after[i] = (float) Math.min(max, Math.max(min, after[i]));
            }
        }
    }
}
