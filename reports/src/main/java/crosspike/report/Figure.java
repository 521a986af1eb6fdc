package crosspike.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One drawing, as PNG and as SVG. The same figure gives the same bytes.
 *
 * @param name of its files and of its element in the page
 * @param title what it shows, in a few words
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param painter paints it on a transparent ground
 */
public record Figure(String name, String title, int width, int height, Consumer<Graphics2D> painter) {
    /** Pixels of a PNG for each CSS pixel: sharp on dense screens and in print. */
    static final int PNG_SCALE = 2;

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    /** An image file on white ground. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(PNG_SCALE, PNG_SCALE);
        painter.accept(g);
        g.dispose();
        return encode(image);
    }

    /** A file of its own. */
    public String svg() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svgElement() + "\n";
    }

    /** An element for the page, in the colours of the page. */
    String inlineSvg() {
        return svgElement()
                .replace(rgb(Style.INK), "var(--ink)")
                .replace(rgb(Style.MUTED), "var(--muted)")
                .replace(rgb(Style.GRID), "var(--grid)");
    }

    private static String rgb(Color color) {
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }

    private String svgElement() {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment(null);
            context.setPrecision(2);
            context.setImageHandler(new EmbeddedPng());
            context.setIDGenerator(new PrefixedIds(name));
            SVGGraphics2D g = new SVGGraphics2D(context, false);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            painter.accept(g);
            Element root = g.getRoot();
            root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
            root.setAttributeNS(null, "width", Integer.toString(width));
            root.setAttributeNS(null, "height", Integer.toString(height));
            root.setAttributeNS(null, "role", "img");
            root.setAttributeNS(null, "aria-label", title);
            root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:xlink", XLINK);
            StringWriter text = new StringWriter();
            g.stream(root, text, false, false);
            String svg = text.toString();
            return svg.substring(svg.indexOf("<svg"))
                    .strip()
                    .replace("genericDefs", name + "-defs")
                    .replaceAll("font-family=\"[^\"]*\"", "font-family=\"" + Style.SVG_FAMILY + "\"");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encode(RenderedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // in memory: otherwise ImageIO wants a temporary folder that can be written
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Identifiers that stay unique when several figures share a page. */
    private static final class PrefixedIds extends SVGIDGenerator {
        private final String figure;

        PrefixedIds(String figure) {
            this.figure = figure;
        }

        @Override
        public String generateID(String prefix) {
            return figure + "-" + super.generateID(prefix);
        }
    }

    /** Writes images into the SVG itself, with their pixels kept sharp. */
    private static final class EmbeddedPng extends DefaultImageHandler {
        @Override
        public void handleHREF(Image image, Element element, SVGGeneratorContext context) {
            handleHREF((RenderedImage) image, element, context); // every image painted here is a BufferedImage
        }

        @Override
        public void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context) {
            element.setAttributeNS(
                    XLINK,
                    "xlink:href",
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(encode(image)));
            element.setAttributeNS(null, "style", "image-rendering:pixelated");
        }
    }
}
