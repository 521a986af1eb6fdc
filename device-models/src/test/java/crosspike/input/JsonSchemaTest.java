package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTest {
    private static final String TEXT = JsonSchema.of(Sample.class, "Experiment");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    @Test
    void aKeyIsDescribedByItsDeclaration() {
        record Pulse(
                @Key(
                        doc = "Width of a pulse.",
                        dimension = Dimension.TIME,
                        above = 0,
                        max = 1,
                        defaultValue = "50e-9 s")
                double widthSeconds,

                @Key(doc = "Pulses.", min = 1) int count) {}
        assertEquals("""
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "title": "Pulses",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "width": {
                      "description": "Width of a pulse. A time above 0 s and at most 1 s.",
                      "type": "string",
                      "pattern": "^\\\\s*[+-]?(?:[0-9][0-9_]*(?:\\\\.[0-9]*)?|\\\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?\\\\s*(?:[afpnumkMGT\u00b5\u03bc]?s|min|h|d|days?)\\\\s*$",
                      "examples": [ "50 ns" ],
                      "default": "50 ns"
                    },
                    "count": {
                      "description": "Pulses.",
                      "type": "integer",
                      "minimum": 1
                    }
                  },
                  "required": [ "count" ]
                }
                """, JsonSchema.of(Pulse.class, "Pulses"));
    }

    @ParameterizedTest
    @MethodSource("crosspike.input.RecordWriterTest#seeds")
    void whatTheWriterWritesIsValid(long seed) {
        String json = RecordWriter.toJson(RecordWriterTest.random(new SplittableRandom(seed)));
        assertEquals("[]", SCHEMA.validate(json, InputFormat.JSON).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: x",
                "name: x\ndevice: {pulse: 50}",
                "name: x\ndevice: {pulse: 50 V}",
                "name: x\ndevice: {pulse: 50 ns, levels: 1}",
                "name: x\ndevice: {pulse: 50 ns, levels: 2.5}",
                "name: x\ndevice: {pulse: 50 ns, rounding: up}",
                "name: x\ndevice: {pulse: 50 ns, colour: red}",
                "name: x\ndevice: {pulse: 50 ns}\nlearning: {rule: hebb}",
                "name: x\ndevice: {pulse: 50 ns}\nlearning: {prune: half}",
                "name: x\ndevice: {pulse: 50 ns}\nlayers: [3]",
                "name: x\ndevice: {pulse: 50 ns}\nprices: {28nm: low}"
            })
    void whatTheReaderRefusesIsInvalid(String yaml) {
        assertFalse(SCHEMA.validate(yaml, InputFormat.YAML).isEmpty());
        org.junit.jupiter.api.Assertions.assertThrows(UserError.class, () -> Sample.read(yaml));
    }

    @Test
    void aRecordThatMayBeLeftOutIsNotRequired() {
        assertTrue(SCHEMA.validate("name: x\ndevice: {pulse: 50 ns}", InputFormat.YAML)
                .isEmpty());
    }
}
