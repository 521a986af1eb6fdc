package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConsistencyTriggerTest {
    private static final int DISPLAY = 40;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /**
     * Occurrences of three spikes of neuron A by each definition, counted by hand. A letter is an output spike, small in the
     * blank time; bars are between presentations.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # spikes                  run  across  run-every  total  total-every
            AAA                     |  1  |  1  |  1  |  1  |  1
            AABA                    |  0  |  0  |  0  |  1  |  1
            AAAAAA                  |  1  |  2  |  4  |  1  |  4
            AAABAAA                 |  2  |  2  |  2  |  1  |  4
            AABAAAAA/A/AABA         |  1  |  2  |  3  |  2  |  6
            AA/A                    |  0  |  1  |  0  |  0  |  0
            AA/B/A                  |  0  |  0  |  0  |  0  |  0
            AABa                    |  0  |  0  |  0  |  1  |  1
            AAa                     |  1  |  1  |  1  |  1  |  1
            """)
    void eachDefinitionCountsItsOccurrences(
            String spikes, int run, int across, int runEvery, int total, int totalEvery) {
        assertEquals(run, occurrences(spikes, Trigger.RUN, true), "run");
        assertEquals(across, occurrences(spikes, Trigger.RUN_ACROSS, true), "run-across");
        assertEquals(runEvery, occurrences(spikes, Trigger.RUN_EVERY_SPIKE, true), "run-every-spike");
        assertEquals(total, occurrences(spikes, Trigger.TOTAL, true), "total");
        assertEquals(totalEvery, occurrences(spikes, Trigger.TOTAL_EVERY_SPIKE, true), "total-every-spike");
    }

    /** Without the blank time, it is as if the small letters were not there. */
    @ParameterizedTest
    @CsvSource({"AAa, AA", "AAAaaa, AAA", "AAAb, AAA", "AAb/AAa/Abba, AA/AA/A", "AAb/Aab/AAAA, AA/A/AAAA"})
    void spikesInTheBlankTimeAreIgnoredIfTheyDoNotCount(String spikes, String same) {
        for (Trigger trigger : Trigger.values()) {
            assertEquals(
                    occurrences(same, trigger, true),
                    occurrences(spikes, trigger, false),
                    () -> trigger + " of " + spikes);
        }
    }

    private static int occurrences(String spikes, Trigger definition, boolean countsBlank) {
        ConsistencyTrigger trigger = new ConsistencyTrigger(new Development(definition, 3, 1, countsBlank), DISPLAY, 2);
        for (String presentation : spikes.split("/")) {
            trigger.presentationBegins();
            for (int i = 0; i < presentation.length(); i++) {
                boolean blank = Character.isLowerCase(presentation.charAt(i));
                trigger.developedBy(blank ? DISPLAY + i : i, Character.toUpperCase(presentation.charAt(i)) - 'A');
            }
        }
        return trigger.occurrences(0);
    }

    /** The literal definition, word by word, on the record of all presentations. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aNeuronIsDevelopedByTheSpikeThatCompletesItsLastRun(long seed) {
        var cases = new SplittableRandom(seed);
        int run = cases.nextInt(1, 5);
        int occurrences = cases.nextInt(1, 4);
        int neurons = cases.nextInt(1, 4);
        ConsistencyTrigger trigger = new ConsistencyTrigger(Development.literal(run, occurrences), DISPLAY, neurons);
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
                assertEquals(
                        alike == run && counts[neuron] == occurrences, trigger.developedBy(winners.size(), neuron));
            }
        }
        for (int neuron = 0; neuron < neurons; neuron++) {
            assertEquals(counts[neuron], trigger.occurrences(neuron));
        }
    }

    @Test
    void aLongRunCountsOnceAndANewPresentationBeginsANewRun() {
        ConsistencyTrigger trigger = new ConsistencyTrigger(Development.literal(2, 2), DISPLAY, 1);
        trigger.presentationBegins();
        for (int i = 0; i < 10; i++) {
            assertFalse(trigger.developedBy(i, 0), "ten in a row are one run");
        }
        trigger.presentationBegins();
        assertFalse(trigger.developedBy(0, 0), "one in a row");
        assertTrue(trigger.developedBy(1, 0), "the second run of two");
        trigger.presentationBegins();
        trigger.developedBy(0, 0);
        assertFalse(trigger.developedBy(1, 0), "once only");
    }

    /** A B A A | A: one of four spikes of A follows its own; the last is another presentation. */
    @Test
    void consistencyIsTheShareOfSpikesThatFollowOnesOwnWithinAPresentation() {
        ConsistencyTrigger trigger = new ConsistencyTrigger(Development.SHI2019, DISPLAY, 3);
        trigger.presentationBegins();
        trigger.developedBy(0, 0);
        trigger.developedBy(1, 1);
        trigger.developedBy(2, 0);
        trigger.developedBy(45, 0);
        trigger.presentationBegins();
        trigger.developedBy(0, 0);
        assertEquals(4, trigger.spikes(0));
        assertEquals(0.25, trigger.consistency(0));
        assertEquals(0, trigger.consistency(1));
        assertEquals(Double.NaN, trigger.consistency(2), "it never fired");
    }

    @Test
    void runsAndOccurrencesHaveLimits() {
        var runs = assertThrows(IllegalArgumentException.class, () -> Development.literal(0, 10));
        assertEquals("pruning after 10 runs of 0; expected at least 1 each", runs.getMessage());
    }
}
