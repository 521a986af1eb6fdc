package crosspike.report.paper;

import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.config.DiehlCookPruning;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.report.paper.library.Papers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code reproduce --quick} is to show the shapes of figures. */
class QuickTest {
    private static final Set<DiehlCookPruning.Method> BETWEEN_BATCHES = Set.of(
            DiehlCookPruning.Method.DURING,
            DiehlCookPruning.Method.ONLINE,
            DiehlCookPruning.Method.SOFT,
            DiehlCookPruning.Method.NEURONS);

    static Stream<Arguments> plans() throws IOException {
        List<Arguments> plans = new ArrayList<>();
        for (String paper : List.of("guo2020", "pruning-comparison", "rathi2018")) {
            try (Stream<Path> files = Files.list(Papers.of(paper).folder().resolve("plans"))) {
                files.sorted().forEach(file -> plans.add(Arguments.of(paper, file)));
            }
        }
        return plans.stream();
    }

    private static Sweep quick(String paper, Path plan) {
        return Sweep.of(
                Sweep.read(plan).plan().withSettings(Papers.of(paper).sheet().quick()), plan);
    }

    /** What is pruned when nothing learns any more would be pruning after training. */
    @ParameterizedTest
    @MethodSource("plans")
    void prunesWhileItLearnsWhereThePaperDoes(String paper, Path plan) {
        Sweep quick = quick(paper, plan);
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
