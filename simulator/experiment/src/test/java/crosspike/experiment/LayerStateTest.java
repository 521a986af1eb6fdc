package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.run.LayerState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run tells of a layer beside its accuracy. */
class LayerStateTest {
    private static LayerState run(String... overrides) {
        return DiehlCookExperimentTest.run(overrides).layer().orElseThrow();
    }

    @Test
    void aHealthyNetworkIsNotRemarkedUpon() {
        assertEquals(List.of(), run().remarks());
    }

    @Test
    void thresholdsBeyondReachAreRemarkedUpon() {
        assertEquals(
                List.of(
                        "thresholds of 12 neurons are beyond what their input can reach: lower the gain or the threshold step"),
                run("network.gain=200").remarks());
    }

    @Test
    void aConnectivityThatIsNotFoundIsRemarkedUpon() {
        // with one step of pruning, connectivity only takes the steps of two-level weights
        List<String> remarks =
                run("pruning={method: during, threshold: 0.1, levels: 2, connectivity: 1 %, batch: 100, first_batch: 1}")
                        .remarks();
        assertTrue(
                remarks.toString().contains("% of the synapses are left where pruning.connectivity wants 1.0 %"),
                remarks::toString);
    }

    @Test
    void eventDrivenUpdatesAreThoseOfSynapsesThatCanLearn() {
        LayerState pruned = run("pruning={method: online, threshold: 0.2, batch: 20, first_batch: 1}");
        assertTrue(pruned.operations().visitedUpdates() <= pruned.operations().outputUpdates());
        assertTrue(pruned.operations().inputUpdates() <= pruned.operations().denseInputUpdates());
    }
}
