package crosspike.experiment.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.ImageSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

/** Photographs made here: a bright square on a grey ground, its size different in each. */
class PhotographsTest {
    private static final int GROUND = 90;
    private static final int MANY = 20;
    private static final int FEW = 5;

    @TempDir
    Path folder;

    @BeforeEach
    void writePhotos() throws IOException {
        for (int i = 0; i < MANY; i++) jpeg("big", i, 50 + 2 * i);
        for (int i = 0; i < FEW; i++) jpeg("small", i, 10 + 4 * i);
    }

    @Test
    void fourFifthsOfEachCategoryAreForTrainingAndNoImageIsOnBothSides() throws IOException {
        Dataset data = read(true);
        assertEquals(Map.of(0, 16, 1, 4), distinct(data.training()));
        assertEquals(Map.of(0, 4, 1, 1), distinct(data.test()));
        Set<String> learnt = new TreeSet<>();
        for (byte[] image : data.training().pixels()) learnt.add(Arrays.toString(image));
        for (byte[] image : data.test().pixels()) assertTrue(!learnt.contains(Arrays.toString(image)));
    }

    @Test
    void copiesMakeTrainingCategoriesEqualAndTestCategoriesToo() throws IOException {
        Dataset balanced = read(true);
        assertEquals(Map.of(0, 30, 1, 30), counts(balanced.training()));
        assertEquals(Map.of(0, 4, 1, 4), counts(balanced.test()));
        Dataset natural = read(false);
        assertEquals(Map.of(0, 4, 1, 1), counts(natural.test()));
        assertTrue(Arrays.deepEquals(
                balanced.training().pixels(), natural.training().pixels()));
    }

    @Test
    void theSplitIsTheSameEachTimeAndMixed() throws IOException {
        ImageSet once = read(true).training();
        assertArrayEquals(once.labels(), read(true).training().labels());
        int changes = 0;
        for (int i = 1; i < once.size(); i++) changes += once.labels()[i] == once.labels()[i - 1] ? 0 : 1;
        assertTrue(changes > 10, "categories take turns: " + changes);
    }

    @Test
    void withoutAnnotationsTheLevelOfTheBorderBecomesBlack() throws IOException {
        ImageSet images = read(true).training();
        for (byte[] image : images.pixels()) {
            assertTrue((image[0] & 0xff) <= 4, "JPEG may bend a flat ground by a few levels");
            assertEquals(255 - GROUND, image[14 * 28 + 14] & 0xff, 4, "the middle of the square, likewise");
        }
    }

    @Test
    void annotationsSayWhatIsObjectWhateverItsBrightness() throws IOException {
        for (int i = 0; i < MANY; i++) annotation("big_2", i, 20, 80, 30, 120);
        for (int i = 0; i < FEW; i++) annotation("small", i, 20, 80, 30, 120);
        Dataset data = read(true);
        assertEquals(Set.of("photographs", "annotations"), data.sha256().keySet());
        // 150 x 100 pixels: columns 30 to 120 of 150 are 5.6 to 22.4 of 28, rows 20 to 80 of 100 are 5.6 to 22.4
        byte[] image = data.training().pixels()[0];
        assertEquals(0, image[14 * 28 + 4]);
        assertEquals(0, image[4 * 28 + 14]);
        assertEquals(GROUND, image[7 * 28 + 7] & 0xff, 4, "ground inside of the outline stays");
        assertEquals(255, image[14 * 28 + 14] & 0xff, 4);
    }

    @Test
    void aMissingAnnotationIsNamed() throws IOException {
        annotation("big_2", 0, 20, 80, 30, 120);
        var e = assertThrows(UserError.class, () -> read(true));
        Path annotations = folder.toAbsolutePath().normalize().resolve("Annotations");
        assertEquals(
                annotations.resolve("big_2/annotation_0001.mat") + " is missing; expected an annotation for each"
                        + " photograph, or no folder " + annotations,
                e.getMessage());
    }

    @Test
    void aBrokenAnnotationIsNamed() throws IOException {
        Path file = Files.createDirectories(folder.resolve("Annotations/big_2")).resolve("annotation_0000.mat");
        Files.writeString(file, "not a MATLAB file, but long enough to hold the header of one: ".repeat(4));
        var e = assertThrows(UserError.class, () -> read(true));
        assertTrue(e.getMessage().startsWith(file + " is no annotation that can be read: "), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    /** A length that one bit has made gigabytes is not a machine with too little memory. */
    @Test
    void anAnnotationWithADamagedLengthIsNamed() throws IOException {
        Path file = folder.resolve("one.mat");
        try (Sink sink = Sinks.newStreamingFile(file.toFile())) {
            Mat5.newWriter(sink)
                    .setDeflateLevel(Deflater.NO_COMPRESSION)
                    .writeMat(Mat5.newMatFile().addArray("box_coord", Mat5.newMatrix(1, 4)));
        }
        ByteBuffer mat = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
        int name = new String(mat.array(), StandardCharsets.ISO_8859_1).indexOf("box_coord");
        assertEquals("box_coord".length(), mat.getInt(name - 4));
        mat.putInt(name - 4, Integer.MAX_VALUE - 1); // an array longer than any Java machine makes
        var e = assertThrows(UserError.class, () -> ObjectContour.read(mat.array(), file));
        assertTrue(e.getMessage().startsWith(file + " is no annotation that can be read: "), e.getMessage());
    }

    /** Header and tables of a JPEG file, the rest cut off or overwritten: the decoder fails in several ways. */
    @Test
    void brokenPhotographsAreNamed() throws IOException {
        Path file = folder.resolve("Categories/big/image_0000.jpg");
        byte[] whole = Files.readAllBytes(file);
        for (int at = 2; at < 300; at++) {
            byte[] broken = whole.clone();
            broken[at] = (byte) ~broken[at];
            try {
                GreyImage.read(broken, file);
            } catch (UserError e) {
                assertTrue(e.getMessage().startsWith(file + " is no JPEG image that can be read"), e.getMessage());
            }
        }
        assertThrows(UserError.class, () -> GreyImage.read(Arrays.copyOf(whole, 100), file));
    }

    /** Java's decoder paints the rest of the image grey and only warns. */
    @Test
    void aPhotographThatIsCutOffIsNamed() throws IOException {
        Path file = folder.resolve("Categories/big/image_0000.jpg");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {whole.length * 2 / 3, whole.length * 9 / 10, whole.length - 2}) {
            var e = assertThrows(UserError.class, () -> GreyImage.read(Arrays.copyOf(whole, length), file));
            assertTrue(
                    e.getMessage().startsWith(file + " is no JPEG image that can be read: Truncated File"),
                    e.getMessage());
        }
    }

    @Test
    void aCategoryWithoutEnoughPhotographsIsNamed() throws IOException {
        for (int i = 1; i < FEW; i++) Files.delete(folder.resolve("Categories/small/image_%04d.jpg".formatted(i)));
        var e = assertThrows(UserError.class, () -> read(true));
        assertTrue(
                e.getMessage().endsWith(" has 1 photographs of category small; expected at least 2 of each"),
                e.getMessage());
    }

    @Test
    void anOutlineIsFilledAndItsHolesStayOpen() {
        var bow = new ObjectContour(new double[] {2, 6, 6, 2}, new double[] {2, 2, 5, 5});
        boolean[][] inside = bow.filled(7, 6);
        List<String> rows = new ArrayList<>();
        for (boolean[] row : inside) {
            StringBuilder text = new StringBuilder();
            for (boolean in : row) text.append(in ? '#' : '.');
            rows.add(text.toString());
        }
        assertEquals(List.of(".......", ".####..", ".####..", ".####..", ".......", "......."), rows);
    }

    @Test
    void smoothingIsOneTwoOneEachWayAndKeepsTheMean() {
        float[][] point = new float[5][5];
        point[2][2] = 16;
        float[][] smooth = new GreyImage(point).smoothed().levels();
        assertArrayEquals(new float[] {0, 1, 2, 1, 0}, smooth[1]);
        assertArrayEquals(new float[] {0, 2, 4, 2, 0}, smooth[2]);
        float[][] flat =
                new GreyImage(new float[][] {{7, 7, 7}, {7, 7, 7}}).smoothed().levels();
        assertArrayEquals(new float[][] {{7, 7, 7}, {7, 7, 7}}, flat);
    }

    @Test
    void aResizedPixelIsTheMeanOfTheAreaItCovers() {
        var image = new GreyImage(new float[][] {{0, 30, 60}, {90, 120, 150}});
        // columns 0 to 1.5 and 1.5 to 3: (0 + 30/2)/1.5 = 10 and (30/2 + 60)/1.5 = 50
        assertArrayEquals(new byte[] {10, 50, 100, (byte) 140}, image.resized(2, 2));
    }

    private Dataset read(boolean balancedTest) {
        return new PhotoSource(
                        "photos",
                        "photos",
                        "Categories",
                        Map.of("big", "big_2"),
                        new Photographs.Protocol(List.of("big", "small"), 30, balancedTest),
                        Catalogue.BY_HAND)
                .read(folder);
    }

    private static Map<Integer, Integer> counts(ImageSet images) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (byte label : images.labels()) counts.merge((int) label, 1, Integer::sum);
        return counts;
    }

    private static Map<Integer, Integer> distinct(ImageSet images) {
        Map<Integer, Set<String>> seen = new TreeMap<>();
        for (int i = 0; i < images.size(); i++) {
            seen.computeIfAbsent((int) images.labels()[i], label -> new TreeSet<>())
                    .add(Arrays.toString(images.pixels()[i]));
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        seen.forEach((label, set) -> counts.put(label, set.size()));
        return counts;
    }

    private void jpeg(String category, int number, int side) throws IOException {
        var image = new BufferedImage(150, 100, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 150; x++) {
                boolean lit = Math.abs(x - 75) <= side / 2 && Math.abs(y - 50) <= side / 2;
                image.setRGB(x, y, lit ? 0xffffff : GROUND * 0x010101);
            }
        }
        Path file = folder.resolve("Categories").resolve(category).resolve("image_%04d.jpg".formatted(number));
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "jpg", file.toFile());
    }

    /** A rectangle, from its own box. */
    private void annotation(String category, int number, int top, int bottom, int left, int right) throws IOException {
        Matrix box = Mat5.newMatrix(1, 4);
        int[] sides = {top, bottom, left, right};
        for (int i = 0; i < 4; i++) box.setDouble(i, sides[i]);
        Matrix contour = Mat5.newMatrix(2, 4);
        int[] xs = {0, right - left, right - left, 0};
        int[] ys = {0, 0, bottom - top, bottom - top};
        for (int i = 0; i < 4; i++) {
            contour.setDouble(0, i, xs[i]);
            contour.setDouble(1, i, ys[i]);
        }
        Path file = folder.resolve("Annotations").resolve(category).resolve("annotation_%04d.mat".formatted(number));
        Files.createDirectories(file.getParent());
        Mat5File mat = Mat5.newMatFile();
        mat.addArray("box_coord", box);
        mat.addArray("obj_contour", contour);
        Mat5.writeToFile(mat, file.toFile());
    }
}
