package crosspike.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Set<String> PLACES = Set.of("rows", "volts", "pulses");

    private static Template template(String text) {
        return Template.parse("commands.read_sum", text, PLACES);
    }

    @Test
    void linesNumbersAndListsAreFilledIn() {
        Map<String, Object> values =
                Map.of("rows", new int[] {1, 12}, "volts", -0.25, "pulses", new float[] {3, 0, -1, 2e-8f});
        assertEquals(
                ":CLOS (@1001,1012);:VOLT -0.25;:PULS 1,12;:N 3,0,-1,2.0E-8",
                template(":CLOS (@{rows:1###});:VOLT {volts};:PULS {rows};:N {pulses}")
                        .fill(values));
        assertEquals("!5!012", template("{rows:!5!###}").fill(Map.of("rows", new int[] {12})));
    }

    /** Whatever the numbers are, what stands in their place has only the characters of numbers and commas. */
    @Test
    void nothingBreaksOutOfACommand() {
        SplittableRandom cases = new SplittableRandom(1);
        Template template = template(":VOLT {volts};:CLOS (@{rows});:PULS {pulses}");
        int filled = 0;
        for (int i = 0; i < 20_000; i++) {
            double volts = Double.longBitsToDouble(cases.nextLong());
            float pulses = Float.intBitsToFloat(cases.nextInt());
            Map<String, Object> values =
                    Map.of("volts", volts, "rows", new int[] {cases.nextInt(), 7}, "pulses", new float[] {pulses, 1});
            if (Double.isFinite(volts) && Float.isFinite(pulses)) {
                String command = template.fill(values);
                String number = "-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?";
                assertTrue(
                        command.matches(":VOLT " + number + ";:CLOS \\(@-?[0-9]+,7\\);:PULS " + number + ",1"),
                        command);
                filled++;
            } else {
                assertThrows(IllegalArgumentException.class, () -> template.fill(values));
            }
        }
        assertTrue(filled > 10_000, () -> "most of the cases are numbers");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNotSent(double value) {
        assertThrows(IllegalArgumentException.class, () -> template("{volts}").fill(Map.of("volts", value)));
        assertThrows(
                IllegalArgumentException.class,
                () -> template("{pulses}").fill(Map.of("pulses", new float[] {1, (float) value})));
    }

    @Test
    void textIsNoValueAndNoPlaceStaysEmpty() {
        Template template = template(":VOLT {volts}");
        assertThrows(IllegalArgumentException.class, () -> template.fill(Map.of("volts", "1;:OUTP ON")));
        assertThrows(IllegalArgumentException.class, () -> template.fill(Map.of()));
    }

    @Test
    void aLineThatNeedsMoreDigitsIsRefused() {
        UserError error =
                assertThrows(UserError.class, () -> template("{rows:1##}").fill(Map.of("rows", new int[] {100})));
        assertTrue(error.getMessage().contains("line 100 does not fit into 1##"), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        ":VOLT {amps}, has a place {amps}",
        ":VOLT {volts, has a brace that encloses no name",
        ":VOLT volts}, has a brace that encloses no name",
        ":VOLT {Volts}, has a brace that encloses no name",
        ":VOLT {rows:12}, writes lines as \"12\"",
        ":VOLT {rows:#1#}, writes lines as \"#1#\"",
        "':VOLT {volts}\n:OUTP ON', is not a command",
        "'', is not a command",
        ":VOLT \u00b5, is not a command"
    })
    void templatesThatAreNoneAreRefusedWithTheirKey(String text, String reason) {
        String message = assertThrows(UserError.class, () -> template(text)).getMessage();
        assertTrue(message.startsWith("commands.read_sum " + reason), message);
    }
}
