package crosspike.experiment.sweep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.Node;
import crosspike.input.Place;
import crosspike.input.UserError;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final Map<String, String> VALUES = Map.of(
            "device.levels", "16",
            "device.pulses", "15",
            "circuit.node", "22 nm",
            "circuit.clock", "500 MHz",
            "learning.a", "6.67e-2",
            "pruning.fraction", "50 %",
            "synapse.mapping", "unidirectional-pair",
            "cells", "pair");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        device.levels <= device.pulses                       | false
        device.levels <= device.pulses + 1                   | true
        device.levels == device.pulses + 2 - 1               | true
        device.levels > device.pulses * 2 - 15               | true
        2 * (device.pulses + 1) == device.levels + 16        | true
        device.levels / 4 == 4                               | true
        circuit.node < 32nm                                  | true
        circuit.node >= "0.022 um"                           | true
        circuit.node < 32 nm and cells == pair               | true
        circuit.clock == 0.5GHz                              | true
        circuit.clock > 0.4 GHz or 1 > 2                     | true
        pruning.fraction < 49.9 %                            | false
        device.levels <= 16 and device.pulses < 16           | true
        pruning.fraction == 0.5                              | true
        pruning.fraction == 50%                              | true
        learning.a < 0.07 and learning.a > -1                | true
        cells == pair                                        | true
        cells != pair or device.levels == 16                 | true
        cells == single and device.levels == 16 or 1 == 1    | true
        synapse.mapping == unidirectional-pair               | true
        synapse.mapping == "single"                          | false
        2 * circuit.node <= 44nm                             | true
        """)
    void comparesKeysNumbersAndWords(String text, boolean holds) {
        assertEquals(holds, condition(text).holds(name -> Optional.ofNullable(VALUES.get(name))), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        device.levels                   | where "device.levels": found the end; expected one of < <= > >= == !=
        device.levels <=                | where "device.levels <=": found the end; expected a key, a number such as 5 or 22nm, or "text"
        device.levels <= 4 device.pulses| where "device.levels <= 4 device.pulses": found "device.pulses"; expected and, or, or the end
        circuit.node < 5 nm cells       | where "circuit.node < 5 nm cells": found "cells"; expected and, or, or the end
        (device.levels < 4              | where "(device.levels < 4": found "< 4"; expected )
        device.levels = 4               | where "device.levels = 4": found "= 4"; expected one of < <= > >= == !=
        device.lvels < 4                | where (plan.yaml, line 3) "device.lvels < 4": device.lvels has no value; expected a key that the base config or an axis sets
        cells < pair                    | where (plan.yaml, line 3) "cells < pair": "pair" is no number; words can only be == or !=
        circuit.node < 32               | where (plan.yaml, line 3) "circuit.node < 32": 22 nm and 32 are not of one kind; expected the same unit
        circuit.node < 5ns              | where (plan.yaml, line 3) "circuit.node < 5ns": 22 nm and 5ns are not of one kind; expected the same unit
        circuit.node * circuit.clock < 5| where (plan.yaml, line 3) "circuit.node * circuit.clock < 5": only plain numbers can multiply or divide; 500 MHz has a unit
        """)
    void saysWhatItCannotMakeSenseOf(String text, String message) {
        UserError error = assertThrows(
                UserError.class, () -> condition(text).holds(name -> Optional.ofNullable(VALUES.get(name))), text);
        assertEquals(message, error.getMessage());
    }

    private static Condition condition(String text) {
        return Condition.parse(new Node.Scalar(text, Node.Kind.TEXT, new Place("plan.yaml", 3)));
    }
}
