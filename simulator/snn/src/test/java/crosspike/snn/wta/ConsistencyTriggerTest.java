package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsistencyTriggerTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /** The definition, word by word, on the record of all presentations. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aNeuronIsDevelopedByTheSpikeThatCompletesItsLastRun(long seed) {
        var cases = new SplittableRandom(seed);
        int run = cases.nextInt(1, 5);
        int occurrences = cases.nextInt(1, 4);
        int neurons = cases.nextInt(1, 4);
        ConsistencyTrigger trigger = new ConsistencyTrigger(run, occurrences, neurons);
        int[] counts = new int[neurons];
        for (int presentation = 0; presentation < 30; presentation++) {
            trigger.presentationBegins();
            List<Integer> winners = new ArrayList<>();
            for (int spike = cases.nextInt(12); spike > 0; spike--) {
                int neuron = cases.nextInt(neurons);
                winners.add(neuron);
                int alike = 0;
                while (alike < winners.size() && winners.get(winners.size() - 1 - alike) == neuron) {
                    alike++;
                }
                counts[neuron] += alike == run ? 1 : 0;
                assertEquals(alike == run && counts[neuron] == occurrences, trigger.developedBy(neuron));
            }
        }
        int developed = 0;
        for (int count : counts) {
            developed += count >= occurrences ? 1 : 0;
        }
        assertEquals(developed, trigger.developed());
    }

    @Test
    void aLongRunCountsOnceAndANewPresentationBeginsANewRun() {
        ConsistencyTrigger trigger = new ConsistencyTrigger(2, 2, 1);
        trigger.presentationBegins();
        for (int i = 0; i < 10; i++) {
            assertFalse(trigger.developedBy(0), "ten in a row are one run");
        }
        trigger.presentationBegins();
        assertFalse(trigger.developedBy(0), "one in a row");
        assertTrue(trigger.developedBy(0), "the second run of two");
        trigger.presentationBegins();
        trigger.developedBy(0);
        assertFalse(trigger.developedBy(0), "once only");
    }
}
