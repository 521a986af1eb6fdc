package crosspike.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.TinyExperiment;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepEstimateTest {
    private static final String NODES = "- {key: circuit.node, values: [32 nm, 22 nm]}\n";

    @TempDir
    Path folder;

    @BeforeEach
    void writeBase() throws IOException {
        TinyExperiment.file(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        data.training  | 400000 | data.training is 400000, but bars has 240 images; expected at most that many
        data.labelling | 999    | data.labelling is 999, but bars has 240 images; expected at most that many
        data.test      | 999    | data.test is 999, but bars has 120 images; expected at most that many
        """)
    void pointsThatTakeMoreImagesThanThereAreWillFail(String key, int images, String error) {
        SweepEstimate estimate =
                estimate("axes:\n- {key: " + key + ", values: [60, " + images + "]}\n" + NODES + "seeds: 3\n");
        assertEquals(12, estimate.points());
        assertEquals(3, estimate.trainings());
        assertEquals(6, estimate.wrong());
        assertEquals(error, estimate.error());
    }

    /** The number of images of the slice that is timed was reported, which nobody had typed. */
    @Test
    void ifAllPointsTakeTooManyNothingIsTimed() {
        SweepEstimate estimate = estimate("axes:\n- {key: data.training, values: [30000000]}\n" + NODES);
        assertEquals(2, estimate.wrong());
        assertEquals(
                "data.training is 30000000, but bars has 240 images; expected at most that many", estimate.error());
        assertEquals(0, estimate.seconds());
    }

    @Test
    void theImagesOfFinishedTrainingsAreNotAskedFor() {
        String plan = "axes:\n- {key: data.training, values: [60, 400000]}\n";
        run(plan);
        SweepEstimate estimate = estimate(plan);
        assertEquals(1, estimate.finished());
        assertEquals(1, estimate.wrong());
        assertEquals(0, estimate.seconds());
    }

    /** They were taken for those of MNIST, so that an estimate for the bundled digits was six times too long. */
    @Test
    void whereAllImagesAreTakenTheEstimateIsForThatMany() {
        String all = "{set: digits}";
        String counted = "{set: digits, training: 240, test: 120}";
        assertEquals(
                work("axes: [{key: data, values: [" + counted + "]}]\n"),
                work("axes: [{key: data, values: [" + all + "]}]\n"));
    }

    private double work(String keys) {
        return Missing.of(sweep(keys), folder.resolve("out"), Shard.ALL, SweepEstimateTest::data)
                .work();
    }

    /** It was gone through for each slice, and counted once where other trainings of its plan do not search. */
    @Test
    void aSearchCountsAsSeveralTrainingsAndIsTimedByOne() {
        String layer = "network={kind: diehl-cook, outputs: 12, display: 20 ms, rest: 10 ms}";
        ExperimentConfig searching = TinyExperiment.config(
                layer, "learning={}", "pruning={method: online, threshold: 0.1, connectivity: 30 %}");
        assertEquals(5 * 60_000, Workload.of(searching).training(), "five trainings of all images of MNIST");
        Slices.Slice slice = new Slices(SweepEstimateTest::data).of(searching);
        assertEquals(240, slice.work().training(), "all images, once");
    }

    @Test
    void trainingsThatDifferInSeedAndPruningOnlyAreTimedOnce() {
        Slices slices = new Slices(SweepEstimateTest::data);
        Slices.Slice first = slices.of(TinyExperiment.config());
        assertSame(first, slices.of(TinyExperiment.config("seed=7", "pruning={method: soft, fraction: 50 %}")));
        assertNotSame(first, slices.of(TinyExperiment.config("network.outputs=20")));
        assertNotSame(first, slices.of(TinyExperiment.config("data.training=120")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        node       | technology node 31 nm HP is unknown
        wire_width | array wire width 31 nm is unknown
        """)
    void pointsInATechnologyThatIsNotThereWillFail(String key, String error) {
        String plan = "axes:\n- {key: circuit." + key + ", values: [31 nm, 22 nm]}\nseeds: 2\n";
        SweepEstimate estimate = estimate(plan);
        assertEquals(4, estimate.points());
        assertEquals(2, estimate.trainings());
        assertEquals(2, estimate.wrong());
        assertTrue(estimate.error().startsWith("circuit." + key + ": " + error), estimate.error());
        run(plan);
        SweepEstimate after = estimate(plan);
        assertEquals(2, after.finished());
        assertEquals(2, after.wrong());
        assertEquals("nothing: no training is left", after.measured());
    }

    @Test
    void whereNoPointCanBePricedNothingIsTrained() {
        SweepEstimate estimate = estimate("axes:\n- {key: circuit.node, values: [31 nm, 33 nm]}\n");
        assertEquals(2, estimate.wrong());
        assertEquals(0, estimate.trainings());
        assertEquals(0, estimate.seconds());
    }

    /** The plan is finished, but its trainings have to be done once more to keep their runs. */
    @Test
    void runsThatAreToBeKeptLaterAreTrainedAgain() {
        String plan = "axes:\n- {key: data.training, values: [60]}\n";
        run(plan);
        assertEquals("nothing: no training is left", estimate(plan).measured());
        assertTrue(estimate(plan + "keep: runs\n").measured().startsWith("60 training"));
        run(plan + "keep: runs\n");
        assertEquals(
                "nothing: no training is left", estimate(plan + "keep: runs\n").measured());
    }

    @Test
    void ofDataThatAreMissingOnlyThoseOfTheFirstTrainingStopIt() {
        SweepEstimate estimate = estimate("axes:\n- {key: data.set, values: [digits, mnist]}\n" + NODES);
        assertEquals(2, estimate.wrong());
        assertEquals("no mnist", estimate.error());
        assertThrows(UserError.class, () -> estimate("axes:\n- {key: data.set, values: [mnist, digits]}\n"));
    }

    private void run(String keys) {
        Sweep sweep = sweep(keys);
        Path out = folder.resolve("out");
        SweepRun.run(
                sweep,
                out,
                Shard.ALL,
                LocalEngine.of(sweep, 1, out, any -> TinyExperiment.data()),
                SweepProgress.SILENT);
    }

    private Sweep sweep(String keys) {
        String yaml = "sweep: 1\nbase: bars.yaml\n" + keys;
        return Sweep.of(SweepPlan.parse(yaml, "plan.yaml"), folder.resolve("plan.yaml"));
    }

    private SweepEstimate estimate(String keys) {
        return SweepEstimate.of(sweep(keys), folder.resolve("out"), Shard.ALL, new Slices(SweepEstimateTest::data));
    }

    private static Dataset data(String set) {
        if (set.equals("digits")) return TinyExperiment.data();
        throw new UserError("no " + set);
    }
}
