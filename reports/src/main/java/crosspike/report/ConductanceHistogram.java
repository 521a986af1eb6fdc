package crosspike.report;

import crosspike.experiment.run.ArrayLayout;
import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many cells have which conductance.
 *
 * @param edgesSiemens ends of the bins in S, ascending, one more than there are bins
 * @param cells cells in each bin, by kind of cell; all kinds together are all cells
 */
record ConductanceHistogram(double[] edgesSiemens, Map<String, long[]> cells) {
    private static final int BINS = 64;
    /** Order and colour of a kind, whatever others there are. */
    private static final Map<String, Integer> PLACES =
            Map.of("in use", 0, "pruned", 1, "reference", 2, "G+", 0, "G−", 1);

    /**
     * Counts all cells. Bins span the range of the cell, or further if some cells left it. A pair is split into G+ and G−,
     * others into those in use and those pruned.
     */
    static ConductanceHistogram of(ArrayLayout array, float[][] siemens, boolean[][] pruned) {
        double low = array.minSiemens();
        double high = array.maxSiemens();
        for (float[] row : siemens) {
            for (float cell : row) {
                low = Math.min(low, cell);
                high = Math.max(high, cell);
            }
        }
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = low + (high - low) * i / BINS;
        }
        boolean pair = array.cells().isPair();
        int cellsOfWeight = array.cells().columnsPerNeuron();
        Map<String, long[]> cells = new TreeMap<>(Comparator.comparing(PLACES::get));
        for (int row = 0; row < siemens.length; row++) {
            for (int column = 0; column < siemens[row].length; column++) {
                int output = column / cellsOfWeight;
                String kind = pair
                        ? (column % 2 == 0 ? "G+" : "G−")
                        : output >= array.outputs() ? "reference" : pruned[row][output] ? "pruned" : "in use";
                int bin = (int) ((siemens[row][column] - low) / (high - low) * BINS);
                cells.computeIfAbsent(kind, any -> new long[BINS])[Math.min(BINS - 1, Math.max(0, bin))]++;
            }
        }
        return new ConductanceHistogram(edges, cells);
    }

    /** The colour of a kind of cell. */
    static Color colour(String kind) {
        return Style.category(PLACES.get(kind));
    }

    long total() {
        return cells.values().stream().flatMapToLong(Arrays::stream).sum();
    }

    /** Cells of one kind in the fullest bin. */
    long largest() {
        return cells.values().stream().flatMapToLong(Arrays::stream).max().orElse(0);
    }

    /** Whether the bins differ so much that only a logarithmic axis shows them all. */
    boolean uneven() {
        long[] filled = cells.values().stream()
                .flatMapToLong(Arrays::stream)
                .filter(count -> count > 0)
                .sorted()
                .toArray();
        return filled.length > 0 && filled[filled.length - 1] > 30 * filled[filled.length / 2];
    }
}
