package crosspike.snn.vote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Worked by hand: three neurons of class 0, one of class 1, one silent, one of class 2 that is not sure. */
class VotesTest {
    private static final NeuronLabels LABELS = NeuronLabels.of(new long[][] {
        {9, 1, 0}, {8, 0, 2}, {10, 0, 0}, {0, 10, 0}, {0, 0, 0}, {3, 2, 5},
    });
    private static final Votes VOTES = new Votes(LABELS, 3, 0.75);

    @Test
    void aNeuronStandsForTheClassItFiredForMost() {
        assertArrayEquals(new int[] {0, 0, 0, 1, -1, 2}, LABELS.labels());
        assertArrayEquals(
                new int[] {1}, NeuronLabels.of(new long[][] {{0, 4, 4}}).labels(), "the lowest of equals");
    }

    @Test
    void responseProbabilitiesAreSharesOfTheSpikes() {
        assertArrayEquals(new double[] {0.9, 0.1, 0}, LABELS.response()[0]);
        assertArrayEquals(new double[] {0, 0, 0}, LABELS.response()[4]);
        assertEquals(0.9, LABELS.certainty(0));
        assertEquals(0, LABELS.certainty(4));
        assertEquals(0.5, LABELS.certainty(5));
    }

    /** Class 0: 6 spikes of 3 neurons, mean 2; class 1: 3 spikes of 1 neuron, mean 3. */
    @Test
    void equationFiveTakesTheMeanOfEachClassAndTheSumTakesAllItsSpikes() {
        int[] winners = VOTES.classify(new int[] {3, 2, 1, 3, 0, 0});
        assertEquals(1, winners[Vote.EQ5.ordinal()]);
        assertEquals(0, winners[Vote.SPIKE_SUM.ordinal()]);
    }

    /** Class 2 has the largest mean, but its only neuron is certain to 0.5 only; then class 1 leads. */
    @Test
    void theSelectiveVoteLeavesOutNeuronsThatAreNotSure() {
        int[] winners = VOTES.classify(new int[] {0, 0, 1, 2, 0, 4});
        assertEquals(2, winners[Vote.EQ5.ordinal()]);
        assertEquals(1, winners[Vote.EQ5_SELECTIVE.ordinal()]);
    }

    /** The mean of the selective vote is over selected neurons: without the second, class 0 has 4/2 against 2.5 of 1. */
    @Test
    void theSelectiveVoteTakesTheMeanOfTheNeuronsThatAreLeft() {
        Votes votes = new Votes(LABELS, 3, 0.85);
        assertEquals(1, votes.classify(new int[] {2, 90, 2, 3, 0, 0})[Vote.EQ5_SELECTIVE.ordinal()]);
        assertEquals(0, votes.classify(new int[] {3, 0, 2, 2, 0, 0})[Vote.EQ5_SELECTIVE.ordinal()]);
    }

    /** 4 spikes of the unsure neuron: 1.2, 0.8, 2.0; 1 spike of the first: 0.9, 0.1, 0; together 2.1, 0.9, 2.0. */
    @Test
    void theZVoteWeighsEverySpikeWithTheResponseOfItsNeuron() {
        int[] winners = VOTES.classify(new int[] {1, 0, 0, 0, 0, 4});
        assertEquals(0, winners[Vote.Z_WEIGHTED.ordinal()]);
        assertEquals(2, winners[Vote.SPIKE_SUM.ordinal()]);
    }

    @Test
    void ofEqualClassesTheLowestWins() {
        int[] winners = VOTES.classify(new int[] {0, 0, 0, 2, 0, 2});
        assertEquals(1, winners[Vote.SPIKE_SUM.ordinal()]);
        assertEquals(1, winners[Vote.EQ5.ordinal()]);
    }

    @Test
    void withoutSpikesOrWithThoseOfSilentNeuronsOnlyItIsClassZero() {
        assertArrayEquals(new int[4], VOTES.classify(new int[6]));
        assertArrayEquals(new int[4], VOTES.classify(new int[] {0, 0, 0, 0, 7, 0}));
    }
}
