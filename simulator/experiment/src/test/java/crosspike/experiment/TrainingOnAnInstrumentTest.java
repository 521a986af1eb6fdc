package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.calibration.StepFit;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.UserError;
import crosspike.instrument.Instrument;
import crosspike.instrument.InstrumentReport;
import crosspike.instrument.LoggedSteps;
import crosspike.instrument.Window;
import crosspike.instrument.emulator.Emulator;
import crosspike.instrument.emulator.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingOnAnInstrumentTest {
    private static final int ROWS = 37; // 36 pixels and the bias
    private static final int COLUMNS = 12;
    private static final List<String> RESULTS = List.of(
            "result.json", "epochs.csv", "neurons.csv", "cost.json", "conductance_S.npy", "pruned.npy", "raster.csv");

    private static final String FEW = "data={training: 40, labelling: 20, test: 20}";

    @TempDir
    Path folder;

    private static Emulator emulator(Faults faults, String... overrides) {
        ExperimentConfig config = TinyExperiment.config(overrides);
        return Emulator.start(
                "127.0.0.1",
                0,
                new EmulatedCells(config.device().sheet(), 1, true, 0, 0).array(ROWS, COLUMNS),
                faults,
                new Emulator.Options("made-up", 1, 300, 0));
    }

    private RunDirectory run(String name, String... overrides) {
        return Experiment.run(
                TinyExperiment.config(overrides), TinyExperiment.data(), folder.resolve(name), 2, Progress.SILENT);
    }

    private String[] on(String address, String log, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "crossbar.backend=instrument",
                "crossbar.instrument.address=\"" + address + "\"",
                "crossbar.instrument.timeout=200 ms",
                "crossbar.instrument.retries=50",
                "crossbar.instrument.log=\"" + folder.resolve(log) + "\""));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void assertSameResults(RunDirectory expected, RunDirectory found) throws IOException {
        for (String file : RESULTS) {
            assertArrayEquals(
                    Files.readAllBytes(expected.path().resolve(file)),
                    Files.readAllBytes(found.path().resolve(file)),
                    file);
        }
    }

    @Test
    void aNetworkTrainedThroughTheSocketIsThatOfTheModelAndSoIsItsReplay() throws IOException {
        RunDirectory alone = run("alone", FEW);
        RunDirectory there;
        try (Emulator emulator = emulator(Faults.none())) {
            there = run("there", on(emulator.address(), "one.log", FEW));
            assertFalse(emulator.outputs());
            assertArrayEquals(there.conductance(), emulator.conductances());
            ExperimentConfig config = TinyExperiment.config(on(emulator.address(), "one.log", FEW));
            assertTrue(WiredRead.of(there, config).isEmpty(), "the wires of an instrument are not known");
        }
        assertSameResults(alone, there);
        InstrumentReport report = there.instrument().orElseThrow();
        assertEquals(0, report.changes().worst());
        assertEquals(1, report.connections());
        assertTrue(report.changes().count() > 300, report::toString);

        RunDirectory again = run("again", on("replay:" + folder.resolve("one.log"), "two.log", FEW));
        assertSameResults(alone, again);
        UserError other = assertThrows(
                UserError.class,
                () -> run("other", on("replay:" + folder.resolve("one.log"), "three.log", FEW, "seed=2")));
        assertTrue(other.getMessage().contains("expected the log of a run with the same config"), other.getMessage());
        assertTrue(
                other.getMessage()
                        .matches(".*, line \\d+: the log has .*:ARR:COL:PLAC 1,.* would have .*:ARR:COL:PLAC 1,.*"),
                () -> "the first difference, not what ends a run: " + other.getMessage());
    }

    /** The log of the emulator, had it been an instrument of a lab, for which the run was allowed. */
    @Test
    void aReplayOfRealHardwareDrivesNothingAndNeedsNoPermission() throws IOException {
        String[] few = {FEW, "crossbar.instrument.profile=smu-matrix", "crossbar.instrument.columns=3"};
        RunDirectory there;
        try (Emulator emulator = emulator(Faults.none())) {
            there = run("there", on(emulator.address(), "one.log", few));
        }
        Path log = folder.resolve("one.log");
        String text = Files.readString(log);
        assertTrue(text.contains(Instrument.EMULATOR_IDENTITY), text);
        Files.writeString(log, text.replace(Instrument.EMULATOR_IDENTITY, "KEITHLEY INSTRUMENTS,MODEL 2450"));
        RunDirectory again = run("again", on("replay:" + log, "two.log", few));
        assertSameResults(there, again);
        assertTrue(again.instrument().orElseThrow().identity().startsWith("KEITHLEY"), "as the log says");
    }

    @Test
    void linesAreARangeCountedFromZero() {
        for (String range : List.of("3-7", "3 - 7")) {
            ExperimentConfig config =
                    TinyExperiment.config(on("127.0.0.1", "one.log", "crossbar.instrument.columns=" + range));
            assertEquals(new Window(0, 20, 3, 5), config.crossbar().instrument().window(20, 10), range);
        }
        UserError open = assertThrows(
                UserError.class,
                () -> TinyExperiment.config(on("127.0.0.1", "one.log", "crossbar.instrument.columns=\"6-\"")));
        assertEquals(
                "crossbar.instrument.columns (--set crossbar.instrument.columns) is \"6-\"; expected a range of lines such as"
                        + " 0-9, counted from 0",
                open.getMessage());
    }

    @Test
    void droppedLinksAndWrongAnswersChangeNothing() throws IOException {
        RunDirectory alone = run("alone", FEW);
        try (Emulator emulator =
                emulator(Faults.parse("drop-before=0.004,drop-after=0.004,garbled=0.004,error=0.002", 1))) {
            RunDirectory there = run("there", on(emulator.address(), "one.log", FEW));
            assertSameResults(alone, there);
            assertTrue(there.instrument().orElseThrow().failures() > 5, "faults were injected");
            assertFalse(emulator.outputs());
        }
    }

    @Test
    void someNeuronsOnTheInstrumentAndTheOthersInTheModelAreOneNetwork() throws IOException {
        RunDirectory alone = run("alone", FEW);
        try (Emulator emulator = emulator(Faults.none())) {
            RunDirectory there =
                    run("there", on(emulator.address(), "one.log", FEW, "crossbar.instrument.columns=3-7"));
            assertSameResults(alone, there);
            InstrumentReport report = there.instrument().orElseThrow();
            assertEquals(3, report.firstColumn());
            assertEquals(5, report.writes().size());
        }
    }

    @Test
    void verifiedWritesAreThoseOfTheModel() throws IOException {
        String[] verified = {"programming.scheme=write-verify", "data={training: 30, labelling: 20, test: 20}"};
        RunDirectory alone = run("alone", verified);
        try (Emulator emulator = emulator(Faults.none())) {
            assertSameResults(alone, run("there", on(emulator.address(), "one.log", verified)));
        }
    }

    /** The array is another device than the config believes; its log tells which. */
    @Test
    void theModelLearnsFromTheLogWhatTheArrayIs() {
        String other = "device.definition.potentiation={pulses: 40, nonlinearity: 2.5, voltage: 2 V, width: 100 ns}";
        try (Emulator emulator = emulator(Faults.none(), other)) {
            RunDirectory there = run("there", on(emulator.address(), "one.log"));
            assertTrue(there.instrument().orElseThrow().changes().rms() > 1e-8, "the model is wrong");
        }
        LoggedSteps log = LoggedSteps.read(folder.resolve("one.log"));
        StepFit fit = StepFit.of(log.range(), log.steps(), 0.95);
        assertEquals(40, fit.potentiation().pulses().value(), 1);
        assertEquals(2.5, fit.potentiation().label().value(), 0.1);
        assertEquals(64, fit.depression().pulses().value(), 1);
        assertEquals(-1, fit.depression().label().value(), 0.1);
        assertTrue(fit.rms() < 1e-3, () -> "residual " + fit.rms());
        assertTrue(fit.rmsOfOldModel() > 10 * fit.rms(), () -> "the old model was off by " + fit.rmsOfOldModel());
    }

    @Test
    void nobodyListeningAndLogsThatExistAreTold() throws IOException {
        try (Socket taken = new Socket()) { // a port at which nobody listens, and nobody else can
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String address = "127.0.0.1:" + taken.getLocalPort();
            UserError nobody = assertThrows(
                    UserError.class, () -> run("there", on(address, "one.log", "crossbar.instrument.retries=1")));
            assertTrue(nobody.getMessage().contains("instrument at 127.0.0.1"), nobody.getMessage());
            assertFalse(Files.exists(folder.resolve("one.log")), "nothing was measured: its name is free again");
            Files.writeString(folder.resolve("one.log"), "measured");
            UserError exists = assertThrows(UserError.class, () -> run("there", on(address, "one.log")));
            assertTrue(exists.getMessage().contains("not overwritten"), exists.getMessage());
            UserError noName = assertThrows(
                    UserError.class, () -> run("there", on(address, "one.log", "crossbar.instrument.log=\"\"")));
            assertEquals("the instrument log has an empty name; expected the name of a file", noName.getMessage());
            UserError outside = assertThrows(
                    UserError.class, () -> run("there", on(address, "two.log", "crossbar.instrument.columns=11-12")));
            assertTrue(
                    outside.getMessage().contains("columns 11-12 are to be on the instrument"), outside.getMessage());
            assertFalse(Files.exists(folder.resolve("there")));
        }
    }
}
