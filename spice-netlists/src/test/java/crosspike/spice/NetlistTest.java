package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetlistTest {
    @ParameterizedTest
    @ValueSource(strings = {"i(v1) v(b)", "i(V1)", "v1", "i(v1)\nshell", "i(v1;shell)", ""})
    void nothingButAVectorReachesTheControlLines(String vector) {
        List<String> vectors = List.of("v(a)", vector);
        assertThrows(IllegalArgumentException.class, () -> new Netlist("title", "", vectors, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "carriage\rreturn", "gr\u00f6\u00dfe"})
    void theTitleIsOneLine(String title) {
        List<String> vectors = List.of("v(a)", "v(b)");
        assertThrows(IllegalArgumentException.class, () -> new Netlist(title, "", vectors, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1 a b 0", "v1 a 0 1\nR1 a b 0.0 ", "r1 a b .0e3", "rx a b -0"})
    void aResistorOfZeroOhmIsRefusedBecauseNgspiceChangesItSilently(String circuit) {
        List<String> vectors = List.of("v(a)", "v(b)");
        assertThrows(IllegalArgumentException.class, () -> new Netlist("title", circuit, vectors, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1 a b 0.1", "r0 0 column 1e5", "v0 a 0 0", "* r1 a b 0"})
    void otherZerosAreLeftAlone(String circuit) {
        assertTrue(new Netlist("title", circuit, List.of("v(a)", "v(b)"), false)
                .text()
                .contains(circuit));
    }
}
