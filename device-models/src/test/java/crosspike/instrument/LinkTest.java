package crosspike.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.device.Pulse;
import crosspike.device.Waveforms;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import crosspike.input.UserError;
import crosspike.instrument.emulator.Emulator;
import crosspike.instrument.emulator.Faults;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instruments that do not do what they are asked, and profiles that ask for what cannot be. */
class LinkTest {
    private static final Path SMU_MATRIX = Path.of("../calibration-data/instruments/smu-matrix.yaml");
    private static final int RETRIES = 3;

    private final Bench bench = new Bench();

    @TempDir
    Path folder;

    @AfterEach
    void everythingIsSwitchedOff() {
        bench.close();
    }

    /** The cells at the instrument know other pulses, so that each is refused; nothing else tells that none was done. */
    @Test
    void anInstrumentThatRefusesEveryPulseEndsTheRun() {
        Pulse other = new Pulse(1, 1e-6);
        DeviceCrossbar others =
                new DeviceCrossbar(3, 2, Bench.PULSED, new Waveforms(Bench.WAVEFORMS.read(), other, other));
        Emulator emulator = bench.emulator(others, Faults.none(), 0);
        InstrumentCrossbar there = bench.crossbar(emulator, "smu-matrix", Bench.cells(3, 2, Bench.PULSED));
        for (int i = 0; i < RETRIES; i++) {
            pulse(there);
        }
        UserError error = assertThrows(UserError.class, () -> pulse(there));
        assertTrue(
                error.getMessage()
                        .startsWith("instrument at " + emulator.address()
                                + ": the instrument says -221,\"Settings conflict; these cells know pulses of 1.0 V"),
                error.getMessage());
        assertTrue(error.getMessage().contains("(tried 4 times)"), error.getMessage());
    }

    private static void pulse(InstrumentCrossbar there) {
        there.program(Line.COLUMN, 0, new float[] {1, 1, 1}, Bench.session(1));
    }

    /** A byte every 20 ms, each in time for the one before: 100 ms are for the whole answer. */
    @Test
    @Timeout(30)
    void anAnswerThatTricklesInIsTooLate() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread trickle = new Thread(() -> trickle(server));
            trickle.setDaemon(true);
            trickle.start();
            UserError error = assertThrows(
                    UserError.class,
                    () -> Instrument.connect(
                            "127.0.0.1:" + server.getLocalPort(),
                            Profile.of("smu-matrix"),
                            Bench.WAVEFORMS,
                            1,
                            1,
                            new LinkOptions(100, 0),
                            TransactionLog.none()));
            assertTrue(error.getMessage().contains(": no answer within 100 ms (tried 1 times)"), error.getMessage());
        }
    }

    private static void trickle(ServerSocket server) {
        try (Socket client = server.accept()) {
            OutputStream out = client.getOutputStream();
            while (true) {
                out.write('0');
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException theClientLeft) {
            return;
        }
    }

    @Test
    void noLineIsLongerThanTheProfileAllows() throws IOException {
        Path log = folder.resolve("session.log");
        InstrumentCrossbar there = bench.crossbar(
                bench.emulator(9, 4),
                profile("line_length: 1000", "line_length: 300"),
                Bench.cells(9, 4, Bench.PULSED),
                Window.whole(9, 4),
                Bench.PATIENT,
                TransactionLog.create(log, "another"));
        there.program(Line.COLUMN, 0, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, Bench.session(1));
        there.close();
        List<Integer> lengths = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" > "))
                .map(line -> line.length() - line.indexOf(" > ") - " > ".length())
                .toList();
        assertTrue(lengths.stream().allMatch(length -> length <= 300), lengths::toString);
        assertTrue(lengths.stream().anyMatch(length -> length > 200), "two commands share a line: " + lengths);
    }

    @Test
    void aCommandThatFitsIntoNoLineIsRefused() throws IOException {
        Profile narrow = profile("line_length: 1000", "line_length: 100");
        Emulator emulator = bench.emulator(2, 2);
        UserError error =
                assertThrows(UserError.class, () -> bench.crossbar(emulator, narrow, Bench.cells(2, 2, Bench.PULSED)));
        assertEquals(
                "a line of 111 characters is longer than line_length of profile smu-matrix, 100, and was not sent; expected"
                        + " shorter commands, fewer cells on the instrument, or a line_length that it bears",
                error.getMessage());
    }

    /** Its answer would be taken for that of the next question. */
    @ParameterizedTest
    @CsvSource({
        ":INIT;*WAI, :INIT;*OPC?, pulse_cell, 31",
        ":SOUR:FUNC VOLT, :SOUR:FUNC VOLT;*OPC?, setup, 22",
        ":OUTP ON, :OUTP ON;*OPC?, outputs_on, 25",
        ":OUTP OFF;, :OUTP OFF;*OPC?;, outputs_off, 26"
    })
    void aCommandThatIsNotWaitedForAsksNothing(String command, String asking, String key, int line) {
        UserError error = assertThrows(UserError.class, () -> profile(command, asking));
        assertTrue(
                error.getMessage()
                        .startsWith("commands." + key + " (smu-matrix.yaml, line " + line + ") asks a question: \""),
                error.getMessage());
        assertTrue(
                error.getMessage().endsWith("; expected commands without an answer, such as *WAI instead of *OPC?"),
                error.getMessage());
    }

    /** The profile smu-matrix with another text in place of one of its own. */
    private static Profile profile(String from, String to) throws IOException {
        String text = Files.readString(SMU_MATRIX);
        assertTrue(text.contains(from), from);
        return RecordReader.read(Document.parse(text.replace(from, to), "smu-matrix.yaml"), Profile.class);
    }
}
