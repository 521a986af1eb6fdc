package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentCommandTest {
    private static final int CELLS = 200;
    private static final Pattern LISTENS = Pattern.compile(".* SCPI on 127\\.0\\.0\\.1:(\\d+), until Ctrl-C");
    private static final String READ = ":ARR:COL:READ? 1,0.1";

    /** An emulator in a process of its own, and a plain client. */
    private static final class Emulated implements AutoCloseable {
        private final Process process;
        private final Socket socket;
        private final BufferedReader in;

        Emulated(String... options) throws IOException {
            List<String> arguments = new ArrayList<>(List.of(
                    "instrument", "emulate", "--rows", "" + CELLS, "--cols", "1", "--port", "0", "--quiet-cells"));
            arguments.addAll(List.of(options));
            process = new ProcessBuilder(Shell.java(Main.class, new String[0], arguments.toArray(String[]::new)))
                    .redirectError(Redirect.INHERIT)
                    .start();
            Matcher said = LISTENS.matcher(String.valueOf(process.inputReader().readLine()));
            if (!said.matches()) {
                process.destroy();
                throw new IOException("does not listen");
            }
            socket = new Socket("127.0.0.1", Integer.parseInt(said.group(1)));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        String ask(String line) throws IOException {
            socket.getOutputStream().write((line + '\n').getBytes(StandardCharsets.US_ASCII));
            return in.readLine();
        }

        double[] amps() throws IOException {
            return Arrays.stream(ask(READ).split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        /** As many potentiating pulses for every cell. */
        void pulse(int count) throws IOException {
            String counts = (count + ",").repeat(CELLS - 1) + count;
            assertEquals("0,\"No error\"", ask(":OUTP ON;:ARR:COL:PULS 1," + counts + ";:SYST:ERR?"));
        }

        @Override
        public void close() throws IOException {
            socket.close();
            process.destroy();
        }
    }

    private static long moved(double[] before, double[] after) {
        long moved = 0;
        for (int i = 0; i < CELLS; i++) {
            if (after[i] != before[i]) moved++;
        }
        return moved;
    }

    /** Half of 200 cells: 100, sigma 7.1; allowed are four of these, seed 1. */
    @Test
    @Timeout(60)
    void pulsesDoNotMoveStuckCells() throws IOException {
        try (Emulated emulator = new Emulated("--stuck", "50 %")) {
            emulator.ask(":OUTP ON;*OPC?");
            double[] before = emulator.amps();
            emulator.pulse(20);
            assertEquals(100, moved(before, emulator.amps()), 28);
        }
    }

    /** 100 lines of 2 s each: by the power law of drift from 20 s on, a factor of (200/20)^-0.1. */
    @Test
    @Timeout(60)
    void conductancesDriftWithTheLines() throws IOException {
        try (Emulated emulator = new Emulated("--drift", "0.1", "--line-time", "2 s")) {
            emulator.ask(":OUTP ON;*OPC?");
            double[] before = emulator.amps();
            emulator.pulse(20);
            double[] fresh = emulator.amps();
            assertEquals(CELLS, moved(before, fresh), "no cell is stuck unless told to be");
            for (int line = 5; line < 99; line++) emulator.ask("*OPC?");
            assertEquals(0, moved(fresh, emulator.amps()), "line 99");
            double[] old = emulator.amps();
            for (int i = 0; i < CELLS; i++) {
                assertEquals(fresh[i] * Math.pow(10, -0.1), old[i], 1e-6 * fresh[i], "A, floats; cell " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--stuck, 150 %",
        "--stuck, many",
        "--stuck, -1",
        "--drift, -0.1",
        "--drift, 2",
        "--drift, NaN",
        "--line-time, -1 s",
        "--late, -1 s",
        "--late, 1e9 s",
        "--drift, much",
        "--drift, 0.1",
        "--line-time, 1 s",
        "--line-time, 1 V"
    })
    void optionsThatMakeNoSenseAreRefusedInOneLine(String option, String value) {
        refused("instrument", "emulate", "--port", "0", option, value);
    }

    @Test
    void fitTakesNoOptionOfTrainsForALogOrRetention(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("bench.log"), "# crosspike instrument log 1\n");
        String mine = folder.resolve("mine.yaml").toString();
        String err = refused("fit", log.toString(), "--out", mine, "--cell", "4x4", "--model", "linear");
        assertTrue(err.startsWith("error: --model is for pulse trains, but "), err);
        Path tidy = Files.writeString(folder.resolve("tidy.csv"), "device_id,level,t_s,g_S,temp_K\n1,1,1,5e-6,\n");
        err = refused("fit", tidy.toString(), "--out", mine, "--model", "linear");
        assertTrue(
                err.endsWith(" is retention data, which takes only --out, --confidence, --kind, --unit, --vread,"
                        + " --columns, --device\n"),
                err);
        err = refused("fit", tidy.toString(), "--out", mine);
        assertTrue(err.contains("check \"enough reads\" failed"), err);
        assertTrue(refused("fit", log.toString(), "--out", "/").startsWith("error: --out is /; expected a file"));
    }

    @Test
    void aLogIsNotOverwrittenAndTheOptionToChangeIsNamed(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("bench.log"), "measured");
        assertEquals(
                "error: instrument log " + log + " exists, and what was measured is not overwritten; expected another"
                        + " --log\n",
                refused("instrument", "check", "localhost", "--log", log.toString()));
        assertEquals("measured", Files.readString(log));
    }

    /** What went wrong before is of less weight. */
    @Test
    @Timeout(60)
    void aLinkThatBreaksWithOutputsOnSaysThatTheyMayBe() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread instrument = new Thread(() -> answerUntilRead(server));
            instrument.setDaemon(true);
            instrument.start();
            String address = "127.0.0.1:" + server.getLocalPort();
            String err = refused("instrument", "check", address, "--profile", "smu-matrix", "--arm");
            assertTrue(
                    err.startsWith("error: instrument at " + address + " did not confirm that its outputs are off")
                            && err.endsWith("; OUTPUTS MAY BE ON: switch them off at the instrument\n"),
                    err);
        }
    }

    /** An instrument that is gone for good when a cell is to be read. */
    private static void answerUntilRead(ServerSocket server) {
        try (Socket client = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            server.close();
            for (String line = in.readLine(); line != null && !line.contains("MEAS"); line = in.readLine()) {
                String answer = line.contains("*IDN?") ? "ACME,Box,1,1\n" : "0,\"No error\"\n";
                client.getOutputStream().write((line.contains("?") ? answer : "").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException theClientLeft) {
            return;
        }
    }

    private static String refused(String... arguments) {
        StringWriter err = new StringWriter();
        int exit = Main.execute(Crosspike.commandLine().setErr(new PrintWriter(err, true)), arguments);
        assertEquals(Main.USER_ERROR, exit, err::toString);
        assertTrue(
                err.toString().startsWith("error: ")
                        && err.toString().strip().lines().count() == 1,
                err::toString);
        return err.toString();
    }
}
