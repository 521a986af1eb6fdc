package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands under a key, either it is taken or the error names that key. */
class EveryKeyPropertyTest {
    private static final List<String> SCALARS = List.of(
            "device.pulse",
            "device.read",
            "device.levels",
            "device.rounding",
            "learning.epochs",
            "learning.prune",
            "learning.rule",
            "learning.soft",
            "line.0",
            "layers.0.size",
            "prices.28nm",
            "ambient");
    private static final List<String> CONTAINERS = List.of("device", "line", "layers", "layers.0", "prices");
    private static final List<String> NEVER_A_NUMBER_OR_CHOICE =
            List.of("NaN", ".nan", "-.inf", "Infinity", "1e999", "x", "[]", "{}", "[1]", "''", "2024-01-01", "0x10");
    private static final Document SOUND = Document.parse(
            RecordReaderTest.LEAST + "line: [1 ohm]\nlayers: [{size: 3}]\nprices: {28nm: 1}\n", "shi.yaml");

    @ParameterizedTest
    @MethodSource("scalarsByNonsense")
    void nonsenseIsRefusedByItsKey(String key, String value) {
        refusesByName(key, value);
    }

    @ParameterizedTest
    @MethodSource("containersByScalars")
    void aScalarIsNoContainer(String key, String value) {
        refusesByName(key, value);
    }

    @ParameterizedTest
    @MethodSource("everyKeyByNumbers")
    void aNumberIsTakenOrRefusedByItsKey(String key, String value) {
        try {
            RecordReader.read(SOUND.with(key, value), Sample.class);
        } catch (UserError e) {
            assertNames(e, key);
        }
    }

    private static void refusesByName(String key, String value) {
        assertNames(assertThrows(UserError.class, () -> RecordReader.read(SOUND.with(key, value), Sample.class)), key);
    }

    private static void assertNames(UserError e, String key) {
        String start = key + " (--set " + key + ") ";
        assertTrue(e.getMessage().startsWith(start) && !e.getMessage().contains("\n"), e.getMessage());
    }

    static Stream<Arguments> scalarsByNonsense() {
        return product(SCALARS, NEVER_A_NUMBER_OR_CHOICE);
    }

    static Stream<Arguments> containersByScalars() {
        return product(CONTAINERS, List.of("x", "3", "true", "1 ohm"));
    }

    static Stream<Arguments> everyKeyByNumbers() {
        return product(
                SCALARS, List.of("-1", "0", "-0.0", "1", "3.5", "1e99", "-1e99", "5e-324", "1 s", "1 K", "50 %"));
    }

    private static Stream<Arguments> product(List<String> keys, List<String> values) {
        return keys.stream().flatMap(key -> values.stream().map(value -> Arguments.of(key, value)));
    }
}
