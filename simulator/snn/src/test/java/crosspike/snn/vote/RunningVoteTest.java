package crosspike.snn.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunningVoteTest {

    @Test
    void beforeTheFirstImageThereIsNoAccuracy() {
        assertEquals(Double.NaN, new RunningVote(2, 2).accuracy());
    }

    @Test
    void anImageIsClassifiedByWhatWasSeenBeforeIt() {
        RunningVote vote = new RunningVote(2, 2);
        vote.image(new int[] {1}, 1, 0);
        assertEquals(0, vote.accuracy(), "nothing was known of neuron 1");
        vote.image(new int[] {1}, 1, 0);
        assertEquals(1.0 / 2, vote.accuracy(), "neuron 1 fires for class 0");
        vote.image(new int[] {1}, 1, 1);
        assertEquals(1.0 / 3, vote.accuracy(), "but now it was class 1");
        vote.image(new int[] {0, 1}, 0, 0);
        assertEquals(1.0 / 4, vote.accuracy(), "without spikes nothing is right, not even class 0");
    }

    @Test
    void theAccuracyIsThatOfTheLatestThousandImages() {
        RunningVote vote = new RunningVote(1, 2);
        for (int i = 0; i < 1_000; i++) {
            vote.image(new int[] {0}, 1, 0);
        }
        assertEquals(0.999, vote.accuracy(), "all but the first");
        vote.image(new int[] {0}, 1, 0);
        assertEquals(1, vote.accuracy(), "the first is forgotten");
        for (int i = 0; i < 100; i++) {
            vote.image(new int[] {0}, 1, 1);
        }
        assertEquals(0.9, vote.accuracy());
    }

    /** After 1,000 images for class 0 the neuron keeps 500; after 501 more for class 1 it stands for class 1. */
    @Test
    void afterAThousandImagesOldSpikesCountHalf() {
        RunningVote vote = new RunningVote(1, 2);
        for (int i = 0; i < 1_000; i++) {
            vote.image(new int[] {0}, 1, 0);
        }
        for (int i = 0; i < 501; i++) {
            vote.image(new int[] {0}, 1, 1);
        }
        double before = vote.accuracy();
        vote.image(new int[] {0}, 1, 1);
        assertEquals(before, vote.accuracy(), 1e-12, "a right one for a right one that is forgotten");
    }
}
