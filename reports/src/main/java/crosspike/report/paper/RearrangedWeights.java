package crosspike.report.paper;

import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.Figure;
import crosspike.report.Style;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The weights of every neuron laid out as the image it looks at, white for 0. Plans have to keep their runs and to tell them
 * apart by variants named {@code network}.
 *
 * @param sets plans whose runs are drawn, a line each, and the images they were trained on
 */
public record RearrangedWeights(Map<String, String> sets) implements PaperFigure {
    private static final int SIDE = 336; // three and the gaps between them are as wide as the page
    private static final int GAP = 16;
    private static final int HEAD = 24;

    public RearrangedWeights {
        sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    }

    private record Panel(String title, BufferedImage image) {}

    @Override
    public List<String> plans() {
        return List.copyOf(sets.keySet());
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Figure> pictures = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        for (String plan : plans()) {
            List<Panel> panels = new ArrayList<>();
            String set = sets.get(plan);
            for (Row row : evidence.rows(plan)) {
                String network = evidence.label(plan, row, "network");
                panels.add(new Panel(network, image(evidence.run(plan, row))));
                found.add(Found.exact(
                        set + ", " + network + ", connectivity",
                        "%",
                        100 * evidence.value(plan, row, "connections") / evidence.value(plan, row, "weights")));
            }
            pictures.add(new Figure(
                    evidence.file() + "-" + set.toLowerCase(Locale.ROOT),
                    evidence.title() + ", " + set,
                    Math.max(1, panels.size()) * (SIDE + GAP) - GAP,
                    SIDE + HEAD,
                    g -> paint(g, panels)));
        }
        return new Drawing(pictures, found);
    }

    private static void paint(Graphics2D g, List<Panel> panels) {
        int x = 0;
        for (Panel panel : panels) {
            Style.text(g, panel.title(), Style.TEXT, Style.INK, x, 16, 0);
            g.drawImage(panel.image(), x, HEAD, SIDE, SIDE, null);
            x += SIDE + GAP;
        }
    }

    /** Neurons in a square of images, the strongest weight of the network black. */
    private static BufferedImage image(RunDirectory run) {
        ArrayLayout array = run.array();
        float[][] siemens = run.conductance();
        float highest = 0;
        for (float[] row : siemens) {
            for (float one : row) highest = Math.max(highest, one);
        }
        int across = (int) Math.ceil(Math.sqrt(array.outputs()));
        int side = across * array.imageWidth();
        BufferedImage image = new BufferedImage(side, across * array.imageHeight(), BufferedImage.TYPE_INT_RGB);
        double range = Math.max(highest - array.minSiemens(), Double.MIN_NORMAL);
        for (int neuron = 0; neuron < array.outputs(); neuron++) {
            int left = neuron % across * array.imageWidth();
            int top = neuron / across * array.imageHeight();
            for (int row = 0; row < array.rows(); row++) {
                double weight = Math.min(1, Math.max(0, (siemens[row][neuron] - array.minSiemens()) / range));
                int pixel = array.rowPixels()[row];
                int shade = (int) Math.round(255 * (1 - weight));
                image.setRGB(
                        left + pixel % array.imageWidth(),
                        top + pixel / array.imageWidth(),
                        new Color(shade, shade, shade).getRGB());
            }
        }
        return image;
    }
}
