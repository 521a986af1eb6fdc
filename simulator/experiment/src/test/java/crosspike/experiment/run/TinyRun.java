package crosspike.experiment.run;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.spice.Verification;
import java.util.List;
import java.util.Map;

/** A run of two neurons on three rows of cells, to be written and read. */
final class TinyRun {
    static final RunResult RESULT = new RunResult(
            "tiny",
            "shi2019",
            "ideal",
            42,
            new RunResult.Accuracy(0.75, 0.75, 0.5, 1.0),
            8,
            1.5,
            8,
            4,
            new int[][] {{2, 0}, {1, 1}},
            new int[] {0, -1},
            1,
            2,
            6,
            12,
            new Phases<>(Activity.NONE, Activity.NONE, Activity.NONE),
            new Phases<>(Energy.NONE, new Energy(1e-12, 0, 0, 0), Energy.NONE));
    static final List<Checkpoint> EPOCHS =
            List.of(new Checkpoint(4, 0.5, Double.NaN, 10, 3, 0), new Checkpoint(12, 1.5, 0.7, 30, 9, 1));
    static final List<NeuronRow> NEURONS = List.of(
            new NeuronRow(0, 0, 0.75, 9, 0.5, 3, 7L, 21, 20L, 2),
            new NeuronRow(1, -1, 0, 0, Double.NaN, 0, null, null, null, 0));
    static final CostReport COST = new CostReport(
            List.of("cells only"),
            List.of(
                    new Component("array cells", 1.5e-12, Map.of(Phases.TRAINING, new Spent(0.1, 0.2))),
                    new Component("prune flags", 2e-12, Map.of(Phases.TRAINING, new Spent(0.2, 0.1)))));
    static final ArrayLayout ARRAY = new ArrayLayout("pair", 3, 4, 2, 3e-9, 3.8e-8, 0.5, 2, 1, new int[] {0, 1, -1});
    static final float[][] CONDUCTANCE = {{1e-8f, 2e-8f, 3e-9f, 4e-9f}, {0, 0, 0, 0}, {1, 2, 3, 4}};
    static final boolean[][] PRUNED = {{true, false}, {false, false}, {false, true}};
    static final List<RasterSpike> RASTER =
            List.of(new RasterSpike(0, 1, "input", 2, 3), new RasterSpike(0, 1, "output", 1, 4));
    static final Provenance PROVENANCE = new Provenance(
            "0.1.0", "2026-01-01T00:00:00Z", Map.of("training", 1.5), 2, "17", "Linux", Map.of("images.gz", "ab12"));
    static final Verification VERIFICATION = new Verification(
            "ngspice 39.3",
            1e-9,
            Map.of("ideal", "one column"),
            List.of(new Verification.ColumnCheck("ideal", 1, 1e-6, 1e-6, 1e-6, 0, "column1.cir")),
            List.of(new Verification.TileCheck("0:1,0:1", 0, 1e-12, 1e-12, 0, "tile.cir")),
            List.of(new Verification.ReadEnergy(1, 1e-12, 1e-12, 1e-12, 0, List.of("equal"))));

    private TinyRun() {}

    static void fill(RunWriter run) {
        run.config("seed: 42\n");
        run.result(RESULT);
        run.epochs(EPOCHS);
        run.neurons(NEURONS);
        run.cost(COST);
        run.array(ARRAY);
        run.conductance(CONDUCTANCE);
        run.pruned(PRUNED);
        run.raster(RASTER);
        run.provenance(PROVENANCE);
    }
}
