package crosspike.report.paper.guo2020;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.ArrayList;
import java.util.List;

/** Table 4: clock cycles, operations and energy of the pruning unit, beside what the training of APTN at a tenth takes. */
record Overhead() implements PaperFigure {
    private static final String PLAN = "tenth-mnist-100";

    @Override
    public List<String> plans() {
        return List.of(PLAN);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        PruningUnit unit = PruningUnit.PAPER;
        List<Found> found = new ArrayList<>();
        found.add(Found.exact("grouping, cycles", "cycles", unit.groupingCycles()));
        found.add(Found.exact("adapting, cycles", "cycles", unit.adaptingCycles()));
        found.add(Found.exact("weight pruning, cycles", "cycles", unit.weightCycles()));
        found.add(Found.exact("grouping, operations", "operations", unit.groupingOperations()));
        found.add(Found.exact("adapting, operations", "operations", unit.adaptingOperations()));
        found.add(Found.exact("weight pruning, operations", "operations", unit.weightOperations()));
        for (int batch : new int[] {100, 5000}) {
            String name = "an image, batches of " + batch;
            found.add(Found.exact(name + ": cycles", "cycles", PruningUnit.perImage(unit.cycles(), batch)));
            found.add(Found.exact(name + ": operations", "operations", PruningUnit.perImage(unit.operations(), batch)));
            found.add(Found.exact(name + ": energy", "nJ", 1e9 * PruningUnit.perImage(unit.joules(), batch)));
        }
        Estimate operations = aptn(evidence);
        found.add(new Found("training operations an image at 10 %", "", "operations", operations));
        found.add(Found.exact(
                "training operations an image at 10 %: energy",
                "uJ", 1e6 * operations.mean() * PruningUnit.JOULES_PER_OPERATION));
        return Drawing.table(found);
    }

    /** Accumulations and event-driven updates that APTN needs to learn an image. */
    static Estimate aptn(Evidence evidence) {
        for (Points point : Points.of(evidence, PLAN, "method", Guo2020.SHARE)) {
            if (point.series().equals("APTN")) {
                return point.estimate((Row row) -> evidence.value(PLAN, row, "training_operations_per_image")
                        + evidence.value(PLAN, row, "training_event_updates_per_image"));
            }
        }
        return Estimate.of();
    }
}
