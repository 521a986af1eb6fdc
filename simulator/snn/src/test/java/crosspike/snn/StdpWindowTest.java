package crosspike.snn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.snn.StdpWindow.Interpolation;
import crosspike.snn.StdpWindow.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StdpWindowTest {
    /** Depression between −20 and −5 ms, potentiation between 2 and 12 ms; in any order. */
    private static final List<Point> POINTS = List.of(
            new Point(0.012, 0.1),
            new Point(-0.020, -0.1),
            new Point(0.002, 0.5),
            new Point(-0.005, -0.4),
            new Point(0.004, 0.3));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest
    @CsvSource({
        "0.002, 0.5",
        "0.003, 0.4",
        "0.004, 0.3",
        "0.008, 0.2",
        "0.012, 0.1",
        "-0.02, -0.1",
        "-0.0125, -0.25",
        "-0.005, -0.4"
    })
    void betweenPointsAreStraightLines(double seconds, double change) {
        assertEquals(change, new StdpWindow(POINTS, Interpolation.LINEAR).at(seconds), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void towardsZeroASideKeepsTheValueOfItsFirstPointAndTheSidesDoNotMix(Interpolation interpolation) {
        StdpWindow window = new StdpWindow(POINTS, interpolation);
        assertEquals(0.5, window.at(0));
        assertEquals(0.5, window.at(0.001));
        assertEquals(-0.4, window.at(-0.001));
    }

    @ParameterizedTest
    @EnumSource
    void outsideTheTableThereIsNothing(Interpolation interpolation) {
        StdpWindow window = new StdpWindow(POINTS, interpolation);
        assertEquals(Double.NaN, window.at(0.0121));
        assertEquals(Double.NaN, window.at(-0.0201));
        assertEquals(Double.NaN, new StdpWindow(List.of(new Point(0.01, 1)), interpolation).at(-0.01), "no such side");
    }

    /** 9 · 0.001 is 0.009000000000000001: rules ask at whole steps. */
    @ParameterizedTest
    @EnumSource
    void aSideReachesToItsLastPointInWholeStepsToo(Interpolation interpolation) {
        for (int ms = 1; ms <= 1000; ms++) {
            double end = ms / 1000.0;
            StdpWindow window = new StdpWindow(List.of(new Point(-end, -0.1), new Point(end, 0.2)), interpolation);
            assertEquals(0.2, window.at(ms * 1e-3), ms + " ms");
            assertEquals(-0.1, window.at(-ms * 1e-3), ms + " ms");
            assertEquals(Double.NaN, window.at((ms + 0.001) * 1e-3), ms + " ms");
        }
    }

    @Test
    void repeatedMeasurementsAreAveraged() {
        StdpWindow window = new StdpWindow(
                List.of(new Point(0, 0.2), new Point(-0.0, 0.4), new Point(0.01, 1)), Interpolation.LINEAR);
        assertEquals(0.3, window.at(0), 1e-12);
        assertEquals(2, window.points().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMonotoneCubicMeetsThePointsAndStaysBetweenNeighbours(long seed) {
        var cases = new SplittableRandom(seed);
        List<Point> points = new ArrayList<>();
        double seconds = cases.nextDouble(0, 0.01);
        for (int i = cases.nextInt(1, 8); i > 0; i--) {
            points.add(new Point(seconds, cases.nextDouble(-1, 1)));
            seconds += cases.nextDouble(1e-4, 0.01);
        }
        StdpWindow window = new StdpWindow(points, Interpolation.MONOTONE);
        for (int i = 0; i + 1 < points.size(); i++) {
            Point from = points.get(i);
            Point to = points.get(i + 1);
            assertEquals(from.change(), window.at(from.seconds()), 1e-12);
            double last = from.change();
            for (int step = 1; step < 50; step++) {
                double value = window.at(from.seconds() + step / 50.0 * (to.seconds() - from.seconds()));
                double rise = (value - last) * Math.signum(to.change() - from.change());
                assertTrue(rise >= -1e-12, () -> "between " + from + " and " + to);
                last = value;
            }
        }
    }

    @Test
    void theMonotoneCubicIsRoundWhereLinesHaveCorners() {
        List<Point> convex = List.of(new Point(0, 1), new Point(0.01, 0.4), new Point(0.02, 0.2));
        double line = new StdpWindow(convex, Interpolation.LINEAR).at(0.015);
        double cubic = new StdpWindow(convex, Interpolation.MONOTONE).at(0.015);
        assertEquals(0.3, line, 1e-12);
        assertTrue(cubic < line - 0.005, () -> "the cubic is " + cubic);
    }

    @Test
    void pointsAreNumbers() {
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> new StdpWindow(List.of(new Point(0, Double.NaN)), Interpolation.LINEAR));
        assertEquals(
                "STDP window has the point Point[seconds=0.0, change=NaN]; expected finite numbers", e.getMessage());
    }
}
