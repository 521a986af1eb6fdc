package crosspike.report.paper.shi2019;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Found;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The two numbers by which shapes are judged, against values worked out on paper. */
class ShapesTest {

    @Test
    void theDistanceOfTwoDistributionsIsTheLargestGapOfTheirStairs() {
        float[] low = {-1, -1, 0, 1};
        assertEquals(0, PrunedWeights.distance(low, new float[] {1, 0, -1, -1}));
        assertEquals(0.5, PrunedWeights.distance(low, new float[] {0, 0, 0, 1}));
        assertEquals(1, PrunedWeights.distance(low, new float[] {2, 3}));
    }

    @Test
    void aCurveFallsIfItsLargestStepIsNegative() {
        assertEquals(-10, Overheads.largestStep(curve(100, 90, 72)), 1e-12); // rounding
        assertTrue(Overheads.largestStep(curve(100, 90, 91)) > 0);
    }

    private static List<Found> curve(double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> new Found("", "", "J", Estimate.of(value)))
                .toList();
    }
}
