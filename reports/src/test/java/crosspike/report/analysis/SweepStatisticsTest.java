package crosspike.report.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.report.SyntheticSweep;
import crosspike.report.analysis.SweepData.Combination;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Means, effects and tables of sweeps whose figures are known. */
class SweepStatisticsTest {
    private static final String LEVELS_AND_NODES = """
            axes:
            - {key: device.levels, values: [2, 4, 8]}
            - {key: circuit.node, values: [32 nm, 22 nm]}
            seeds: 3
            record: [accuracy_eq5, training_energy_J]
            """;

    @TempDir
    Path folder;

    private SweepData data(
            String axes, ToDoubleFunction<List<String>> accuracy, ToDoubleFunction<List<String>> joules) {
        return SweepData.of(SyntheticSweep.write(
                folder, axes, labels -> List.of(accuracy.applyAsDouble(labels), joules.applyAsDouble(labels))));
    }

    private static double number(String label) {
        return Double.parseDouble(label.replace(" nm", ""));
    }

    @Test
    void theEffectsOfAnAdditiveTableAreItsShares() {
        // levels 2, 4, 8 about their mean: 14/3 off by 8/3, 2/3, 10/3; nodes 32, 22 off by 5; no seeds, no interaction
        SweepData data = data(LEVELS_AND_NODES, labels -> number(labels.get(0)) + number(labels.get(1)), labels -> 1);
        double levels = 2 * (64 + 4 + 100) / 9.0;
        double nodes = 6 * 25;
        Sensitivity sensitivity = Sensitivity.of(data, "accuracy_eq5");
        assertEquals("circuit.node", sensitivity.effects().get(0).factor());
        assertEquals(nodes / (nodes + levels), sensitivity.effects().get(0).share(), 1e-12);
        assertEquals(levels / (nodes + levels), sensitivity.effects().get(1).share(), 1e-12);
        assertEquals(6, sensitivity.effects().get(1).range(), 1e-12);
        assertEquals("8", sensitivity.effects().get(1).best());
        assertEquals("2", sensitivity.effects().get(1).least());
        assertEquals(0, sensitivity.interactions(), 1e-12);
        assertEquals(0, sensitivity.seeds(), 1e-12);
    }

    @Test
    void aProductThatCancelsInEveryMeanIsAllInteraction() {
        SweepData data = data("""
                axes:
                - {key: device.levels, values: [4, 8]}
                - {key: circuit.node, values: [32 nm, 22 nm]}
                record: [accuracy_eq5, training_energy_J]
                """, labels -> (number(labels.get(0)) - 6) * (number(labels.get(1)) - 27), labels -> 1);
        Sensitivity sensitivity = Sensitivity.of(data, "accuracy_eq5");
        assertEquals(1, sensitivity.interactions(), 1e-12);
        sensitivity.effects().forEach(effect -> assertEquals(0, effect.share(), 1e-12));
        assertEquals(Double.NaN, sensitivity.seeds());
    }

    @Test
    void whatOnlyTheSeedsDecideIsTheirShare() {
        SweepData data = data(LEVELS_AND_NODES, labels -> number(labels.get(2)), labels -> 1);
        assertEquals(1, Sensitivity.of(data, "accuracy_eq5").seeds(), 1e-12);
    }

    @Test
    void aFigureThatDoesNotMoveIsExplainedByNothing() {
        SweepData data = data(LEVELS_AND_NODES, labels -> 0.5, labels -> 1);
        Sensitivity sensitivity = Sensitivity.of(data, "accuracy_eq5");
        sensitivity.effects().forEach(effect -> assertEquals(0, effect.share()));
        assertEquals(Double.NaN, sensitivity.interactions());
        assertTrue(data.active(0).isEmpty());
    }

    @Test
    void pointsThatOnlyPriceATrainingAnewDoNotNarrowTheInterval() {
        SweepData data = data(
                LEVELS_AND_NODES,
                labels -> number(labels.get(0)) / 10 + number(labels.get(2)) / 100,
                labels -> number(labels.get(1)));
        assertTrue(data.isInert(0, 1), "the node does not move the accuracy");
        assertFalse(data.isInert(1, 1), "but it does move the energy");
        Estimate atFour = SweepData.estimate(0, data.by(List.of(0)).get(List.of(1)));
        assertEquals(Estimate.of(0.41, 0.42, 0.43).n(), atFour.n());
        assertEquals(Estimate.of(0.41, 0.42, 0.43).high(), atFour.high(), 1e-12);
    }

    @Test
    void theSummaryHasOneRowForEachCombination() {
        SweepData data = data(LEVELS_AND_NODES, labels -> number(labels.get(2)) / 10, labels -> number(labels.get(1)));
        DataTable summary = SweepTables.summary(data);
        assertEquals(6, summary.rows().size());
        assertEquals(
                "device.levels,circuit.node,n,mean_accuracy_eq5,sd_accuracy_eq5,ci95_low_accuracy_eq5,"
                        + "ci95_high_accuracy_eq5,mean_training_energy_J,sd_training_energy_J,ci95_low_training_energy_J,"
                        + "ci95_high_training_energy_J",
                summary.csv().lines().findFirst().orElseThrow());
        assertEquals(List.of("2", "32 nm", 3), summary.rows().get(0).subList(0, 3));
        assertEquals(0.2, (double) summary.rows().get(0).get(3), 1e-15);
        assertEquals(0.1, (double) summary.rows().get(0).get(4), 1e-15);
    }

    @Test
    void failedPointsCountInNoMean() {
        SweepData data = SweepData.of(SyntheticSweep.write(
                folder,
                LEVELS_AND_NODES,
                labels -> labels.get(2).equals("2") ? List.of("no luck") : List.of(number(labels.get(2)), 1.0)));
        assertEquals(6, data.failures().size());
        Combination first = data.combinations().get(0);
        assertEquals(Map.of("device.levels", "2", "circuit.node", "32 nm"), data.labels(first));
        assertEquals(2, SweepTables.mean(data, first, "accuracy_eq5"));
        assertEquals(2, first.points().size());
    }

    private static String levelsAndEpochs(int mostLevels, int count) {
        return """
                axes:
                - latin_hypercube:
                    axes:
                    - {key: device.levels, from: 2, to: %d, whole: true}
                    - {key: learning.epochs, from: 1, to: 3}
                    count: %d
                record: [accuracy_eq5, training_energy_J]
                """.formatted(mostLevels, count);
    }

    @Test
    void keysOfALatinHypercubeAreFactorsOfTheirOwn() {
        SweepData data = data(levelsAndEpochs(200, 20), labels -> number(labels.get(0)), labels -> 1);
        assertEquals(
                List.of("device.levels", "learning.epochs"),
                data.factors().stream().map(Factor::name).toList());
        Sensitivity.Effect first =
                Sensitivity.of(data, "accuracy_eq5").effects().get(0);
        assertEquals("device.levels", first.factor());
        assertEquals(1, first.share(), 1e-12, "a straight line explains it all");
    }

    @Test
    void aDrawnKeyOfWhichOneValueIsLeftExplainsNothing() {
        SweepData data = SweepData.of(SyntheticSweep.write(
                folder,
                levelsAndEpochs(3, 4),
                labels -> labels.get(0).equals("2") ? List.of("no luck") : List.of(number(labels.get(1)), 1.0)));
        Sensitivity sensitivity = Sensitivity.of(data, "accuracy_eq5");
        Sensitivity.Effect levels = sensitivity.effects().get(1);
        assertEquals("device.levels", levels.factor());
        assertEquals(0, levels.share());
        assertEquals(0, levels.range());
    }
}
