package crosspike.report.paper;

import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.config.DiehlCookPruning;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.report.paper.library.Papers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code reproduce --quick} is to show the shapes of figures. */
class QuickTest {
    private static final Set<DiehlCookPruning.Method> BETWEEN_BATCHES = Set.of(
            DiehlCookPruning.Method.DURING,
            DiehlCookPruning.Method.ONLINE,
            DiehlCookPruning.Method.SOFT,
            DiehlCookPruning.Method.NEURONS);

    static Stream<Path> plans() throws IOException {
        try (Stream<Path> plans = Files.list(Papers.of("rathi2018").folder().resolve("plans"))) {
            return plans.sorted().toList().stream();
        }
    }

    /** What is pruned when nothing learns any more would be pruning after training. */
    @ParameterizedTest
    @MethodSource("plans")
    void prunesWhileItLearnsWhereThePaperDoes(Path plan) {
        Paper paper = Papers.of("rathi2018");
        Sweep quick =
                Sweep.of(Sweep.read(plan).plan().withSettings(paper.sheet().quick()), plan);
        for (int point = 0; point < quick.size(); point++) {
            ExperimentConfig config = quick.experiment(point);
            DiehlCookPruning pruning = (DiehlCookPruning) config.pruning();
            long images = config.learning().images(config.data().training());
            if (BETWEEN_BATCHES.contains(pruning.method())) {
                assertTrue((long) pruning.firstBatch() * pruning.batch() < images, quick.labels(point)::toString);
            }
        }
    }
}
