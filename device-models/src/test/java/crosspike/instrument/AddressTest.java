package crosspike.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "lab, lab, 5025",
        "192.168.0.7, 192.168.0.7, 5025",
        "smu-1.lab.example:1234, smu-1.lab.example, 1234",
        "lab:65535, lab, 65535",
        "TCPIP0::192.168.0.7::5025::SOCKET, 192.168.0.7, 5025",
        "TCPIP::smu_1::1::SOCKET, smu_1, 1",
        "tcpip12::Lab::5025::socket, Lab, 5025",
        "' lab:5025 ', lab, 5025"
    })
    void hostsWithPortsAndVisaSocketsAreUnderstood(String text, String host, int port) {
        assertEquals(new Address(host, port), Address.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TCPIP0::lab::INSTR",
                "TCPIP0::lab::inst0::INSTR",
                "TCPIP0::lab::5025",
                "TCPIP0::lab::five::SOCKET",
                "TCPIP0::::5025::SOCKET",
                "GPIB0::24::INSTR",
                "USB0::0x05E6::0x2450::1::INSTR"
            })
    void otherVisaResourcesAreRefusedAsSuch(String text) {
        refuses(
                text,
                "instrument address \"" + text + "\" is a VISA resource other than a raw socket; expected host, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "lab:",
                ":5025",
                "lab:port",
                "lab:-1",
                "lab:123456",
                "lab 5025",
                "http://lab",
                "a\nb",
                "[::1]:5025"
            })
    void whatIsNoHostIsRefused(String text) {
        refuses(text, "is not a host with a port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab:0", "lab:65536", "TCPIP0::lab::99999::SOCKET"})
    void portsThatTcpDoesNotHaveAreRefused(String text) {
        refuses(text, "expected 1 to 65535");
    }

    private static void refuses(String text, String reason) {
        String message =
                assertThrows(UserError.class, () -> Address.parse(text)).getMessage();
        assertTrue(message.contains(reason), message);
    }
}
