package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeChartTest {

    @ParameterizedTest
    @CsvSource({"0.97, 44.46, 0.1 1 10 100", "0.4, 3, 0.1 1 10", "20, 200, 10 100 1000", "0.003, 0.5, 0.001 0.01 0.1 1"
    })
    void everyDecadeHasItsMarkAlsoTheOnesAtTheEnds(double low, double high, String marks) {
        List<?> ticks = NodeChart.decades("nJ", low, high)
                .refreshTicks(
                        new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB).createGraphics(),
                        new AxisState(),
                        new Rectangle2D.Double(0, 0, 400, 200),
                        RectangleEdge.LEFT);
        double[] expected = List.of(marks.split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] found = ticks.stream()
                .map(ValueTick.class::cast)
                .filter(tick -> tick.getTickType() == TickType.MAJOR)
                .mapToDouble(ValueTick::getValue)
                .toArray();
        assertArrayEquals(expected, found, 1e-6, "rounded like the logarithms of the axis");
    }
}
