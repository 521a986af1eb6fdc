package crosspike.experiment;

import static crosspike.experiment.DiehlCookExperimentTest.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Activity;
import crosspike.experiment.run.Checkpoint;
import crosspike.experiment.run.LayerState;
import crosspike.input.UserError;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Networks that are pruned while they learn, the search for their threshold, and pruning around stuck cells. */
class OnlinePruningExperimentTest {
    @Test
    void aWantedConnectivityIsFoundByTrainingsAndTheThresholdIsTold() {
        Outcome outcome = run(
                "pruning={method: online, threshold: 0.1, connectivity: 30 %, batch: 20, first_batch: 2, online: {over_time: 1.2}}");
        double left = (double) outcome.layer().orElseThrow().plastic() / outcome.weights();
        assertEquals(0.3, left, 0.003 + 1e-9); // the tolerance of the search
        double threshold = outcome.layer().orElseThrow().initialThreshold();
        Outcome again = run("pruning={method: online, threshold: " + threshold
                + ", batch: 20, first_batch: 2, online: {over_time: 1.2}}");
        assertEquals(outcome.prunedWeights(), again.prunedWeights());
        assertEquals(outcome.accuracy(), again.accuracy());
    }

    @Test
    void aConnectivityIsFoundForWeightsThatMayGrowAgainToo() {
        Outcome outcome =
                run("pruning={method: during, threshold: 0.1, connectivity: 40 %, batch: 20, first_batch: 2}");
        double left = (double) outcome.layer().orElseThrow().plastic() / outcome.weights();
        assertEquals(0.4, left, 0.003 + 1e-9); // the tolerance of the search
    }

    @Test
    void softPruningStopsUpdatesAndLeavesAccumulations() {
        String keys = "threshold: 0.2, batch: 20, first_batch: 1}";
        LayerState none = run().layer().orElseThrow();
        LayerState soft = run("pruning={method: soft, " + keys).layer().orElseThrow();
        assertTrue(soft.plastic() < none.plastic());
        assertTrue(soft.operations().outputUpdates() < none.operations().outputUpdates());
        assertTrue(soft.operations().denseInputUpdates() <= soft.operations().accumulations());
        LayerState hard = run("pruning={method: online, " + keys).layer().orElseThrow();
        assertTrue(hard.operations().accumulations() < none.operations().accumulations());
    }

    @Test
    void stuckCellsHoldNoWeightWhetherTheyAreKnownOrNot() {
        for (String known : new String[] {"true", "false"}) {
            Outcome outcome = run("pruning.stuck={share: 30 %, known: " + known + "}");
            assertEquals(0.3 * outcome.weights(), outcome.prunedWeights(), 40, "four standard deviations of 432 draws");
            float lowest = outcome.crossbar().response().range().minSiemens();
            for (int i = 0; i < outcome.flags().length; i++) {
                for (int j = 0; j < outcome.outputs(); j++) {
                    if (outcome.flags()[i][j])
                        assertEquals(lowest, outcome.crossbar().conductances()[i][j]);
                }
            }
        }
    }

    @Test
    void knownFaultsAreTheSameCellsAsUnknownOnesAndTrainingGoesRoundThem() {
        Outcome known = run("pruning.stuck={share: 30 %}");
        Outcome unknown = run("pruning.stuck={share: 30 %, known: false}");
        assertArrayEquals(known.flags(), unknown.flags());
        assertEquals(run().checkpoints(), unknown.checkpoints(), "training knew of no faults");
        Activity blind = unknown.activity().training();
        assertEquals(12 * blind.inputSpikes(), blind.synapticOperations());
        Activity seeing = known.activity().training();
        assertTrue(seeing.synapticOperations() < 0.9 * 12 * seeing.inputSpikes(), "0.7 on average");
        Outcome fewer = run("pruning.stuck={share: 10 %}");
        for (int i = 0; i < fewer.flags().length; i++) {
            for (int j = 0; j < fewer.outputs(); j++) {
                assertTrue(known.flags()[i][j] || !fewer.flags()[i][j], "more faults are more, not others");
            }
        }
    }

    /** Random ones came on top of those of stuck cells: 42 % were left. */
    @Test
    void connectionsOfKnownStuckCellsAreTheFirstToGoBeforeTraining() {
        Outcome some = run("pruning={method: before, connectivity: 60 %, stuck: {share: 30 %}}");
        assertEquals(0.4 * some.weights(), some.prunedWeights(), 40, "four standard deviations of 432 draws");
        Outcome none = run("pruning={method: before, connectivity: 80 %, stuck: {share: 30 %}}");
        assertEquals(0.3 * none.weights(), none.prunedWeights(), 40, "no more are to be given up");
    }

    @Test
    void moreSynapsesThanWorkingCellsAreTold() {
        for (String method : new String[] {"before", "after", "during, threshold: 0.1"}) {
            Outcome outcome = run("pruning={method: " + method + ", connectivity: 80 %, stuck: {share: 30 %}}");
            double left = 1 - (double) outcome.prunedWeights() / outcome.weights();
            assertEquals(
                    String.format(
                            Locale.ROOT,
                            "%.1f %% of the synapses are left where pruning.connectivity wants 80.0 %%: 30.0 %% of the cells"
                                    + " are known to be stuck",
                            100 * left),
                    outcome.layer().orElseThrow().remarks().get(0));
        }
        String possible = "pruning={method: before, connectivity: 10 %, stuck: {share: 90 %}}";
        assertTrue(
                run(possible).layer().orElseThrow().remarks().stream().noneMatch(remark -> remark.contains("stuck")));
    }

    @Test
    void aTrainingWithoutImagesIsToldToPruneNothing() {
        String threshold = "pruning={method: during, threshold: 0.1}";
        assertEquals(
                "nothing is pruned: the training has no images",
                run(threshold, "learning.epochs=0")
                        .layer()
                        .orElseThrow()
                        .remarks()
                        .get(0));
    }

    @Test
    void wholeNeuronsGoUntilTheWantedShareIsLeft() {
        Outcome outcome = run("pruning={method: neurons, connectivity: 25 %, batch: 20, first_batch: 2}");
        assertEquals(0.75, (double) outcome.prunedWeights() / outcome.weights(), 1e-9); // 9 of 12 neurons
        assertEquals(9, outcome.prunedNeurons());
        Checkpoint last = outcome.checkpoints().get(outcome.checkpoints().size() - 1);
        assertEquals(9, last.prunedNeurons());
        assertEquals(0, run().prunedNeurons());
    }

    @Test
    void onlinePruningWithoutAThresholdIsRefused() {
        UserError e = assertThrows(UserError.class, () -> DiehlCookExperimentTest.config("pruning={method: online}"));
        assertTrue(
                e.getMessage()
                        .contains(
                                "is 0; expected the threshold of the first pruning with pruning.method: online, such as 0.1"),
                e.getMessage());
    }

    @Test
    void aPruningThatNeverComesIsTold() {
        String late = "threshold: 0.1, batch: 5000, first_batch: 6}";
        Outcome outcome = run("pruning={method: online, " + late);
        assertEquals(0, outcome.prunedWeights());
        long images =
                outcome.checkpoints().get(outcome.checkpoints().size() - 1).presentations();
        String why =
                "nothing is pruned: the first pruning would come after 30,000 images (pruning.first_batch x pruning.batch),"
                        + " the training has " + images;
        assertEquals(why, outcome.layer().orElseThrow().remarks().get(0));
        Outcome search = run("pruning={method: soft, connectivity: 10 %, " + late);
        assertEquals(
                "100.0 % of the synapses are left where pruning.connectivity wants 10.0 %: " + why,
                search.layer().orElseThrow().remarks().get(0));
        assertTrue(
                run("pruning={method: during, " + late).layer().orElseThrow().remarks().stream()
                        .noneMatch(remark -> remark.contains("nothing is pruned")),
                "prunes after the last image, too");
    }

    @Test
    void factorsThatShrinkThresholdsAreToldByTheirKeys() {
        UserError e = assertThrows(
                UserError.class,
                () -> DiehlCookExperimentTest.config(
                        "pruning={method: online, threshold: 0.1, online: {over_neurons: 0.5}}"));
        assertEquals(
                "pruning.online.over_neurons (--set pruning) is 0.5; expected at least 1 with growth: exponential",
                e.getMessage());
    }
}
