package crosspike.report;

import crosspike.experiment.run.ArrayLayout;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What each output neuron responds to: its weights laid out as the image they look at, one line of neurons a class. */
public final class WeightMaps {
    private static final int MOST_CLASSES = 20;
    private static final int MOST_OF_A_CLASS = 10;
    public static final int TILE = 84;
    private static final int GAP = 8;
    private static final int LEFT = 96;
    private static final int TOP = 40;
    private static final int LEAST_WIDTH = 600; // of the key

    private static final Color LOW = new Color(0x0b4f8a);
    private static final Color ZERO = new Color(0xf7f5f2);
    private static final Color HIGH = new Color(0xb8400a);
    private static final Color REMOVED = new Color(0xdfe3e9);
    private static final Color PRUNED = new Color(0x8a94a6);
    private static final int NOT_FIRED = Integer.MAX_VALUE; // sorts behind all classes

    private final ArrayLayout array;
    private final float[][] weights;
    private final boolean[][] pruned;
    private final float least;
    private final float most;

    private WeightMaps(ArrayLayout array, float[][] weights, boolean[][] pruned, float least, float most) {
        this.array = array;
        this.weights = weights;
        this.pruned = pruned;
        this.least = least;
        this.most = most;
    }

    /**
     * Of a network whose weights are in [0, 1]: from 0 to the largest weight there is.
     *
     * @param signed in [−1, 1], as cells hold them
     */
    static Figure unsigned(ArrayLayout array, float[][] signed, boolean[][] pruned, int[] labels) {
        float[][] weights = new float[signed.length][];
        float most = Float.MIN_NORMAL;
        for (int row = 0; row < weights.length; row++) {
            weights[row] = new float[signed[row].length];
            for (int neuron = 0; neuron < weights[row].length; neuron++) {
                weights[row][neuron] = (signed[row][neuron] + 1) / 2;
                most = Math.max(most, weights[row][neuron]);
            }
        }
        return figure(new WeightMaps(array, weights, pruned, 0, most), labels);
    }

    /**
     * @param weights {@code [rows][outputs]}
     * @param pruned {@code [rows][outputs]}
     * @param labels class of each output; −1 for one that never fired
     */
    static Figure figure(ArrayLayout array, float[][] weights, boolean[][] pruned, int[] labels) {
        return figure(new WeightMaps(array, weights, pruned, -1, 1), labels);
    }

    private static Figure figure(WeightMaps maps, int[] labels) {
        Map<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int neuron = 0; neuron < labels.length; neuron++) {
            byClass.computeIfAbsent(labels[neuron] < 0 ? NOT_FIRED : labels[neuron], any -> new ArrayList<>())
                    .add(neuron);
        }
        int lines = Math.min(MOST_CLASSES, byClass.size());
        int longest = byClass.values().stream().mapToInt(List::size).max().orElse(0);
        int width = Math.max(LEAST_WIDTH, LEFT + Math.min(MOST_OF_A_CLASS, longest) * (TILE + GAP));
        return new Figure(
                "weight-maps",
                "Weights of the output neurons",
                width,
                TOP + lines * (TILE + GAP),
                g -> maps.paint(g, byClass));
    }

    /**
     * The weights of one neuron as the image it looks at, {@link #TILE} pixels high and wide.
     *
     * @param weights {@code [rows][outputs]}
     * @param pruned {@code [rows][outputs]}; those are grey
     */
    public static BufferedImage tile(ArrayLayout array, float[][] weights, boolean[][] pruned, int neuron) {
        return new WeightMaps(array, weights, pruned, -1, 1).tile(neuron);
    }

    private void paint(Graphics2D g, Map<Integer, List<Integer>> byClass) {
        paintKey(g);
        int y = TOP;
        for (var line : byClass.entrySet().stream().limit(MOST_CLASSES).toList()) {
            List<Integer> neurons = line.getValue();
            String label = line.getKey() == NOT_FIRED ? "silent" : line.getKey().toString();
            String count = neurons.size() + (neurons.size() == 1 ? " neuron" : " neurons");
            Style.text(g, label, Style.TITLE, Style.INK, 4, y + 18, 0);
            Style.text(g, count, Style.SMALL, Style.MUTED, 4, y + 36, 0);
            int x = LEFT;
            for (int neuron : neurons.stream().limit(MOST_OF_A_CLASS).toList()) {
                g.drawImage(tile(neuron), x, y, null);
                x += TILE + GAP;
            }
            y += TILE + GAP;
        }
    }

    private void paintKey(Graphics2D g) {
        BufferedImage bar = new BufferedImage(120, 10, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < bar.getWidth(); x++) {
            for (int y = 0; y < bar.getHeight(); y++) {
                bar.setRGB(
                        x,
                        y,
                        colour(least + (most - least) * x / (bar.getWidth() - 1))
                                .getRGB());
            }
        }
        Style.text(g, least < 0 ? "weight  −1" : "weight  0", Style.TEXT, Style.MUTED, LEFT, 19, 0);
        g.drawImage(bar, LEFT + 66, 10, null);
        Style.text(
                g,
                least < 0 ? "+1" : String.format(Locale.ROOT, "%.2f", most),
                Style.TEXT,
                Style.MUTED,
                LEFT + 192,
                19,
                0);
        g.setColor(REMOVED);
        g.fillRect(LEFT + 236, 10, 10, 10);
        Style.text(g, "pixel removed", Style.TEXT, Style.MUTED, LEFT + 252, 19, 0);
        g.setColor(PRUNED);
        g.fillRect(LEFT + 350, 10, 10, 10);
        Style.text(g, "weight pruned", Style.TEXT, Style.MUTED, LEFT + 366, 19, 0);
    }

    /** The weights of one neuron, each a block of whole pixels. */
    private BufferedImage tile(int neuron) {
        int[] rgb = new int[array.imageWidth() * array.imageHeight()];
        Arrays.fill(rgb, REMOVED.getRGB());
        for (int row = 0; row < array.rows(); row++) {
            int pixel = array.rowPixels()[row];
            if (pixel >= 0) {
                rgb[pixel] = (pruned[row][neuron] ? PRUNED : colour(weights[row][neuron])).getRGB();
            }
        }
        int side = Math.max(array.imageWidth(), array.imageHeight());
        BufferedImage tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                int column = x * side / TILE;
                int line = y * side / TILE;
                if (column < array.imageWidth() && line < array.imageHeight()) {
                    tile.setRGB(x, y, rgb[line * array.imageWidth() + column]);
                }
            }
        }
        return tile;
    }

    private Color colour(float weight) {
        float strength = Math.min(1, Math.abs(weight) / most);
        Color end = weight < 0 ? LOW : HIGH;
        return new Color(
                mix(ZERO.getRed(), end.getRed(), strength),
                mix(ZERO.getGreen(), end.getGreen(), strength),
                mix(ZERO.getBlue(), end.getBlue(), strength));
    }

    private static int mix(int from, int to, float share) {
        return Math.round(from + (to - from) * share);
    }
}
