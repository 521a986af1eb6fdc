package crosspike.experiment.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.data.Listing.State;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoSourceTest {
    private static final Photographs.Protocol PROTOCOL =
            new Photographs.Protocol(List.of("airplanes", "wrench"), 9, true);

    private final PhotoSource photos = new PhotoSource(
            "photos", "photos", "Categories", Map.of("airplanes", "Side_2"), PROTOCOL, Catalogue.BY_HAND);

    @TempDir
    Path folder;

    private Path from;
    private Path cache;

    @BeforeEach
    void writePhotos() throws IOException {
        from = folder.resolve("from");
        cache = folder.resolve("cache");
        jpeg("airplanes", "image_0001.jpg");
        jpeg("airplanes", "image_0002.JPG");
        jpeg("wrench", "image_0001.jpeg");
        Files.writeString(from.resolve("Categories/wrench/tmp"), "left over");
        Files.createDirectories(from.resolve("Categories/empty"));
    }

    @Test
    void photosAreCountedPerCategoryAndCopied() {
        var expected = new TreeMap<>(Map.of("airplanes", 2, "wrench", 1));
        Listing listing = fetch(from);
        assertEquals(State.PRESENT, listing.state());
        assertEquals(expected, listing.contents().orElseThrow().imagesPerClass());
        assertFalse(Files.exists(cache.resolve("photos/Categories/wrench/tmp")));
    }

    @Test
    void theFolderOfTheCategoriesItselfWillDo() {
        assertEquals(
                3, fetch(from.resolve("Categories")).contents().orElseThrow().images());
    }

    @Test
    void anotherFolderIsRefused() {
        assertError(folder + " has no folder Categories; expected the unpacked photos archive", folder);
    }

    @Test
    void aFileThatIsNoJpegIsNamed() throws IOException {
        Path wrong = Files.writeString(from.resolve("Categories/wrench/x.jpg"), "GIF89a");
        assertError(wrong + " is no JPEG file; expected one by its name", from);
        assertFalse(Files.exists(cache.resolve("photos")));
    }

    @Test
    void aFolderWithoutPhotosIsRefused() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("other/Categories"));
        assertError(empty + " has no category; expected one folder of JPEG files (.jpg) for each", empty.getParent());
    }

    @Test
    void withoutAFolderTheUserIsToldToNameOne() {
        var e = assertThrows(UserError.class, () -> datasets().fetch("photos", Optional.empty(), command -> {}));
        assertEquals(
                "data set photos cannot be fetched: no source is known that a program can download it from; with its"
                        + " files in a folder, type: crosspike data fetch photos --from FOLDER",
                e.getMessage());
    }

    @Test
    void annotationsComeAlongAndOnlyTheyDo() throws IOException {
        Path annotations = Files.createDirectories(from.resolve("Annotations/wrench"));
        Files.writeString(annotations.resolve("annotation_0001.mat"), "x");
        Files.writeString(annotations.resolve("notes.txt"), "x");
        fetch(from);
        assertEquals(
                List.of("annotation_0001.mat"),
                List.of(cache.resolve("photos/Annotations/wrench").toFile().list()));
    }

    @Test
    void aPhotographThatCannotBeReadIsNamed() {
        fetch(from);
        var e = assertThrows(UserError.class, () -> datasets().read("photos"));
        assertTrue(
                e.getMessage()
                        .startsWith(cache.resolve("photos/Categories/airplanes/image_0001.jpg") + " is no JPEG image"),
                e.getMessage());
    }

    @Test
    void aMissingCategoryIsNamed() throws IOException {
        Files.delete(from.resolve("Categories/wrench/image_0001.jpeg"));
        Files.delete(from.resolve("Categories/wrench/tmp"));
        Files.delete(from.resolve("Categories/wrench"));
        var e = assertThrows(UserError.class, () -> photos.read(from));
        assertEquals(
                from.resolve("Categories") + " has no category wrench; expected all of airplanes, wrench",
                e.getMessage());
    }

    private Datasets datasets() {
        return new Datasets(List.of(photos), cache, folder, "");
    }

    private Listing fetch(Path origin) {
        return datasets().fetch("photos", Optional.of(origin), command -> {});
    }

    private void jpeg(String category, String name) throws IOException {
        Path file = from.resolve("Categories").resolve(category).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0});
    }

    private void assertError(String message, Path origin) {
        assertEquals(message, assertThrows(UserError.class, () -> fetch(origin)).getMessage());
    }
}
