package crosspike.experiment.data;

import crosspike.input.Unreadable;
import crosspike.input.UserError;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A grey image.
 *
 * @param levels {@code [row][column]}, 0 (black) to 255
 */
record GreyImage(float[][] levels) {
    /** What Java's decoder warns of where the rest of a file is missing; it makes the rest of the image grey. */
    private static final Pattern CUT_OFF = Pattern.compile("^(Truncated File|Corrupt JPEG data)");

    /**
     * The grey levels of a JPEG file: 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), as OpenCV converts.
     *
     * @param file for messages
     * @throws UserError if it is no image, or only a part of one
     */
    static GreyImage read(byte[] jpeg, Path file) {
        BufferedImage image;
        List<String> warnings = new ArrayList<>();
        try {
            image = decoded(jpeg, warnings);
        } catch (IOException | RuntimeException e) { // the decoder throws both for broken files
            throw new UserError(file + " is no JPEG image that can be read: " + e.getMessage(), e);
        }
        if (image == null) {
            throw new UserError(file + " is no JPEG image that can be read");
        }
        warnings.stream()
                .filter(warning -> CUT_OFF.matcher(warning).find())
                .findFirst()
                .ifPresent(warning -> {
                    throw new UserError(file + " is no JPEG image that can be read: " + warning);
                });
        int colours = image.getColorModel().getColorSpace().getType();
        if (colours != ColorSpace.TYPE_RGB
                && colours != ColorSpace.TYPE_GRAY) { // newer versions of Java decode these, too
            throw new UserError(
                    file + " is no JPEG image that can be read: its colours are inks (CMYK); expected grey levels,"
                            + " or red, green and blue");
        }
        return of(image.getRaster(), 1); // getRGB would bend the levels of grey files
    }

    /** @param unit what one of 255 levels is in the raster */
    private static GreyImage of(Raster raster, int unit) {
        boolean coloured = raster.getNumBands() >= 3;
        float[][] levels = new float[raster.getHeight()][raster.getWidth()];
        for (int y = 0; y < levels.length; y++) {
            for (int x = 0; x < levels[y].length; x++) {
                levels[y][x] = coloured
                        ? (299 * raster.getSample(x, y, 0)
                                        + 587 * raster.getSample(x, y, 1)
                                        + 114 * raster.getSample(x, y, 2))
                                / 1000f
                        : raster.getSample(x, y, 0);
                levels[y][x] /= unit;
            }
        }
        return new GreyImage(levels);
    }

    /**
     * The grey levels of a PNG or JPEG file, whatever its colours and bits.
     *
     * @throws UserError if it is no image, only a part of one, or not opaque
     */
    static GreyImage read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
        try {
            if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) return read(bytes, file);
            BufferedImage image = decoded(bytes, new ArrayList<>());
            if (image == null) throw new UserError(file + " is no PNG or JPEG image that can be read");
            if (image.getColorModel() instanceof IndexColorModel palette) {
                image = palette.convertToIntDiscrete(image.getRaster(), false);
            }
            requireOpaque(image, file);
            Raster raster = image.getRaster();
            return of(raster, raster.getSampleModel().getSampleSize(0) > 8 ? 257 : 1);
        } catch (IOException | RuntimeException e) {
            if (e instanceof UserError said) throw said;
            throw new UserError(file + " is no PNG or JPEG image that can be read: " + e.getMessage(), e);
        }
    }

    /** What shines through is not in the file: ink on a transparent ground would be black on black. */
    private static void requireOpaque(BufferedImage image, Path file) {
        Raster alpha = image.getAlphaRaster();
        if (alpha == null) return;
        int opaque = (1 << alpha.getSampleModel().getSampleSize(0)) - 1;
        int[] samples = alpha.getSamples(0, 0, alpha.getWidth(), alpha.getHeight(), 0, (int[]) null);
        if (Arrays.stream(samples).anyMatch(sample -> sample < opaque)) {
            throw new UserError(file + " has transparent pixels, whose grey level is unknown; expected an opaque image:"
                    + " lay it on a black or white ground");
        }
    }

    /** Null if no decoder knows the format. */
    private static BufferedImage decoded(byte[] file, List<String> warnings) throws IOException {
        // in memory: otherwise ImageIO wants a temporary folder that can be written
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) return null;
            ImageReader reader = readers.next();
            try {
                reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
                reader.setInput(stream, true, true);
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    int width() {
        return levels[0].length;
    }

    int height() {
        return levels.length;
    }

    /** The same with everything outside of a contour black. */
    GreyImage masked(ObjectContour contour) {
        boolean[][] inside = contour.filled(width(), height());
        float[][] object = new float[height()][width()];
        for (int y = 0; y < object.length; y++) {
            for (int x = 0; x < object[y].length; x++) {
                object[y][x] = inside[y][x] ? levels[y][x] : 0;
            }
        }
        return new GreyImage(object);
    }

    /**
     * How far each pixel is from the usual level at the border: where nobody says what is background, most of the border is
     * taken for it.
     */
    GreyImage withoutBorderLevel() {
        float background = borderMedian();
        float[][] object = new float[height()][width()];
        for (int y = 0; y < object.length; y++) {
            for (int x = 0; x < object[y].length; x++) {
                object[y][x] = Math.abs(levels[y][x] - background);
            }
        }
        return new GreyImage(object);
    }

    private float borderMedian() {
        float[] border = new float[2 * width() + 2 * height()];
        int count = 0;
        for (int x = 0; x < width(); x++) {
            border[count++] = levels[0][x];
            border[count++] = levels[height() - 1][x];
        }
        for (float[] row : levels) {
            border[count++] = row[0];
            border[count++] = row[row.length - 1];
        }
        Arrays.sort(border);
        return border[count / 2];
    }

    /** Averaged with a 3 x 3 Gaussian kernel, 1-2-1 each way, mirrored at the border as OpenCV does. */
    GreyImage smoothed() {
        float[][] across = new float[height()][width()];
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                float[] row = levels[y];
                across[y][x] = (row[inner(x - 1, width())] + 2 * row[x] + row[inner(x + 1, width())]) / 4;
            }
        }
        float[][] smooth = new float[height()][width()];
        for (int y = 0; y < height(); y++) {
            float[] above = across[inner(y - 1, height())];
            float[] below = across[inner(y + 1, height())];
            for (int x = 0; x < width(); x++) {
                smooth[y][x] = (above[x] + 2 * across[y][x] + below[x]) / 4;
            }
        }
        return new GreyImage(smooth);
    }

    /** Mirrors an index that is one too far: −1 is 1. */
    private static int inner(int index, int size) {
        if (size == 1) return 0;
        if (index < 0) return 1;
        return index < size ? index : size - 2;
    }

    /**
     * Another size, row by row, each pixel the mean of the area it covers: no detail is lost between samples when an image
     * shrinks tenfold.
     */
    byte[] resized(int newWidth, int newHeight) {
        byte[] pixels = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                double mean = mean(
                        (double) x * width() / newWidth,
                        (x + 1.0) * width() / newWidth,
                        (double) y * height() / newHeight,
                        (y + 1.0) * height() / newHeight);
                pixels[y * newWidth + x] = (byte) Math.min(255, Math.round(mean));
            }
        }
        return pixels;
    }

    private double mean(double left, double right, double top, double bottom) {
        double sum = 0;
        for (int y = (int) top; y < Math.min(height(), Math.ceil(bottom)); y++) {
            double high = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) left; x < Math.min(width(), Math.ceil(right)); x++) {
                sum += levels[y][x] * high * (Math.min(right, x + 1) - Math.max(left, x));
            }
        }
        return sum / ((right - left) * (bottom - top));
    }
}
