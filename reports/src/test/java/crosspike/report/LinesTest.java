package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.report.Lines.Axis;
import crosspike.report.Lines.Mark;
import crosspike.report.Lines.Series;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final Axis X = new Axis("x", false);
    private static final Axis Y = new Axis("y", false);

    private static Figure dots(double... values) {
        return dots(Y, values, values);
    }

    private static Figure dots(Axis vertical, double[] x, double[] y) {
        return Lines.figure(
                "dots", "Dots", 400, X, vertical, List.of(new Series("", Mark.LARGE_DOTS, Color.RED, x, y)), List.of());
    }

    private static int red(BufferedImage image, int from, int to) {
        int count = 0;
        for (int x = from; x < to; x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                Color color = new Color(image.getRGB(x, y));
                count += color.getRed() > 200 && color.getGreen() < 100 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aDotWhereBothAxesAreZeroIsAsWholeAsOneInTheMiddle() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(dots(0, 1).png()));
        int half = image.getWidth() / 2;
        int whole = red(image, half, image.getWidth());
        assertEquals(whole, red(image, 0, half), 0.15 * whole, "edges fall on other parts of pixels");
    }

    @Test
    void theRoomForItHasNoNegativeMark() {
        assertFalse(dots(0, 1).svg().contains(">-"));
    }

    /** JFreeChart shows one value on an axis of 1e-8. */
    @Test
    void whereAllIsZeroNoMarkIsABillionth() {
        assertFalse(dots(0, 0).svg().contains("0.0000"));
    }

    @Test
    void valuesThatDifferByBillionthsAreBothInView() throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(dots(1e-9, 5e-9).png()));
        assertTrue(red(image, 0, 400) > 0 && red(image, 400, 800) > 0);
    }

    @Test
    void aShareThatIsAlwaysTheSameHasNoMarkBelowNothingOrBeyondTheWhole() {
        for (double share : new double[] {0, 95, 100}) {
            String svg = dots(Axis.ofShares("%"), new double[] {1, 2}, new double[] {share, share})
                    .svg();
            assertFalse(Pattern.compile(">(-|10[1-9]|1[1-9][0-9])").matcher(svg).find(), share + " %");
            assertFalse(svg.contains("0.0000"), share + " %");
        }
    }

    @Test
    void aDotAtTheWholeIsAsWholeAsOneInTheMiddle() throws IOException {
        double[] x = {0, 1};
        Figure whole = dots(Axis.ofShares("%"), x, new double[] {100, 100});
        Figure middle = dots(Axis.ofShares("%"), x, new double[] {50, 50});
        int expected = red(ImageIO.read(new ByteArrayInputStream(middle.png())), 0, 800);
        assertEquals(expected, red(ImageIO.read(new ByteArrayInputStream(whole.png())), 0, 800), 0.15 * expected);
    }

    @Test
    void intervalsOfSharesEndWhereThereIsNoMore() {
        Axis accuracy = Axis.ofShares("accuracy (%)");
        assertArrayEquals(new double[] {0, 100}, accuracy.cut(-31, 140));
        assertArrayEquals(new double[] {81.2, 83.4}, accuracy.cut(81.2, 83.4));
        assertArrayEquals(new double[] {-31, 140}, Y.cut(-31, 140), "any other axis");
    }

    /** The outermost as the one in the middle: none is cut off by the edge of the plot. */
    @Test
    void dotsOfRowsAreWhole() throws IOException {
        List<Color> colours = List.of(Color.RED, Color.GREEN, Color.BLUE);
        double[] heights = {1.35, 0.5, -0.35};
        List<Lines.Series> dots = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            dots.add(new Lines.Series(
                    "", Lines.Mark.LARGE_DOTS, colours.get(i), new double[] {50}, new double[] {heights[i]}));
        }
        byte[] png = Lines.rows("rows", "Rows", 500, 150, new Lines.Axis("x", false), "y", List.of("a", "b"), dots)
                .png();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        long[] areas = colours.stream()
                .mapToLong(colour ->
                        Arrays.stream(pixels).filter(p -> p == colour.getRGB()).count())
                .toArray();
        assertTrue(areas[1] > 50, "a dot of " + areas[1] + " pixels");
        assertEquals(areas[1], areas[0], 0.1 * areas[1]);
        assertEquals(areas[1], areas[2], 0.1 * areas[1]);
    }
}
