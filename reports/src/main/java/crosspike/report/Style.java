package crosspike.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/** How every figure looks: colours, type and strokes, and text placed by its centre or its ends. */
public final class Style {
    /** Text and axes; the HTML page swaps these three for its own in dark mode. */
    public static final Color INK = new Color(0x1d2530);

    public static final Color MUTED = new Color(0x667085);
    public static final Color GRID = new Color(0xe4e7ec);

    /** The colour of the one thing a figure is about. */
    public static final Color ACCENT = new Color(0x0072b2);

    public static final Color CONTRAST = new Color(0xd55e00);

    /**
     * Told apart with any colour vision: Okabe and Ito, "Color universal design", 2008, with slate for black, and wine and
     * sand of P. Tol, "Colour schemes", SRON/EPS/TN/09-002, 2021.
     */
    static final List<Color> CATEGORIES = List.of(
            ACCENT,
            new Color(0xe69f00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0x56b4e9),
            CONTRAST,
            new Color(0x44505f),
            new Color(0x882255),
            new Color(0xddcc77));

    /** The colour of whatever has none of its own. */
    public static final Color OTHERS = new Color(0xb4bcc9);

    /** Families with the metrics of Arial, so that text in an SVG file is as wide in any viewer as it was measured. */
    static final String SVG_FAMILY = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    private static final String FAMILY = family();

    public static final Font TITLE = new Font(FAMILY, Font.BOLD, 14);
    public static final Font TEXT = new Font(FAMILY, Font.PLAIN, 12);
    public static final Font SMALL = new Font(FAMILY, Font.PLAIN, 11);

    public static final BasicStroke HAIRLINE = new BasicStroke(1f);
    public static final BasicStroke LINE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    public static final BasicStroke DASHES =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5f, 4f}, 0f);

    private Style() {}

    private static String family() {
        List<String> installed =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        return List.of("Liberation Sans", "Arial", "Helvetica").stream()
                .filter(installed::contains)
                .findFirst()
                .orElse(Font.SANS_SERIF);
    }

    public static Color category(int index) {
        return index < CATEGORIES.size() ? CATEGORIES.get(index) : OTHERS;
    }

    public static Color withAlpha(Color color, double alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * alpha));
    }

    /** Width of a text on its own, in CSS pixels. */
    static double widthOf(String text, Font font) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }

    /** A text, or as much of its beginning and its end as there is room for, with an ellipsis between them. */
    static String shortened(String text, Font font, double room) {
        String all = text;
        for (int kept = text.length() - 1; kept > 1 && widthOf(all, font) > room; kept--) {
            all = text.substring(0, kept - kept / 2) + "…" + text.substring(text.length() - kept / 2);
        }
        return all;
    }

    /** Where a text begins, relative to the point it is given: 0 at the point, 0.5 centred on it, 1 ending at it. */
    public static void text(
            Graphics2D g, String text, Font font, Color color, double x, double baseline, double anchor) {
        g.setFont(font);
        g.setColor(color);
        Rectangle2D bounds = font.getStringBounds(text, g.getFontRenderContext());
        g.drawString(text, (float) (x - anchor * bounds.getWidth()), (float) baseline);
    }
}
