package crosspike.snn.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ResponseCountsTest {
    @Test
    void aNeuronStandsForTheClassWithMostSpikesForEachOfItsImages() {
        ResponseCounts responses = new ResponseCounts(3, 3);
        responses.add(0, new int[] {4, 0, 1});
        responses.add(1, new int[] {3, 0, 1});
        responses.add(1, new int[] {3, 0, 0}); // 6 in all, but 3 for each image
        assertArrayEquals(new int[] {0, -1, 0}, responses.labels(), "the second is silent, the third has a tie");
    }

    @Test
    void theClassWhoseNeuronsFiredMostOnAverageWins() {
        ClassVote vote = new ClassVote(new int[] {0, 0, 1, -1}, 3);
        assertEquals(1, vote.classify(new int[] {3, 3, 4, 100}), "6 of two neurons against 4 of one");
        assertEquals(0, vote.classify(new int[] {4, 4, 4, 0}), "the lowest of equals");
        assertEquals(0, vote.classify(new int[4]));
    }
}
