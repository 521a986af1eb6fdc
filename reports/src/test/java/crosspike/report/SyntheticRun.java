package crosspike.report;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.Checkpoint;
import crosspike.experiment.run.NeuronRow;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.Provenance;
import crosspike.experiment.run.RasterSpike;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.experiment.run.RunWriter;
import crosspike.spice.Verification;
import crosspike.spice.Verification.ColumnCheck;
import crosspike.spice.Verification.ReadEnergy;
import crosspike.spice.Verification.TileCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A run that was never run, shaped like a small real one: 10 classes, 28 x 28 pixels, 50 neurons, blobs for weights. */
final class SyntheticRun {
    static final int OUTPUTS = 50;
    static final int ROWS = 398;
    static final int SIDE = 28;
    static final double MIN_SIEMENS = 3.0769e-9;
    static final double MAX_SIEMENS = 3.8462e-8;
    static final int TEST_IMAGES = 2000;

    private final String mapping;
    private final String name;
    private final SplittableRandom random = new SplittableRandom(1);

    SyntheticRun(String mapping, String name) {
        this.mapping = mapping;
        this.name = name;
    }

    RunDirectory writeTo(Path target) {
        try (RunWriter run = RunDirectory.create(target)) {
            ArrayLayout array = array();
            boolean[][] pruned = pruned();
            run.config(config());
            run.result(result(pruned));
            run.epochs(epochs());
            run.neurons(neurons());
            run.cost(cost());
            run.array(array);
            run.conductance(conductance(array, pruned));
            run.pruned(pruned);
            run.raster(raster());
            run.provenance(provenance());
            return run.publish();
        }
    }

    /** A pair does not prune and has ideal wires, so that both kinds of run are reported. */
    private String config() {
        return """
                # %s
                crosspike: 1
                name: synthetic
                seed: 42
                network: {kind: shi2019, outputs: 50}
                device: {preset: ag-asi-jo2010}
                synapse: {mapping: %s}
                pruning: {method: %s}
                crossbar: {backend: %s, wires: {segment: 2.5 ohm}}
                """.formatted(
                        name,
                        mapping,
                        mapping.equals("pair") ? "none" : "soft, fraction: 50 %",
                        mapping.equals("pair") ? "device" : "wire");
    }

    static int label(int neuron) {
        return neuron == 49 ? -1 : neuron * 7 % 10;
    }

    private ArrayLayout array() {
        int[] rowPixels = IntStream.concat(
                        IntStream.range(0, SIDE * SIDE)
                                .filter(pixel -> Math.hypot(pixel % SIDE - 13.5, pixel / SIDE - 13.5) < 11.5)
                                .limit(ROWS - 1),
                        IntStream.of(-1))
                .toArray();
        if (rowPixels.length != ROWS) {
            throw new IllegalStateException("the disc has " + rowPixels.length + " pixels");
        }
        int columns = mapping.equals("pair") ? 2 * OUTPUTS : OUTPUTS;
        return new ArrayLayout(mapping, ROWS, columns, OUTPUTS, MIN_SIEMENS, MAX_SIEMENS, 0.5, SIDE, SIDE, rowPixels);
    }

    private boolean[][] pruned() {
        boolean[][] flags = new boolean[ROWS][OUTPUTS];
        for (boolean[] row : flags) {
            for (int output = 0; output < OUTPUTS; output += 7) {
                row[output] = random.nextInt(3) == 0;
            }
        }
        return flags;
    }

    private float[][] conductance(ArrayLayout array, boolean[][] pruned) {
        float[][] siemens = new float[ROWS][array.columns()];
        for (int row = 0; row < ROWS; row++) {
            int pixel = Math.max(0, array.rowPixels()[row]);
            for (int output = 0; output < OUTPUTS; output++) {
                double weight = pruned[row][output] ? -1 : weight(label(output), output, pixel);
                if (mapping.equals("pair")) {
                    siemens[row][2 * output] = level(Math.max(0, weight));
                    siemens[row][2 * output + 1] = level(Math.max(0, -weight));
                } else {
                    siemens[row][output] = level((weight + 1) / 2);
                }
            }
        }
        return siemens;
    }

    /** A ring of a size and a place of its own for each class. */
    private double weight(int label, int output, int pixel) {
        double x = pixel % SIDE - 13.5 - 3 * Math.cos(label) - output % 3;
        double y = pixel / SIDE - 13.5 - 3 * Math.sin(label);
        double distance = Math.hypot(x, y * (1 + label / 10.0)) - 3 - label / 2.0;
        return 1.8 * Math.exp(-distance * distance / 6) - 0.95 + 0.1 * (random.nextDouble() - 0.5);
    }

    /** One of 64 levels. */
    private static float level(double share) {
        double level = Math.round(63 * Math.max(0, Math.min(1, share))) / 63.0;
        return (float) (MIN_SIEMENS + (MAX_SIEMENS - MIN_SIEMENS) * level);
    }

    private RunResult result(boolean[][] pruned) {
        int[][] confusion = new int[10][10];
        for (int image = 0; image < TEST_IMAGES; image++) {
            int told = random.nextInt(8) == 0 ? random.nextInt(10) : image % 10;
            confusion[image % 10][told]++;
        }
        int right = IntStream.range(0, 10).map(i -> confusion[i][i]).sum();
        double eq5 = (double) right / TEST_IMAGES;
        long prunedWeights = 0;
        for (boolean[] row : pruned) {
            for (boolean flag : row) {
                prunedWeights += flag ? 1 : 0;
            }
        }
        return new RunResult(
                name,
                "shi2019",
                "ag-asi-jo2010",
                42,
                new RunResult.Accuracy(eq5, eq5 + 0.001, eq5 - 0.012, eq5 + 0.007),
                10_000,
                1,
                10_000,
                TEST_IMAGES,
                confusion,
                IntStream.range(0, OUTPUTS).map(SyntheticRun::label).toArray(),
                0,
                prunedWeights,
                (long) ROWS * OUTPUTS,
                10_000L * 26 * ROWS,
                new Phases<>(activity(10_000, true), activity(10_000, false), activity(2 * TEST_IMAGES, false)),
                new Phases<>(
                        new Energy(3.1e-6, 2.4e-7, 1.9e-3, 1.1e-3),
                        new Energy(3.0e-6, 0, 0, 0),
                        new Energy(6.1e-7, 0, 0, 0)));
    }

    private static Activity activity(long images, boolean learning) {
        long updates = learning ? images * 26 * ROWS : 0;
        return new Activity(
                images,
                images * 2210,
                images * 26,
                images * 148,
                images * 2210,
                images * 2210 * OUTPUTS,
                updates,
                updates,
                updates / 7,
                updates / 12,
                updates / 16,
                learning ? images * 31 : 0,
                learning ? images * 27 : 0,
                updates,
                updates / 21,
                learning ? 926 : 0,
                0,
                0,
                0,
                0);
    }

    private static List<Checkpoint> epochs() {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            double accuracy = i == 1 ? Double.NaN : 0.89 - 0.7 * Math.exp(-i / 5.0) + 0.01 * Math.sin(i * 2.0);
            checkpoints.add(new Checkpoint(250L * i, i / 40.0, accuracy, 2_000_000L * i, 290_000L * i, 0));
        }
        return checkpoints;
    }

    private static List<NeuronRow> neurons() {
        return IntStream.range(0, OUTPUTS)
                .mapToObj(k -> new NeuronRow(k, label(k), 0.9, 5_200, 0.8, 12, 900L + k, 21, 9_000_000L + k, 0))
                .toList();
    }

    private static CostReport cost() {
        return new CostReport(
                List.of(
                        "Cells are priced with the energy each pulse and read dissipated at its conductance.",
                        "Word lines are driven one image step at a time; a read lasts 5 ns & a write pulse 300 µs.",
                        "Wires, decoders and analogue-to-digital converters are not priced."),
                List.of(
                        component("array cells", 1.96e-10, 3.0e-3, 2.1e-1 * 100, 3.0e-6, 7.4e-3, 6.1e-7, 1.5e-3),
                        component("word-line drivers", 4.1e-10, 6.2e-4, 2.1e-2, 1.1e-6, 1.1e-3, 2.2e-7, 2.2e-4),
                        component("column read-out", 9.8e-10, 9.1e-6, 6.0e-3, 9.1e-6, 6.0e-3, 1.8e-6, 1.2e-3),
                        component("neurons", 2.7e-10, 2.6e-6, 3.0e-4, 2.6e-6, 3.0e-4, 5.2e-7, 6.0e-5),
                        component("prune flags", 5.0e-11, 8.8e-7, 0, 0, 0, 0, 0)));
    }

    private static Component component(
            String name, double area, double j1, double s1, double j2, double s2, double j3, double s3) {
        return new Component(
                name,
                area,
                Map.of(
                        Phases.TRAINING, new Spent(j1, s1),
                        Phases.LABELLING, new Spent(j2, s2),
                        Phases.INFERENCE, new Spent(j3, s3)));
    }

    private List<RasterSpike> raster() {
        List<RasterSpike> spikes = new ArrayList<>();
        for (int sample = 0; sample < 5; sample++) {
            int label = sample * 3 % 10;
            for (int ms = 0; ms < 150; ms++) {
                for (int input = 0; input < 397; input++) {
                    boolean bright = (input / 20 + label) % 4 == 0;
                    if (random.nextDouble() < (bright ? 0.04 : 0.002)) {
                        spikes.add(new RasterSpike(sample, label, "input", input, ms));
                    }
                }
                if (random.nextInt(6) == 0) {
                    int neuron = random.nextInt(OUTPUTS);
                    boolean kin = label(neuron) == label || sample == 3 || random.nextInt(12) == 0;
                    spikes.add(new RasterSpike(sample, label, "output", kin ? neuron : label * 3 % 10, ms));
                }
            }
        }
        return spikes;
    }

    private static Provenance provenance() {
        return new Provenance(
                "0.1.0",
                "2026-01-01T00:00:00Z",
                Map.of("training", 21.4, "labelling", 5.3, "inference", 1.2),
                2,
                "OpenJDK 17.0.15",
                "Linux 6.1 amd64",
                Map.of(
                        "train-images-idx3-ubyte.gz",
                        "5a0b".repeat(16),
                        "t10k-images-idx3-ubyte.gz",
                        "93cd".repeat(16)));
    }

    static Verification verification() {
        return new Verification(
                "ngspice 39.3",
                1e-9,
                Map.of(
                        Verification.IDEAL,
                        "each column as resistors from ideal word lines to a grounded bit line",
                        Verification.TILE,
                        "each tile as a crossbar of its own"),
                List.of(
                        check(3, 1.032e-6, 3.1e-13),
                        check(17, 8.4031e-7, 1.2e-12),
                        check(29, 1.2117e-6, 0),
                        check(44, 9.9e-7, 4.4e-13)),
                List.of(new TileCheck("0:8,0:8", 1e-14, 2e-13, 2e-13, 0, "netlists/tile-0_8-0_8.cir")),
                List.of(new ReadEnergy(4, 2.1e-15, 2e-15, 2.01e-15, 3e-16, List.of("Wires: C*V2 < \"all\"."))));
    }

    private static ColumnCheck check(int column, double amps, double difference) {
        return new ColumnCheck(
                Verification.IDEAL,
                column,
                amps,
                amps,
                amps * (1 + difference),
                difference,
                "netlists/column" + column + ".cir");
    }
}
