package crosspike.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/** Which class was taken for which, with the recall of each class. */
final class ConfusionMatrix {
    private static final int LEFT = 44;
    private static final int TOP = 44;
    private static final int RECALL = 64;
    private static final int SIDE = 400;
    private static final int MOST_CLASSES_WITH_NUMBERS = 20;
    private static final int SMALLEST_CELL = 4;

    private ConfusionMatrix() {}

    /** Recall: images of a class that were recognised, as a fraction; NaN for a class that was not tested. */
    static double recall(int[][] confusion, int label) {
        int images = Arrays.stream(confusion[label]).sum();
        return images == 0 ? Double.NaN : (double) confusion[label][label] / images;
    }

    static Figure figure(int[][] confusion) {
        int cell = Math.max(SMALLEST_CELL, SIDE / Math.max(1, confusion.length));
        int side = cell * confusion.length;
        return new Figure(
                "confusion-matrix",
                "Confusion matrix",
                LEFT + side + RECALL,
                TOP + side + 8,
                g -> paint(g, confusion, cell));
    }

    private static void paint(Graphics2D g, int[][] confusion, int cell) {
        int classes = confusion.length;
        int side = cell * classes;
        boolean numbers = classes <= MOST_CLASSES_WITH_NUMBERS;
        Style.text(g, "predicted class", Style.TEXT, Style.MUTED, LEFT + side / 2.0, 14, 0.5);
        var upright = g.getTransform();
        g.rotate(-Math.PI / 2, 12, TOP + side / 2.0);
        Style.text(g, "true class", Style.TEXT, Style.MUTED, 12, TOP + side / 2.0, 0.5);
        g.setTransform(upright);
        if (numbers) {
            Style.text(g, "recall", Style.TEXT, Style.MUTED, LEFT + side + RECALL - 8, TOP - 8, 1);
        }
        for (int row = 0; row < classes; row++) {
            int images = Arrays.stream(confusion[row]).sum();
            double middle = TOP + (row + 0.5) * cell + 4;
            for (int column = 0; column < classes; column++) {
                double share = images == 0 ? 0 : (double) confusion[row][column] / images;
                paintCell(g, row, column, cell, share);
                if (numbers && confusion[row][column] > 0) {
                    Color ink = share > 0.55 ? Color.WHITE : Style.INK;
                    double x = LEFT + (column + 0.5) * cell;
                    Style.text(g, Integer.toString(confusion[row][column]), Style.SMALL, ink, x, middle, 0.5);
                }
            }
            if (numbers) {
                String label = Integer.toString(row);
                Style.text(g, label, Style.TEXT, Style.INK, LEFT + (row + 0.5) * cell, TOP - 8, 0.5);
                Style.text(g, label, Style.TEXT, Style.INK, LEFT - 8, middle, 1);
                String recall = Percent.text(recall(confusion, row));
                Style.text(g, recall, Style.SMALL, Style.INK, LEFT + side + RECALL - 8, middle, 1);
            }
        }
    }

    /** Right and wrong are two colours; faint enough that a single mistake can still be seen. */
    private static void paintCell(Graphics2D g, int row, int column, int cell, double share) {
        double gap = cell > 10 ? 1 : 0;
        Color colour = row == column ? Style.ACCENT : Style.CONTRAST;
        double strength = share == 0 ? 0 : row == column ? share : Math.min(1, 0.08 + 4 * share);
        g.setColor(share == 0 ? Style.withAlpha(Style.MUTED, 0.06) : Style.withAlpha(colour, strength));
        g.fill(new Rectangle2D.Double(
                LEFT + column * cell + gap, TOP + row * cell + gap, cell - 2 * gap, cell - 2 * gap));
    }
}
