package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.run.ArrayLayout;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConductanceHistogramTest {

    /** Whichever kind the first cell is of. */
    @Test
    void prunedCellsHaveTheSameColourInEveryReport() {
        ArrayLayout array = new ArrayLayout("single", 1, 2, 2, 1e-6, 2e-6, 0.1, 1, 1, new int[] {0});
        float[][] siemens = {{1e-6f, 2e-6f}};
        for (boolean[][] pruned : List.of(new boolean[][] {{true, false}}, new boolean[][] {{false, true}})) {
            ConductanceHistogram histogram = ConductanceHistogram.of(array, siemens, pruned);
            assertEquals(
                    List.of("in use", "pruned"), List.copyOf(histogram.cells().keySet()));
        }
        assertNotEquals(ConductanceHistogram.colour("in use"), ConductanceHistogram.colour("pruned"));
    }

    @Test
    void theAxisIsTheRangeOfTheCellAlsoWhereAllAreInOneBin() {
        double[] edges =
                IntStream.rangeClosed(0, 64).mapToDouble(i -> i * 10e-6 / 64).toArray();
        long[] cells = new long[64];
        cells[0] = 11_730; // all of them pruned
        String svg = Charts.conductances(new ConductanceHistogram(edges, Map.of("pruned", cells)))
                .svg();
        assertTrue(
                svg.contains(">9<") && svg.contains("conductance (µS)"), "otherwise the bar is as wide as the chart");
    }
}
