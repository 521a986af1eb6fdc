package crosspike.cli;

import crosspike.circuit.CostReport;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import java.io.PrintWriter;
import java.util.Locale;

/** What a run found, in a few lines. */
final class Summary {
    private Summary() {}

    static void print(RunDirectory run, boolean json, PrintWriter out) {
        RunResult result = run.result();
        if (json) {
            out.print(JsonFiles.write(result));
            return;
        }
        CostReport cost = run.cost();
        RunResult.Accuracy accuracy = result.accuracy();
        line(
                out,
                "accuracy",
                "%.2f %% (Eq. 5), %.2f %% (Z vote) on %d test images",
                100 * accuracy.eq5(),
                100 * accuracy.zWeighted(),
                result.testImages());
        line(
                out,
                "updates",
                "%,d nominal, %,d device writes",
                result.activity().training().nominalUpdates(),
                result.activity().training().deviceWrites());
        if (result.prunedNeurons() > 0) {
            line(
                    out,
                    "pruned",
                    "%d of %d neurons, %.1f %% of the weights%s",
                    result.prunedNeurons(),
                    result.neuronLabels().length,
                    100.0 * result.prunedWeights() / result.weights(),
                    frozen(run));
        }
        CostReport.Spent training = cost.total(Phases.TRAINING);
        CostReport.Spent inference = cost.total(Phases.INFERENCE);
        line(
                out,
                "energy",
                "%.4g J training, %.4g J per classified image",
                training.energyJoules(),
                inference.energyJoules() / result.testImages());
        line(
                out,
                "latency",
                "%.4g s training, %.4g s per classified image",
                training.latencySeconds(),
                inference.latencySeconds() / result.testImages());
        line(out, "area", "%.4g m2", cost.areaSquareMetres());
        run.verification()
                .ifPresent(verification -> line(
                        out,
                        "ngspice",
                        "%s on %d columns, worst relative difference %.1e",
                        verification.passed() ? "agrees" : "DISAGREES",
                        verification.columnCount(),
                        verification.worst()));
        run.layer().ifPresent(layer -> layer.remarks().forEach(remark -> line(out, "remark", "%s", remark)));
        line(out, "run", "%s", run.path());
    }

    /** Weights of Diehl and Cook's layers that soft pruning keeps, but learns no more. */
    private static String frozen(RunDirectory run) {
        long weights = run.result().weights() - run.result().prunedWeights();
        long frozen = run.layer().map(layer -> weights - layer.plastic()).orElse(0L);
        return frozen <= 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.1f %% frozen",
                        100.0 * frozen / run.result().weights());
    }

    private static void line(PrintWriter out, String what, String format, Object... values) {
        out.printf(Locale.ROOT, "%-10s %s%n", what, String.format(Locale.ROOT, format, values));
    }
}
