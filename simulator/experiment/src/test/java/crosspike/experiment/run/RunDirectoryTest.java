package crosspike.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import crosspike.input.UserError;
import crosspike.spice.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
    @TempDir
    Path folder;

    Path target;

    @BeforeEach
    void nameTarget() {
        target = folder.resolve("runs/tiny");
    }

    private RunDirectory publish() {
        try (RunWriter run = RunDirectory.create(target)) {
            TinyRun.fill(run);
            return run.publish();
        }
    }

    private List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatWasWrittenIsReadBackEqual() {
        RunDirectory run = RunDirectory.open(publish().path());
        assertEquals("seed: 42\n", run.config());
        assertEquals(JsonFiles.write(TinyRun.RESULT), JsonFiles.write(run.result()));
        assertEquals(TinyRun.EPOCHS, run.epochs());
        assertEquals(TinyRun.NEURONS, run.neurons());
        assertEquals(TinyRun.COST, run.cost());
        assertEquals(JsonFiles.write(TinyRun.ARRAY), JsonFiles.write(run.array()));
        assertArrayEquals(TinyRun.CONDUCTANCE, run.conductance());
        assertArrayEquals(TinyRun.PRUNED, run.pruned());
        assertEquals(TinyRun.RASTER, run.raster());
        assertEquals(TinyRun.PROVENANCE, run.provenance());
        assertEquals(Optional.empty(), run.verification());
    }

    @Test
    void columnsAndKeysCarryUnits() throws IOException {
        publish();
        assertTrue(
                Files.readString(target.resolve("raster.csv")).startsWith("sample,label,layer,neuron,time_ms\n0,1,"));
        assertTrue(Files.readString(target.resolve("epochs.csv")).contains("\n4,0.5,NaN,10,3,0\n"));
        assertTrue(Files.readString(target.resolve("neurons.csv"))
                .endsWith("developed_presentation,developed_ms,developed_update,pruned_weights\n"
                        + "0,0,0.75,9,0.5,3,7,21,20,2\n1,-1,0.0,0,NaN,0,,,,0\n"));
        assertTrue(Files.readString(target.resolve("array.json")).contains("\"read_V\": 0.5,"));
        assertTrue(Files.readString(target.resolve("cost.json")).contains("\"area_m2\": 3.5E-12,"));
    }

    @Test
    void theSameRecordsGiveTheSameBytes() throws IOException {
        publish();
        target = folder.resolve("runs/again");
        publish();
        for (String file : RunDirectory.REQUIRED) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("runs/tiny").resolve(file)),
                    Files.readAllBytes(target.resolve(file)),
                    file);
        }
    }

    @Test
    void nothingIsAtTheTargetUntilItIsPublished() throws IOException {
        try (RunWriter run = RunDirectory.create(target)) {
            TinyRun.fill(run);
            assertFalse(Files.exists(target));
            run.publish();
        }
        assertEquals(List.of("tiny"), names(target.getParent()));
    }

    @Test
    void aRunThatIsNotPublishedLeavesNothing() throws IOException {
        try (RunWriter run = RunDirectory.create(target)) {
            run.config("seed: 42\n");
        }
        assertEquals(List.of(), names(folder), "not even the folder that was made for it");
    }

    @Test
    void anIncompleteRunIsNotPublished() {
        try (RunWriter run = RunDirectory.create(target)) {
            run.config("seed: 42\n");
            var e = assertThrows(IllegalStateException.class, run::publish);
            assertEquals("result.json was not written", e.getMessage());
        }
    }

    @Test
    void anExistingTargetIsLeftAlone() {
        publish();
        var e = assertThrows(UserError.class, () -> RunDirectory.create(target));
        assertEquals(target + " exists; choose another --out or remove it", e.getMessage());
        assertEquals(42, RunDirectory.open(target).result().seed());
    }

    @Test
    void aTargetThatAppearsDuringTheRunCostsNoWork() throws IOException {
        RunWriter run = RunDirectory.create(target);
        TinyRun.fill(run);
        Files.createDirectory(target);
        var e = assertThrows(UserError.class, run::publish);
        run.close();
        assertEquals(target + " appeared during the run; the finished run is in " + run.path(), e.getMessage());
        assertEquals(42, RunDirectory.open(run.path()).result().seed());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        var e = assertThrows(UserError.class, () -> RunDirectory.create(file.resolve("run")));
        assertTrue(e.getMessage().contains(file + " is a file, not a folder"), e.getMessage());
        assertTrue(e.getMessage().endsWith("choose another --out"), e.getMessage());

        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));
        assumeFalse(Files.isWritable(locked), "root writes everywhere");
        assertThrows(UserError.class, () -> RunDirectory.create(locked.resolve("run")));
    }

    @Test
    void aDirectoryThatIsNoRunIsNamed() {
        var e = assertThrows(UserError.class, () -> RunDirectory.open(folder));
        assertEquals(folder + " has no result.json; expected a run made by: crosspike run CONFIG", e.getMessage());
        var none = assertThrows(UserError.class, () -> RunDirectory.open(target));
        assertEquals(target + " is not a directory; expected a run made by: crosspike run CONFIG", none.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"config.yaml", "neurons.csv", "cost.json", "conductance_S.npy", "raster.csv", "provenance.json"})
    void aMissingFileIsNamed(String file) throws IOException {
        publish();
        Files.delete(target.resolve(file));
        var e = assertThrows(UserError.class, () -> RunDirectory.open(target));
        assertEquals(target.resolve(file) + " is missing; repeat the run with: crosspike run CONFIG", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"result.json", "cost.json", "array.json", "provenance.json", "epochs.csv", "raster.csv", "pruned.npy"})
    void aDamagedFileIsNamed(String file) throws IOException {
        RunDirectory run = publish();
        byte[] whole = Files.readAllBytes(target.resolve(file));
        Files.write(target.resolve(file), Arrays.copyOf(whole, whole.length - 4));
        var e = assertThrows(UserError.class, () -> {
            run.result();
            run.cost();
            run.array();
            run.provenance();
            run.epochs();
            run.raster();
            run.pruned();
        });
        assertTrue(e.getMessage().startsWith(target.resolve(file).toString()), e.getMessage());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }

    @Test
    void aDamagedFileSaysWhereAndWhatToDo() throws IOException {
        RunDirectory run = publish();
        replaceText("result.json", "\"seed\": 42", "\"seeds\": 42");
        var json = assertThrows(UserError.class, run::result);
        assertEquals(
                target.resolve("result.json") + " is damaged: line 116, the key \"seed\" is missing;"
                        + " repeat the run with: crosspike run CONFIG",
                json.getMessage());

        replaceText("result.json", "\"seeds\": 42", "\"seed\": 42");
        replaceText("result.json", "\"presentations\": 0", "\"presentations\": -1");
        var count = assertThrows(UserError.class, run::result);
        assertTrue(count.getMessage().contains("result.json is damaged: "), count.getMessage());
        assertTrue(count.getMessage().contains("a count is negative"), count.getMessage());

        Files.writeString(target.resolve("cost.json"), "null");
        var nothing = assertThrows(UserError.class, run::cost);
        assertTrue(nothing.getMessage().contains("cost.json is damaged: "), nothing.getMessage());

        Files.writeString(target.resolve("verification.json"), "{}");
        var check = assertThrows(UserError.class, run::verification);
        assertTrue(check.getMessage().endsWith("; check it anew with: crosspike verify " + target), check.getMessage());

        replaceText("epochs.csv", "12,1.5", "12,many");
        var csv = assertThrows(UserError.class, run::epochs);
        assertEquals(
                target.resolve("epochs.csv") + ", line 3: epoch is \"many\"; expected a number;"
                        + " repeat the run with: crosspike run CONFIG",
                csv.getMessage());

        replaceText("raster.csv", "time_ms", "time_s");
        var columns = assertThrows(UserError.class, run::raster);
        assertEquals(
                target.resolve("raster.csv")
                        + ": expected the columns sample,label,layer,neuron,time_ms; found sample,label,layer,neuron,time_s;"
                        + " repeat the run with: crosspike run CONFIG",
                columns.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "result.json | \"test_images\": 4 | \"test_images\": 3 | its confusion matrix does not hold the 3 test images",
                "array.json | \"min_S\": .* | \"min_S\": \"NaN\", | min_S NaN and max_S 3.8E-8 are no range of conductances",
                "array.json | \"outputs\": 2 | \"outputs\": 0 | 0 outputs have no columns of their own among 4",
                "raster.csv | output,(\\d+),\\d+ | output,$1,-3 | no spike is in layer output at -3 ms",
                "raster.csv | output | hidden | no spike is in layer hidden at 4 ms"
            })
    void numbersThatCannotBeAreRefused(String file, String written, String wrong, String told) throws IOException {
        RunDirectory run = publish();
        String whole = Files.readString(target.resolve(file));
        Files.writeString(target.resolve(file), whole.replaceFirst(written, wrong));
        var e = assertThrows(UserError.class, () -> {
            run.result();
            run.raster();
        });
        assertEquals(
                target.resolve(file) + " is damaged: " + told + "; repeat the run with: crosspike run CONFIG",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soon | time_ms is \"soon\"; expected a number",
                "1e999999999 | time_ms is 1E+999999999; expected at most twelve digits before the point"
            })
    void timesOfTheRasterAreNumbersThatCanBe(String wrong, String told) throws IOException {
        RunDirectory run = publish();
        Path raster = target.resolve("raster.csv");
        Files.writeString(raster, Files.readString(raster).replaceFirst("output,(\\d+),\\d+", "output,$1," + wrong));
        var e = assertThrows(UserError.class, run::raster);
        assertEquals(raster + ", line 3: " + told + "; repeat the run with: crosspike run CONFIG", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"12, 4", "'4,0.5,NaN,10,3,0\n12', 0"})
    void aLearningCurveThatWasCutIsRefused(String cut, long last) throws IOException {
        RunDirectory run = publish();
        String whole = Files.readString(target.resolve("epochs.csv"));
        Files.writeString(target.resolve("epochs.csv"), whole.substring(0, whole.indexOf(cut)));
        var e = assertThrows(UserError.class, run::epochs);
        assertEquals(
                target.resolve("epochs.csv") + " is damaged: it ends at image " + last + " of the 12 that were shown;"
                        + " repeat the run with: crosspike run CONFIG",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(?s).* | [1, 2] | expected keys and values",
                "\"outputs\": \\d+ | \"outputs\": \"many\" | the value of outputs is of another kind"
            })
    void valuesOfAnotherKindAreToldByTheirKey(String written, String wrong, String told) throws IOException {
        RunDirectory run = publish();
        String whole = Files.readString(target.resolve("array.json"));
        Files.writeString(target.resolve("array.json"), whole.replaceFirst(written, wrong));
        var e = assertThrows(UserError.class, run::array);
        assertTrue(
                e.getMessage().endsWith(", " + told + "; repeat the run with: crosspike run CONFIG"), e.getMessage());
    }

    @Test
    void totalsThatAreNotTheSumAreRefused() throws IOException {
        RunDirectory run = publish();
        replaceText("cost.json", "\"area_m2\": 3.5E-12", "\"area_m2\": 3.1E-12");
        var e = assertThrows(UserError.class, run::cost);
        assertTrue(e.getMessage().contains("its components do not sum to its totals"), e.getMessage());
    }

    @Test
    void aMatrixOfAnotherShapeThanTheArrayIsRefused() throws IOException {
        RunDirectory run = publish();
        Files.write(target.resolve("conductance_S.npy"), NpyFiles.write(new float[3][5]));
        var e = assertThrows(UserError.class, run::conductance);
        assertTrue(e.getMessage().contains("it is 3 x 5, but array.json says 3 x 4"), e.getMessage());
    }

    @Test
    void numbersThatCannotBeAreRefused() throws IOException {
        RunDirectory run = publish();
        float[][] siemens = run.conductance();
        for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1e-6f}) {
            siemens[2][3] = wrong;
            Files.write(target.resolve("conductance_S.npy"), NpyFiles.write(siemens));
            var cell = assertThrows(UserError.class, run::conductance);
            assertTrue(cell.getMessage().contains("a conductance is " + wrong + " S"), cell.getMessage());
        }
        replaceText("result.json", "\"eq5\": 0", "\"eq5\": 7");
        var accuracy = assertThrows(UserError.class, run::result);
        assertTrue(accuracy.getMessage().contains("an accuracy is not within 0 to 1"), accuracy.getMessage());
    }

    @Test
    void filesThatDoNotFitEachOtherAreRefused() throws IOException {
        RunDirectory run = publish();
        replaceText("raster.csv", "output,1", "output,2");
        var raster = assertThrows(UserError.class, run::raster);
        assertTrue(raster.getMessage().contains("output neuron 2 is not in the array"), raster.getMessage());
        replaceText("result.json", "\"neuron_labels\": [ 0, -1 ]", "\"neuron_labels\": [ 0 ]");
        var labels = assertThrows(UserError.class, run::result);
        assertTrue(labels.getMessage().contains("it labels 1 neurons, but array.json has 2"), labels.getMessage());
        replaceText("array.json", "\"row_pixels\": [ 0, 1, -1 ]", "\"row_pixels\": [ 0, 2, -1 ]");
        var pixels = assertThrows(UserError.class, run::array);
        assertTrue(pixels.getMessage().contains("row_pixels needs a pixel of the image"), pixels.getMessage());
    }

    /** The array is of 2 outputs with a pair each. */
    @ParameterizedTest
    @ValueSource(strings = {"single", "reference-column", "sliced-9-bit", "sliced-0-bit", "triple"})
    void aMappingThatDoesNotFitTheColumnsIsRefused(String mapping) throws IOException {
        RunDirectory run = publish();
        replaceText("array.json", "\"pair\"", "\"" + mapping + "\"");
        var e = assertThrows(UserError.class, run::conductance);
        assertEquals(
                target.resolve("array.json") + " is damaged: mapping \"" + mapping
                        + "\" does not lay 2 outputs on 4 columns; repeat the run with: crosspike run CONFIG",
                e.getMessage());
    }

    /** What is left of a number is a number, too. */
    @Test
    void aRasterThatWasCutWithinItsLastNumberIsRefused() throws IOException {
        RunDirectory run = publish();
        Path raster = target.resolve("raster.csv");
        Files.writeString(raster, Files.readString(raster).replaceFirst("\\d+\n$", "12"));
        var e = assertThrows(UserError.class, run::raster);
        assertEquals(
                raster + " is damaged: its last line does not end; repeat the run with: crosspike run CONFIG",
                e.getMessage());
    }

    @Test
    void aVerificationCanBeAddedAndReplaced() throws IOException {
        RunDirectory run = publish();
        run.writeVerification(new Verification("ngspice", 1, Map.of(), List.of(), List.of(), List.of()));
        run.writeVerification(TinyRun.VERIFICATION);
        assertEquals(Optional.of(TinyRun.VERIFICATION), run.verification());
        assertEquals(RunDirectory.REQUIRED.size() + 1, names(target).size());
    }

    private void replaceText(String file, String from, String to) throws IOException {
        String text = Files.readString(target.resolve(file));
        assertTrue(text.contains(from), text);
        Files.writeString(target.resolve(file), text.replace(from, to));
    }
}
