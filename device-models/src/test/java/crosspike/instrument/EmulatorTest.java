package crosspike.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import crosspike.instrument.emulator.Emulator;
import crosspike.instrument.emulator.Faults;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plain SCPI client meets. */
class EmulatorTest {
    private final Bench bench = new Bench();
    private Emulator emulator;
    private Socket socket;
    private BufferedReader in;

    @BeforeEach
    void connect() throws IOException {
        emulator = bench.emulator(3, 2);
        String address = emulator.address();
        socket = new Socket("127.0.0.1", Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
        socket.setSoTimeout(5000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    @AfterEach
    void disconnect() throws IOException {
        socket.close();
        bench.close();
    }

    private String ask(String line) throws IOException {
        socket.getOutputStream().write((line + '\n').getBytes(StandardCharsets.ISO_8859_1));
        return in.readLine();
    }

    /** IEEE 488.2: bits of the event status register are 1 operation complete, 16 execution error, 32 command error. */
    @Test
    void theStatusRegistersOfIeee488AreThere() throws IOException {
        assertEquals("0", ask("*ESR?"));
        assertEquals("0", ask("*STB?"));
        assertEquals("32", ask("FOO;*ESR?"), "undefined header");
        assertEquals("0", ask("*ESR?"), "read once");
        assertEquals("4", ask("*STB?"), "SCPI: bit 2, the error queue has entries");
        assertEquals("16", ask("*CLS;:SOUR:VOLT 1000;*ESR?"), "out of range");
        assertEquals("1", ask("*CLS;*OPC;*ESR?"));
        assertEquals("0", ask("*STB?"), "the queue is empty");
        assertEquals("48;32", ask("*ESE 48;*SRE 32;*ESE?;*SRE?"));
        assertEquals("100", ask("FOO;*STB?"), "4 queue, 32 event, 64 service is requested");
        assertEquals("4", ask("*ESE 0;*STB?"));
        assertEquals("-222,\"Data out of range; 256.0; expected 0 to 255\"", ask("*CLS;*ESE 256;:SYST:ERR?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":OUTP ON,5",
                ":ARR:COL:PULS 1,9,9,9,9",
                ":ARR:COL:PLAC 1,3e-8,3e-8,3e-8,3e-8",
                ":SOUR:VOLT 0.5,7",
                ":SENS:CURR:PROT 1e-3,7",
                "*RST 1"
            })
    void whatHasTooManyParametersIsNotDone(String line) throws IOException {
        ask(":OUTP ON;:SENS:CURR:PROT 0.01;:SOUR:VOLT 0.25;*OPC?");
        float[][] before = emulator.conductances();
        String error = ask(line + ";:SYST:ERR?");
        assertEquals("-108,\"Parameter not allowed", error.split(";")[0]);
        assertArrayEquals(before, emulator.conductances());
        assertEquals("1;0.01;0.25", ask(":OUTP?;:SENS:CURR:PROT?;:SOUR:VOLT?"));
        ask(":OUTP OFF;*OPC?");
        ask(line + ";*OPC?");
        assertEquals("0", ask(":OUTP?"), line);
    }

    @Test
    void headersEndAtAnyBlank() throws IOException {
        assertEquals("1", ask(":OUTP\tON;:OUTP?"));
    }

    /** Of Keithley 2450, as the notes of the profile smu-matrix have them. */
    @Test
    void complianceHasTheNamesOfBothDialects() throws IOException {
        assertEquals(
                "0.001;0.001;0", ask(":SOUR:VOLT:ILIM 1e-3;:SOUR:VOLT:ILIM?;:SENS:CURR:PROT?;:SOUR:VOLT:ILIM:TRIP?"));
        assertEquals("VOLT", ask(":SOUR:FUNC VOLT;:SOUR:FUNC?"));
    }

    @Test
    void linesOutOfRangeAreToldWithTheirRange() throws IOException {
        assertEquals(
                "-222,\"Data out of range; 0.0; expected 1 to 2\"", ask(":OUTP ON;:ARR:COL:READ? 0,0.5;:SYST:ERR?"));
        assertEquals(
                "-222,\"Data out of range; 4.0; expected 1 to 3\"", ask(":OUTP ON;:ARR:ROW:READ? 4,0.5;:SYST:ERR?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "late=2 | --faults: late is 2.0; expected a probability from 0 to 1",
                "late=-0.1 | --faults: late is -0.1; expected a probability from 0 to 1",
                "all=2 | --faults: all is 2.0; expected a probability from 0 to 1",
                "late=much | --faults: late: \"much\" is not a fraction; expected a fraction, e.g. 0.5 or \"50 %\"",
                "late=0.1,late=0.2 | --faults: late is given twice",
                "late | --faults: \"late\" has no rate; expected such as late=0.01,drop-after=0.02 or all=0.05",
                "lat=0.1 | --faults: \"lat\" is unknown; did you mean late?",
                "late=0.6,cut=0.6 | --faults: rates are 1.2 together; expected at most 1"
            })
    void ratesOfFaultsAreToldByName(String typed, String message) {
        assertEquals(
                message,
                assertThrows(UserError.class, () -> Faults.parse(typed, 1)).getMessage());
    }

    /** They stay there when a client leaves; *RST does not clear them (SCPI-99, 20.10). */
    @Test
    void errorsThatAnEarlierClientLeftBehindAreNoErrorsOfThisOne() throws IOException {
        for (int i = 0; i < 30; i++) {
            ask("FOO;*OPC?");
        }
        InstrumentCrossbar there = bench.crossbar(emulator, Profile.EMULATOR, Bench.cells(3, 2, Bench.PULSED));
        assertEquals(0, there.report().failures());
    }
}
