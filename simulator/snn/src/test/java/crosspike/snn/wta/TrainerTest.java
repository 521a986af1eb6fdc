package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Mapping;
import crosspike.crossbar.Session;
import crosspike.device.PulseResponse;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.vote.NeuronLabels;
import crosspike.snn.vote.Vote;
import crosspike.snn.vote.Votes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {
    private static final ImageSet TRAINING = Halves.images(200, 1);
    private static final ImageSet TEST = Halves.images(100, 2);
    /** 10 % of each neuron's 37 weights, as soon as it won three times in a row twice. */
    private static final int PRUNED = 4;

    private final Session session = new Session(Streams.of(1, "device").stream(0));

    static Stream<Arguments> arrays() {
        return Stream.of(
                Arguments.of(Halves.IDEAL, Mapping.SINGLE),
                Arguments.of(Halves.IDEAL, Mapping.PAIR),
                Arguments.of(Halves.NOISY, Mapping.SINGLE),
                Arguments.of(Halves.NOISY, Mapping.PAIR));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void itLearnsToTellTwoPatternsApart(PulseResponse response, Mapping mapping) {
        WtaNetwork network = Halves.network(response, mapping, 1);
        Trainer trainer = trainer(network, Pruning.NONE);
        trainer.learn(TRAINING, 0, 200);
        assertEquals(200, trainer.presentations());
        assertTrue(trainer.runningAccuracy() > 0.8, () -> "running accuracy is " + trainer.runningAccuracy());

        Evaluation evaluation = new Evaluation(network, 1);
        NeuronLabels labels = NeuronLabels.of(evaluation
                .label(TRAINING, Halves.SCHEDULE, Streams.of(1, "labelling"), Streams.of(1, "noise"), done -> {})
                .counts());
        Evaluation.Test tested = evaluation.test(
                TEST,
                new Votes(labels, 2, 0.75),
                Halves.SCHEDULE,
                Streams.of(1, "test"),
                Streams.of(1, "test noise"),
                done -> {});
        for (Vote vote : Vote.values()) {
            assertTrue(
                    tested.votes().accuracy(vote) >= 0.98,
                    () -> vote + " got " + tested.votes().accuracy(vote));
        }
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void theSameSeedGivesTheSameConductancesCountsAndEnergies(PulseResponse response, Mapping mapping) {
        WtaNetwork one = Halves.network(response, mapping, 3);
        WtaNetwork two = Halves.network(response, mapping, 3);
        Session again = new Session(Streams.of(1, "device").stream(0));
        trainer(one, soft(Pruning.When.DURING)).learn(TRAINING, 0, 60);
        new Trainer(two, Halves.RULE, soft(Pruning.When.DURING), Halves.SCHEDULE, 2, Streams.of(1, "training"), again)
                .learn(TRAINING, 0, 60);
        assertArrayEquals(
                one.synapses().crossbar().conductances(),
                two.synapses().crossbar().conductances());
        assertEquals(session.activity(), again.activity());
        assertEquals(session.energy(), again.energy());
    }

    @Test
    void trainingInPartsIsTrainingAtOnceAndTheSetIsRepeatedWithoutEnd() {
        WtaNetwork one = Halves.network(Halves.IDEAL, Mapping.SINGLE, 4);
        WtaNetwork two = Halves.network(Halves.IDEAL, Mapping.SINGLE, 4);
        ImageSet few = TRAINING.first(30);
        Trainer atOnce = trainer(one, Pruning.NONE);
        Trainer inParts = trainer(two, Pruning.NONE);
        atOnce.learn(few, 0, 75);
        inParts.learn(few, 0, 10);
        inParts.learn(few, 10, 44);
        inParts.learn(few, 44, 75);
        assertArrayEquals(
                one.synapses().crossbar().conductances(),
                two.synapses().crossbar().conductances());
        assertEquals(atOnce.runningAccuracy(), inParts.runningAccuracy());
    }

    /** Every weight of the winner is visited at each output spike (Shi 2019, Table 2). */
    @Test
    void everyOutputSpikeUpdatesEveryWeightOfItsWinner() {
        trainer(Halves.network(Halves.IDEAL, Mapping.SINGLE, 5), Pruning.NONE).learn(TRAINING, 0, 100);
        assertEquals(100, session.presentations);
        assertEquals(session.outputSpikes * 37, session.nominalUpdates);
        assertEquals(session.outputSpikes, session.reads);
        assertEquals(session.outputSpikes * 37, session.cellReads, "cells are read before they are written");
        assertEquals(session.outputSpikes * 37, session.flagReads);
        assertEquals(session.activeRows * Halves.NEURONS, session.synapticOperations);
        double expected = 5_000 * (1 - Math.exp(-0.2)); // 100 images of 50 steps, within 4 binomial standard deviations
        assertEquals(expected, session.outputSpikes, 4 * Math.sqrt(expected * Math.exp(-0.2)));
    }

    @Test
    void aRuleThatIgnoresTheWeightsReadsNoCells() {
        WtaNetwork network = Halves.network(Halves.IDEAL, Mapping.SINGLE, 6);
        ExponentialStdp blind = new ExponentialStdp(0.01, 0, 0.0167);
        new Trainer(network, blind, Pruning.NONE, Halves.SCHEDULE, 2, Streams.of(1, "training"), session)
                .learn(TRAINING, 0, 20);
        assertEquals(0, session.cellReads);
        assertTrue(session.deviceWrites > 0);
    }

    @ParameterizedTest
    @EnumSource(value = PruningMethod.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void pruningDuringTrainingFlagsTheFractionOfEachDevelopedNeuron(PruningMethod method) {
        WtaNetwork network = Halves.network(Halves.NOISY, Mapping.SINGLE, 7);
        Trainer trainer = trainer(network, new Pruning(method, 0.1, Pruning.When.DURING, Development.literal(3, 2)));
        trainer.learn(TRAINING, 0, 200);
        assertTrue(trainer.prunedNeurons() >= 2, () -> trainer.prunedNeurons() + " neurons are pruned");
        assertFlagged(network, trainer.prunedNeurons());
        int before = trainer.prunedNeurons();
        trainer.finish();
        assertEquals(before, trainer.prunedNeurons(), "nothing is left for the end");
    }

    @Test
    void pruningAfterTrainingFlagsTheFractionOfAllNeurons() {
        WtaNetwork network = Halves.network(Halves.NOISY, Mapping.PAIR, 8);
        Trainer trainer = trainer(network, soft(Pruning.When.AFTER));
        trainer.learn(TRAINING, 0, 50);
        assertFlagged(network, 0);
        trainer.finish();
        assertEquals(Halves.NEURONS, trainer.prunedNeurons());
        assertFlagged(network, Halves.NEURONS);
    }

    /** 1 % of 37 weights is none: a neuron that loses none is not pruned, and nobody reads it for that. */
    @ParameterizedTest
    @EnumSource(Pruning.When.class)
    void aFractionOfNoWeightPrunesNoNeuron(Pruning.When when) {
        Trainer trainer = trainer(
                Halves.network(Halves.IDEAL, Mapping.SINGLE, 8),
                new Pruning(PruningMethod.SOFT, 0.01, when, Development.literal(3, 2)));
        trainer.learn(TRAINING, 0, 50);
        trainer.finish();
        assertTrue(trainer.history(0).developed().isPresent(), "it would be pruned now");
        assertEquals(0, trainer.prunedNeurons());
        assertEquals(session.outputSpikes * 37, session.cellReads, "those before updates");
    }

    @Test
    void withoutPruningNothingIsFlagged() {
        WtaNetwork network = Halves.network(Halves.IDEAL, Mapping.SINGLE, 9);
        Trainer trainer = trainer(network, Pruning.NONE);
        trainer.learn(TRAINING, 0, 50);
        trainer.finish();
        assertFlagged(network, 0);
    }

    @Test
    void prunedWeightsStayWhileTheOthersLearn() {
        WtaNetwork network = Halves.network(Halves.NOISY, Mapping.SINGLE, 10);
        Trainer trainer = trainer(network, soft(Pruning.When.DURING));
        trainer.learn(TRAINING, 0, 200);
        boolean[][] flags = network.synapses().flags();
        float[][] before = network.synapses().crossbar().conductances();
        trainer.learn(TRAINING, 200, 260);
        float[][] after = network.synapses().crossbar().conductances();
        int flagged = 0;
        for (int r = 0; r < flags.length; r++) {
            for (int k = 0; k < Halves.NEURONS; k++) {
                if (flags[r][k]) {
                    assertEquals(before[r][k], after[r][k]);
                    flagged++;
                }
            }
        }
        assertTrue(flagged > 0);
        assertFalse(Arrays.deepEquals(before, after));
    }

    /** The law that ties neurons.csv to epochs.csv: a neuron developed in presentation n is pruned from n on. */
    @Test
    void theHistoryOfANeuronTellsItsSpikesAndWhenItWasDeveloped() {
        WtaNetwork network = Halves.network(Halves.IDEAL, Mapping.SINGLE, 11);
        Trainer trainer = trainer(network, soft(Pruning.When.DURING));
        List<Integer> prunedAfter = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            trainer.learn(TRAINING, n, n + 1);
            prunedAfter.add(trainer.prunedNeurons());
        }
        List<NeuronHistory> neurons =
                IntStream.range(0, Halves.NEURONS).mapToObj(trainer::history).toList();
        assertEquals(
                session.outputSpikes,
                neurons.stream().mapToLong(NeuronHistory::spikes).sum());
        List<NeuronHistory.Moment> moments =
                neurons.stream().flatMap(neuron -> neuron.developed().stream()).toList();
        assertTrue(moments.size() >= 2, () -> moments.size() + " neurons are developed");
        for (int n = 1; n <= 200; n++) {
            int presentation = n;
            assertEquals(
                    moments.stream()
                            .filter(moment -> moment.presentation() <= presentation)
                            .count(),
                    (long) prunedAfter.get(n - 1),
                    "pruned after presentation " + n);
        }
        for (NeuronHistory.Moment moment : moments) {
            assertTrue(moment.step() >= 2 && moment.step() < 50, "the third spike of a run, at most one a step");
            assertTrue(moment.nominalUpdates() <= session.nominalUpdates);
        }
        for (NeuronHistory neuron : neurons) {
            assertEquals(neuron.occurrences() >= 2, neuron.developed().isPresent());
        }
    }

    @Test
    void withoutPruningItIsStillToldWhenANeuronIsDeveloped() {
        Trainer trainer = trainer(
                Halves.network(Halves.IDEAL, Mapping.SINGLE, 11),
                new Pruning(PruningMethod.NONE, 0.1, Pruning.When.DURING, Development.literal(3, 2)));
        trainer.learn(TRAINING, 0, 200);
        assertEquals(0, trainer.prunedNeurons());
        assertTrue(IntStream.range(0, Halves.NEURONS)
                .anyMatch(k -> trainer.history(k).developed().isPresent()));
    }

    private void assertFlagged(WtaNetwork network, int prunedNeurons) {
        int neurons = 0;
        for (int k = 0; k < Halves.NEURONS; k++) {
            int pruned = network.synapses().prunedWeights(k);
            neurons += pruned > 0 ? 1 : 0;
            assertTrue(pruned == 0 || pruned == PRUNED, () -> pruned + " weights are pruned");
        }
        assertEquals(prunedNeurons, neurons);
        assertEquals(prunedNeurons * PRUNED, session.flagWrites);
    }

    private Trainer trainer(WtaNetwork network, Pruning pruning) {
        return new Trainer(network, Halves.RULE, pruning, Halves.SCHEDULE, 2, Streams.of(1, "training"), session);
    }

    private static Pruning soft(Pruning.When when) {
        return new Pruning(PruningMethod.SOFT, 0.1, when, Development.literal(3, 2));
    }
}
