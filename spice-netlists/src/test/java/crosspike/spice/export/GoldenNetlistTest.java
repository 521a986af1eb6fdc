package crosspike.spice.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Netlists are the same, byte for byte, as those in {@code netlists/golden}. After an intended change, run this with
 * {@code -Dgolden.write=true} and read the difference before committing it.
 */
class GoldenNetlistTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("basedir", ".")).resolve("netlists").resolve("golden");

    static Set<String> names() {
        return Examples.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWrittenAsItWas(String name) throws IOException {
        String text = Examples.all().get(name).netlist().text();
        Path file = GOLDEN.resolve(name + ".cir");
        if (Boolean.getBoolean("golden.write")) Files.writeString(file, text);
        assertEquals(Files.readString(file), text);
    }

    @Test
    void noGoldenNetlistIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            List<String> found =
                    files.map(file -> file.getFileName().toString()).toList();
            assertTrue(names().stream().map(name -> name + ".cir").toList().containsAll(found), found.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTheSameInEveryLocale(String name) throws IOException {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"de-DE", "ar-EG-u-nu-arab", "tr-TR"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(
                        Files.readString(GOLDEN.resolve(name + ".cir")),
                        Examples.all().get(name).netlist().text());
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void elementsHaveNamesOfTheirOwnAlsoInLowerCaseAndNoLineIsLong(String name) {
        String circuit = Examples.all().get(name).netlist().circuit();
        assertTrue(circuit.lines()
                .allMatch(line -> line.length() <= 200 && line.chars().allMatch(c -> c < 127)));
        List<String> elements = topLevel(circuit)
                .map(line -> line.split(" ")[0].toLowerCase(Locale.ROOT))
                .toList();
        assertEquals(elements.stream().distinct().toList(), elements);
    }

    private static Stream<String> topLevel(String circuit) {
        String flat = circuit.replaceAll("(?s)\\.subckt.*?\\.ends", "");
        return flat.lines().filter(line -> line.matches("[a-z].*"));
    }
}
