package crosspike.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Maps of an array, side by side, a dot for each cell: row 0 above, column 0 at the left. */
final class CellMaps {
    private static final int GAP = 32;
    private static final int LEFT = 28; // for the names of the axes
    private static final int TOP = 30;
    private static final int BOTTOM = 66; // name of the axis and key
    private static final int LEAST_HEIGHT = 60;
    private static final int MOST_DOTS = 1024; // an image need not have more in either direction
    private static final int KEY_HEIGHT = 10;
    private static final double VANISHES = 1e-6; // of the upper end of a key

    private static final Color LEAST = new Color(0xf7f5f2);
    private static final Color MIDDLE = new Color(0xe69f00);
    private static final Color MOST = new Color(0x6b1d0a);
    private static final Color NOTHING = new Color(0xdfe3e9);

    private CellMaps() {}

    /**
     * One map.
     *
     * @param title above it
     * @param unit of the values
     * @param values {@code [rows][columns]}; NaN is grey
     */
    record Panel(String title, String unit, double[][] values) {}

    static Figure figure(String name, String title, List<Panel> panels) {
        double[][] first = panels.get(0).values();
        int width = (Charts.FULL_WIDTH - LEFT - GAP * (panels.size() - 1)) / panels.size();
        int height = Math.max(LEAST_HEIGHT, Math.min(width, width * first.length / first[0].length));
        return new Figure(name, title, Charts.FULL_WIDTH, TOP + height + BOTTOM, g -> {
            for (int n = 0; n < panels.size(); n++) {
                paint(g, panels.get(n), LEFT + n * (width + GAP), width, height, n == 0);
            }
        });
    }

    private static void paint(Graphics2D g, Panel panel, int x, int width, int height, boolean isFirst) {
        double[][] values = panel.values();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : values) {
            for (double value : row) {
                least = value < least ? value : least;
                most = value > most ? value : most;
            }
        }
        Style.text(g, panel.title(), Style.TITLE, Style.INK, x, TOP - 10, 0);
        g.drawImage(image(values, least, most), x, TOP, width, height, null);
        Style.text(g, "column " + (values[0].length - 1), Style.SMALL, Style.MUTED, x + width, TOP + height + 15, 1);
        Style.text(g, "0", Style.SMALL, Style.MUTED, x, TOP + height + 15, 0);
        if (isFirst) {
            Style.text(g, "row", Style.SMALL, Style.MUTED, x - 6, TOP + 10, 1);
            Style.text(g, "0", Style.SMALL, Style.MUTED, x - 6, TOP + 24, 1);
            Style.text(g, "" + (values.length - 1), Style.SMALL, Style.MUTED, x - 6, TOP + height, 1);
        }
        if (least <= most) {
            key(g, panel.unit(), least, most, x, width, TOP + height + 28);
        }
    }

    private static void key(Graphics2D g, String unit, double least, double most, int x, int width, int y) {
        double[][] ramp = new double[1][128];
        for (int i = 0; i < ramp[0].length; i++) {
            ramp[0][i] = i;
        }
        g.drawImage(image(ramp, 0, ramp[0].length - 1.0), x, y, width, KEY_HEIGHT, null);
        boolean isPercent = unit.equals("%");
        Scale scale = isPercent ? new Scale("%", 1) : Scale.of(List.of(least, most), unit);
        Style.text(g, low(scale, unit, least, most), Style.TEXT, Style.MUTED, x, y + 26, 0);
        if (least < most) {
            Style.text(g, scale.withUnit(most), Style.TEXT, Style.MUTED, x + width, y + 26, 1);
        }
    }

    /** The lower end of a key: 0 where nothing of it is seen; where it would read like the upper one, how far below that it is. */
    static String low(Scale scale, String unit, double least, double most) {
        if (Math.abs(least) < VANISHES * Math.abs(most)) return "0";
        String low = scale.withUnit(least);
        boolean isAlike = least < most && low.equals(scale.withUnit(most));
        return isAlike ? Scale.text(most - least, unit) + " less" : low;
    }

    private static BufferedImage image(double[][] values, double least, double most) {
        int rows = Math.min(MOST_DOTS, values.length);
        int columns = Math.min(MOST_DOTS, values[0].length);
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int i = (int) ((long) y * values.length / rows);
                int j = (int) ((long) x * values[0].length / columns);
                image.setRGB(x, y, colour(values[i][j], least, most).getRGB());
            }
        }
        return image;
    }

    private static Color colour(double value, double least, double most) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        double share = most > least ? (value - least) / (most - least) : 0.5;
        return share < 0.5 ? mix(LEAST, MIDDLE, 2 * share) : mix(MIDDLE, MOST, 2 * share - 1);
    }

    private static Color mix(Color from, Color to, double share) {
        return new Color(
                part(from.getRed(), to.getRed(), share),
                part(from.getGreen(), to.getGreen(), share),
                part(from.getBlue(), to.getBlue(), share));
    }

    private static int part(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
