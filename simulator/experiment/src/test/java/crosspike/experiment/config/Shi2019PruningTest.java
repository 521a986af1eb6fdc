package crosspike.experiment.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.crossbar.PruneHardware;
import crosspike.experiment.TinyExperiment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Shi2019PruningTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        method: soft, fraction: 10 %                       | FLAG_DEVICE
        method: soft-freeze, fraction: 10 %                | FLAG_DEVICE
        method: soft, fraction: 10 %, hardware: deep-reset | DEEP_RESET
        method: none                                       | NONE
        method: soft                                       | NONE
        method: soft, fraction: 0 %                        | NONE
        method: soft, fraction: 0 %, hardware: flag-device | FLAG_DEVICE
        """)
    void flagsAreThereIfSomethingIsPruned(String pruning, PruneHardware hardware) {
        assertEquals(
                hardware, TinyExperiment.config("pruning={" + pruning + "}").pruneHardware());
    }
}
