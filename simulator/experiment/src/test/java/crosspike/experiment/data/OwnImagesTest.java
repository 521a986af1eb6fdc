package crosspike.experiment.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.data.Listing.State;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.ImageSet;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets that users bring along. */
class OwnImagesTest {
    @TempDir
    Path folder;

    private Path from;
    private Datasets datasets;

    @BeforeEach
    void prepare() throws IOException {
        from = Files.createDirectories(folder.resolve("from"));
        datasets = new Datasets(Catalogue.SOURCES, folder.resolve("cache"), folder, "");
    }

    @Test
    void idxFilesHaveAsManyClassesAsTheirLabelsSay() throws IOException {
        TinyFiles.write(from);
        assertEquals(State.PRESENT, add("mine", Optional.empty(), false).state());
        Dataset mine = datasets.read("mine");
        assertEquals(3, mine.training().classes());
        assertEquals(TinyFiles.SHA256, mine.sha256());
        assertEquals("mine", datasets.list().get(Catalogue.SOURCES.size()).name());
    }

    @Test
    void imagesInFoldersAreGreyAndMixedAndClassesAreNumberedByName() throws IOException {
        for (int i = 0; i < 20; i++) {
            image("train/cat/" + i + ".png", BufferedImage.TYPE_INT_RGB, 0xff0000, 2, 1);
            image("train/dog/" + i + ".PNG", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 2, 1);
        }
        image("test/dog/a.png", BufferedImage.TYPE_BYTE_INDEXED, 0xffffff, 2, 1);
        Files.writeString(from.resolve("test/dog/notes.txt"), "no image");
        add("pets", Optional.empty(), false);
        ImageSet training = datasets.read("pets").training();
        assertEquals(List.of(2, 2, 1), List.of(training.classes(), training.width(), training.height()));
        assertArrayEquals(new byte[] {0, (byte) (training.labels()[0] == 0 ? 76 : 255)}, training.pixels()[0]);
        String labels = new String(training.labels(), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(labels.matches("\0+\1+"), "classes one after the other are no good to learn from");
        ImageSet test = datasets.read("pets").test();
        assertArrayEquals(new byte[] {0, (byte) 255}, test.pixels()[0], "of a palette, its colours");
        assertEquals(1, test.labels()[0]);
        assertEquals(List.of("cat", "dog"), Files.readAllLines(folder.resolve("cache/pets/classes.txt")));
    }

    @Test
    void levelsOfSixteenBitsAreScaledAndWhiteGroundsInverted() throws IOException {
        image("train/0/a.png", BufferedImage.TYPE_USHORT_GRAY, 0xffffff, 2, 1);
        image("test/0/a.png", BufferedImage.TYPE_USHORT_GRAY, 0xffffff, 2, 1);
        add("deep", Optional.empty(), true);
        assertArrayEquals(
                new byte[] {(byte) 255, 0}, datasets.read("deep").test().pixels()[0]);
    }

    @Test
    void imagesOfOtherSizesAreRefusedOrResized() throws IOException {
        image("train/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 2, 1);
        image("train/0/b.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 4, 2);
        image("test/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 4, 2);
        assertError(
                from.resolve("train/0/b.png") + " has 4 x 2 pixels; expected 2 x 1 as of the others, or --size 28x28 to"
                        + " resize all",
                Optional.empty());
        add("mine", Optional.of(new Dimension(4, 4)), false);
        assertEquals(16, datasets.read("mine").training().pixels()[1].length);
    }

    @Test
    void imagesOfTheTestHaveTheSizeOfThoseOfTraining() throws IOException {
        image("train/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 2, 1);
        image("test/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 4, 2);
        assertError(
                from.resolve("test") + " has images of 4 x 2 pixels; expected 2 x 1 as in " + from.resolve("train")
                        + "; --size 28x28 resizes those of folders",
                Optional.empty());
    }

    @Test
    void anImageThatIsTooLargeIsToldByItsFolder() throws IOException {
        image("train/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 4097, 1);
        image("test/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 4097, 1);
        assertError(
                from.resolve("train")
                        + " has images of 4097 x 1 pixels; expected sides of 1 to 4096; --size 28x28 makes"
                        + " those of folders smaller",
                Optional.empty());
    }

    @Test
    void coloursOfPrintingInksAreRefused() throws IOException {
        image("train/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 8, 8);
        Path inks = from.resolve("train/0/b.jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(inks.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null), null, null));
        } finally {
            writer.dispose();
        }
        image("test/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 8, 8);
        String message = assertThrows(UserError.class, () -> add("wrong", Optional.empty(), false))
                .getMessage();
        assertTrue(
                message.startsWith(inks + " is no JPEG image that can be read: "), message); // then as Java or we say
    }

    /** Ink on a transparent ground, as drawing programs save it, has the level of its ground: all such images are alike. */
    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_BINARY})
    void transparentPixelsAreRefused(int type) throws IOException {
        byte[] inkAndGround = {0, 0};
        byte[] alpha = {0, (byte) 255};
        Path ink = Files.createDirectories(from.resolve("train/0")).resolve("a.png");
        BufferedImage image = type == BufferedImage.TYPE_INT_ARGB
                ? new BufferedImage(2, 1, type)
                : new BufferedImage(
                        2, 1, type, new IndexColorModel(1, 2, inkAndGround, inkAndGround, inkAndGround, alpha));
        image.setRGB(1, 0, 0xff000000);
        ImageIO.write(image, "png", ink.toFile());
        image("test/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 2, 1);
        assertError(
                ink
                        + " has transparent pixels, whose grey level is unknown; expected an opaque image: lay it on a black"
                        + " or white ground",
                Optional.empty());
    }

    @Test
    void imagesThatCouldBeTransparentButAreNotAreTaken() throws IOException {
        for (String part : List.of("train", "test")) {
            Path file = Files.createDirectories(from.resolve(part + "/0")).resolve("a.png");
            BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
            image.setRGB(0, 0, 0xff000000);
            image.setRGB(1, 0, 0xffffffff);
            ImageIO.write(image, "png", file.toFile());
        }
        add("opaque", Optional.empty(), false);
        assertArrayEquals(
                new byte[] {0, (byte) 255}, datasets.read("opaque").test().pixels()[0]);
    }

    /** Of another format, say: a class would be missing in silence. */
    @Test
    void aClassWithoutImagesIsAMistake() throws IOException {
        image("train/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 2, 1);
        image("train/1/a.bmp", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 2, 1);
        image("test/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 2, 1);
        assertError(
                from.resolve("train/1") + " has no images; expected .png or .jpg files, or no such folder",
                Optional.empty());
    }

    @Test
    void tablesHaveImagesOfAnySize() throws IOException {
        String line = "1" + ",7".repeat(200 * 100) + "\n";
        Files.writeString(from.resolve("train.csv"), line);
        Files.writeString(from.resolve("test.csv"), line);
        add("large", Optional.of(new Dimension(200, 100)), false);
        assertEquals(100, datasets.read("large").test().height());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label,a,b,c,d\n2,0,1,2,255\n",
                "2,0,1,2,255\n",
                "2,0.0,1.0,2,255\n\n",
                "\ufeff2,0,1,2,255\n",
                "0,1,2,3,4\n2,0,1,2,255\n"
            })
    void tablesHaveALabelAndPixelsInEachLine(String text) throws IOException {
        Files.writeString(from.resolve("train.csv"), text);
        Files.writeString(from.resolve("test.csv"), text);
        add("table", Optional.empty(), false);
        ImageSet training = datasets.read("table").training();
        assertEquals(1, training.size());
        assertEquals(2, training.width());
        assertArrayEquals(new byte[] {0, 1, 2, (byte) 255}, training.pixels()[0]);
        assertEquals(2, training.labels()[0]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,0,1,2       | train.csv has 3 pixels in a line, which make no image of equal sides; expected a label first, and --size WxH of the images
            1,0,1,2,256   | train.csv, line 1 has the pixel "256"; expected a whole number from 0 to 255
            1,0,1,2,0.5   | train.csv, line 1 has the pixel "0.5"; expected a whole number from 0 to 255
            128,0,1,2,3   | train.csv, line 1 has the label "128"; expected a whole number from 0 to 127
            1,0,1,2,3/1,2 | train.csv, line 2 has 2 cells; expected a label and 4 pixels
            1;0;1;2;3     | train.csv has one cell in a line; expected a label and pixels with commas between them
            label,0,1,2,3 | train.csv has no images; expected a label and pixels in each line
            """)
    void mistakesInTablesAreToldWithTheirLine(String line, String message) throws IOException {
        Files.writeString(from.resolve("train.csv"), line.replace('/', '\n') + "\n");
        Files.writeString(from.resolve("test.csv"), "1,0,1,2,3\n");
        assertError(from + "/" + message, Optional.empty());
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsLeft() throws IOException {
        assertError(
                from
                        + " has no train and no train.csv; expected the four IDX files, or train and test: folders with one"
                        + " folder of images for each class, or train.csv and test.csv with a label and pixels in each line",
                Optional.empty());
        image("train/0/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 2, 1);
        image("test/1/a.png", BufferedImage.TYPE_BYTE_GRAY, 0xffffff, 2, 1);
        assertError(from.resolve("test/1") + " is of a class without training images; expected 0", Optional.empty());
        try (var left = Files.list(folder.resolve("cache"))) {
            assertEquals(0, left.count());
        }
    }

    /** A link to itself stands for what may not be entered: who runs the tests may enter every folder. */
    @Test
    void whatMayNotBeSeenIsNotTakenForMissing() throws IOException {
        Path loop = Files.createSymbolicLink(from.resolve("train"), Path.of("train"));
        String message = assertThrows(UserError.class, () -> add("wrong", Optional.empty(), false))
                .getMessage();
        assertTrue(message.startsWith(loop + " cannot be read: "), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mnist      | data set mnist is there already; choose another name, or move it away
            Caltech101 | data set Caltech101 is there already; choose another name, or move it away
            ../mine    | data set "../mine" cannot be added; expected a name of letters, digits, points, hyphens and underscores
            .mine      | data set ".mine" cannot be added; expected a name of letters, digits, points, hyphens and underscores
            """)
    void namesThatAreTakenOrNoneAreRefused(String name, String message) throws IOException {
        TinyFiles.write(from);
        assertEquals(
                message,
                assertThrows(UserError.class, () -> add(name, Optional.empty(), false))
                        .getMessage());
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        TinyFiles.write(from);
        add("mine", Optional.empty(), false);
        assertEquals(
                "data set mine is there already, in " + folder.resolve("cache/mine")
                        + "; choose another name, or move it away",
                assertThrows(UserError.class, () -> add("mine", Optional.empty(), false))
                        .getMessage());
        assertEquals(
                new TreeMap<>(Map.of("0", 2, "1", 2, "2", 1)),
                datasets.list()
                        .get(Catalogue.SOURCES.size())
                        .contents()
                        .orElseThrow()
                        .imagesPerClass());
    }

    @Test
    void whatIsDamagedIsToBeAddedAgain() throws IOException {
        TinyFiles.write(from);
        add("mine", Optional.empty(), false);
        Path labels = folder.resolve("cache/mine/t10k-labels-idx1-ubyte");
        Files.write(labels, new byte[0]);
        String message = assertThrows(UserError.class, () -> datasets.fetch("mine", Optional.empty(), line -> {}))
                .getMessage();
        assertTrue(message.startsWith(labels.toString()), message);
        assertTrue(message.endsWith("; move " + folder.resolve("cache/mine") + " away and add it again"), message);
    }

    private Listing add(String name, Optional<Dimension> size, boolean inverted) {
        return datasets.add(name, new OwnImages(from, size, inverted));
    }

    private void assertError(String message, Optional<Dimension> size) {
        assertEquals(
                message,
                assertThrows(UserError.class, () -> add("wrong", size, false)).getMessage());
    }

    /** Black but for its last column. */
    private void image(String name, int type, int colour, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) image.setRGB(width - 1, y, colour);
        Path file = from.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
