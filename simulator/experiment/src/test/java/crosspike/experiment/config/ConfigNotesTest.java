package crosspike.experiment.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.experiment.TinyExperiment;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigNotesTest {

    @ParameterizedTest
    @CsvSource({
        "levels, '{preset: stt-mram-neurosim, levels: 16}'",
        "pulses, '{preset: stt-mram-neurosim, pulses: 15}'",
        "response, '{preset: stt-mram-neurosim, response: pulsed}'",
    })
    void aBinaryDeviceThatIsTakenForAnAnalogOneIsNoted(String key, String device) {
        String note = "device." + key + " takes the cells of stt-mram-neurosim between their two states (kind: binary);"
                + " leave it out, or take another device";
        assertEquals(List.of(note), ConfigNotes.of(TinyExperiment.config("device=" + device)));
    }

    @ParameterizedTest
    @CsvSource({
        "'{preset: stt-mram-neurosim}'",
        "'{preset: stt-mram-neurosim, levels: 2}'",
        "'{preset: stt-mram-neurosim, response: binary}'",
        "'{preset: stt-mram-intel-22nm}'",
        "'{preset: epiram-choi2018, levels: 16}'",
    })
    void devicesThatAreTakenForWhatTheyAreAreNot(String device) {
        assertEquals(List.of(), ConfigNotes.of(TinyExperiment.config("device=" + device)));
    }
}
