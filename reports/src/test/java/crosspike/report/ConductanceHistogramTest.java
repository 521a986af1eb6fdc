package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConductanceHistogramTest {

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
