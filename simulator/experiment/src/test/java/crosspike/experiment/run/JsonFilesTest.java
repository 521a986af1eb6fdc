package crosspike.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFilesTest {
    record Pulse(double pulseVolts, double widthSeconds) {}

    record Sample(String name, long cells, Map<String, Double> phaseSeconds, List<Pulse> pulses, int[][] counts) {}

    private static final Sample SAMPLE = new Sample(
            "µ \"quoted\"",
            3,
            Map.of("training", 1e23, "labelling", -0.0, "inference", 2e-3),
            List.of(new Pulse(3.2, Double.NaN), new Pulse(-2.8, Double.POSITIVE_INFINITY)),
            new int[][] {{1, 2}, {3, 4}});

    @Test
    void theTextIsInRecordOrderWithSortedMapsUnitsAndShortestNumbers() {
        assertEquals("""
                {
                  "name": "µ \\"quoted\\"",
                  "cells": 3,
                  "phase_s": {
                    "inference": 0.002,
                    "labelling": 0.0,
                    "training": 1.0E23
                  },
                  "pulses": [ {
                    "pulse_V": 3.2,
                    "width_s": "NaN"
                  }, {
                    "pulse_V": -2.8,
                    "width_s": "Infinity"
                  } ],
                  "counts": [ [ 1, 2 ], [ 3, 4 ] ]
                }
                """, JsonFiles.write(SAMPLE));
    }

    @Test
    void whatIsWrittenReadsBackEqual() throws JsonProcessingException {
        String text = JsonFiles.write(SAMPLE);
        Sample back = JsonFiles.read(text, Sample.class);
        assertEquals(SAMPLE.pulses(), back.pulses());
        assertEquals(text, JsonFiles.write(back));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pulse_V\": 1.0}                                    | width_s",
                "{\"pulse_V\": 1.0, \"width_s\": null}                 | width_s",
                "{\"pulse_V\": 1.0, \"width_s\": 1.0, \"volts\": 2.0}  | volts",
                "{\"pulse_V\": 1.0, \"pulse_V\": 1.0, \"width_s\": 1}  | pulse_V",
            })
    void everyKeyMustBeThereOnceAndNoOther(String json, String key) {
        var e = assertThrows(JsonProcessingException.class, () -> JsonFiles.read(json, Pulse.class));
        assertTrue(e.getMessage().contains(key), e.getMessage());
    }
}
