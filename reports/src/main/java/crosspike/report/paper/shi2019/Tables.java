package crosspike.report.paper.shi2019;

import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.Shi2019Learning;
import crosspike.experiment.config.Shi2019Network;
import crosspike.experiment.config.Shi2019Pruning;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Tables 1 to 3, out of the runs of one plan.
 *
 * @param table makes the rows
 */
record Tables(Function<Evidence, List<Found>> table) implements PaperFigure {
    private static final String PLAN = "counts";
    private static final String AXIS = "method";
    private static final String UNPRUNED = "no pruning";
    private static final String PRUNED = "50 % soft-pruning";
    private static final String NEAREST_COUNT = "50 % soft-pruning, nearest count";

    @Override
    public List<String> plans() {
        return List.of(PLAN);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        return Drawing.table(table.apply(evidence));
    }

    private static List<RunDirectory> runs(Evidence evidence, String training) {
        return evidence.rows(PLAN).stream()
                .filter(row -> evidence.label(PLAN, row, AXIS).equals(training))
                .map(row -> evidence.run(PLAN, row))
                .toList();
    }

    /** Table 1: what the config of the runs says. */
    static List<Found> parameters(Evidence evidence) {
        RunDirectory run = runs(evidence, PRUNED).get(0);
        ExperimentConfig config = ConfigFile.of(run).config();
        Shi2019Network network = (Shi2019Network) config.network();
        Shi2019Learning learning = (Shi2019Learning) config.learning();
        Shi2019Pruning pruning = (Shi2019Pruning) config.pruning();
        return List.of(
                Found.exact("input neurons", "", run.array().rows()),
                Found.exact("output neurons", "", run.array().outputs()),
                Found.exact("input rate", "Hz", network.inputHertz()),
                Found.exact("output rate, training and labelling", "Hz", network.outputHertz()),
                Found.exact("output rate, testing", "Hz", network.testOutputHertz()),
                Found.exact(
                        "presentation, training and labelling",
                        "ms",
                        1e3 * (network.displaySeconds() + network.blankSeconds())),
                Found.exact(
                        "presentation, testing", "ms", 1e3 * (network.testDisplaySeconds() + network.blankSeconds())),
                Found.exact("neuron removal threshold", "", network.neuronRemoval()),
                Found.exact("prune parameter r", "", pruning.occurrences()),
                Found.exact("spike count", "", pruning.run()),
                Found.exact("a", "", learning.a()),
                Found.exact("b", "", learning.b()),
                Found.exact("c", "", learning.c()));
    }

    /** Table 2: updates of weights, in millions. */
    static List<Found> updates(Evidence evidence) {
        return List.of(
                found(evidence, UNPRUNED, "conventional STDP", "M", result -> 1e-6 * result.conventionalStdpUpdates()),
                found(evidence, UNPRUNED, "STDP of this work", "M", Tables::millions),
                found(evidence, PRUNED, "STDP of this work, 50 % soft-pruning", "M", Tables::millions),
                found(
                        evidence,
                        NEAREST_COUNT,
                        "the same, lowest kept, every spike of the total counts",
                        "M",
                        Tables::millions));
    }

    private static double millions(RunResult result) {
        return 1e-6 * result.activity().training().nominalUpdates();
    }

    /** Table 3: the line of this work. */
    static List<Found> performance(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        RunDirectory run = runs(evidence, UNPRUNED).get(0);
        int rows = run.array().rows();
        int outputs = run.array().outputs();
        found.add(Found.exact("this work, neurons", "", rows + outputs));
        found.add(Found.exact("this work, synapses", "", (double) rows * outputs));
        found.add(found(
                evidence,
                UNPRUNED,
                "this work, Eq. 5",
                "%",
                result -> 100 * result.accuracy().eq5()));
        found.add(found(
                evidence,
                UNPRUNED,
                "this work, Eq. 5 without neurons below 0.75",
                "%",
                result -> 100 * result.accuracy().eq5Selective()));
        found.add(found(
                evidence,
                UNPRUNED,
                "this work, Z vote",
                "%",
                result -> 100 * result.accuracy().zWeighted()));
        return found;
    }

    private static Found found(
            Evidence evidence, String training, String series, String unit, ToDoubleFunction<RunResult> figure) {
        double[] values = runs(evidence, training).stream()
                .mapToDouble(run -> figure.applyAsDouble(run.result()))
                .toArray();
        return new Found(series, "", unit, Estimate.of(values));
    }
}
