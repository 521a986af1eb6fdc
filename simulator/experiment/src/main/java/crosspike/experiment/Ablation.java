package crosspike.experiment;

import crosspike.device.nonideality.Nonideality;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.data.Datasets;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each non-ideality of a config costs in accuracy: the config is run with all, with none, with each alone and without each. */
public final class Ablation {
    private final ExperimentConfig config;
    private final Dataset data;
    private final int seeds;
    private final int threads;
    private final Progress progress;
    private final Map<List<Nonideality>, double[]> accuracies = new LinkedHashMap<>();

    /**
     * What was found. Accuracies are fractions, of the Eq. 5 vote.
     *
     * @param name name of the experiment
     * @param seeds seeds of the runs
     * @param asItIs with all layers
     * @param ideal without any layer
     * @param layers each layer, in the order of the config
     */
    public record Result(String name, List<Long> seeds, Spread asItIs, Spread ideal, List<Layer> layers) {}

    /**
     * A layer and its price. Costs compare runs of the same seed; their spread is that of the differences.
     *
     * @param kind kind of the layer, numbered if there are several
     * @param alone accuracy with this layer only
     * @param costAlone how much less that is than without any
     * @param without accuracy with all layers but this
     * @param cost how much more that is than with all
     */
    public record Layer(String kind, Spread alone, Spread costAlone, Spread without, Spread cost) {}

    private Ablation(ExperimentConfig config, Dataset data, int seeds, int threads, Progress progress) {
        this.config = config;
        this.data = data;
        this.seeds = seeds;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Runs a config in all variants; 2 + 2·layers of them at most, each with every seed.
     *
     * @param seeds how many seeds: that of the config, the next, and so on
     * @throws UserError if the config has no layers, or cannot be run
     */
    public static Result run(ExperimentConfig config, int seeds, int threads, Progress progress) {
        if (config.layers().isEmpty()) {
            throw new UserError(
                    "the config has no non-idealities to take out; expected a list under nonidealities, or a"
                            + " device with cycle-to-cycle variation");
        }
        return run(config.resolved(), Datasets.ofUser().read(config.data().set()), seeds, threads, progress);
    }

    static Result run(ExperimentConfig config, Dataset data, int seeds, int threads, Progress progress) {
        return new Ablation(config, data, seeds, threads, progress).run();
    }

    private Result run() {
        List<Nonideality> all = config.layers();
        long images = seeds * variants(all).size() * JointTraining.images(config, data);
        JointTraining training = new JointTraining("ablation", images, progress);
        variants(all).forEach(layers -> accuracies.put(layers, accuracies(layers, training)));
        training.end();
        double[] asItIs = accuracies.get(all);
        double[] ideal = accuracies.get(List.<Nonideality>of());
        List<String> kinds = kinds(all);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            double[] alone = accuracies.get(List.of(all.get(i)));
            double[] without = accuracies.get(without(all, i));
            layers.add(new Layer(
                    kinds.get(i),
                    Spread.of(alone),
                    Spread.ofDifference(ideal, alone),
                    Spread.of(without),
                    Spread.ofDifference(without, asItIs)));
        }
        return new Result(config.name(), seedList(), Spread.of(asItIs), Spread.of(ideal), layers);
    }

    /** Lists of layers to run, none twice. */
    private static List<List<Nonideality>> variants(List<Nonideality> all) {
        List<List<Nonideality>> variants = new ArrayList<>(List.of(List.copyOf(all), List.of()));
        for (int i = 0; i < all.size(); i++) {
            variants.add(List.of(all.get(i)));
            variants.add(without(all, i));
        }
        return variants.stream().distinct().toList();
    }

    private static List<Nonideality> without(List<Nonideality> all, int index) {
        List<Nonideality> others = new ArrayList<>(all);
        others.remove(index);
        return List.copyOf(others);
    }

    private double[] accuracies(List<Nonideality> layers, JointTraining training) {
        double[] found = new double[seeds];
        for (int i = 0; i < seeds; i++) {
            long seed = seedList().get(i);
            ExperimentConfig variant = // with all layers the config as it is, so that its draws are those of its run
                    layers.equals(config.layers()) ? config.withSeed(seed) : config.withLayers(layers, seed);
            found[i] = Experiment.training(variant, data, training.part(), threads)
                    .run()
                    .accuracy()
                    .eq5();
        }
        return found;
    }

    private List<Long> seedList() {
        List<Long> list = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            list.add(config.seed() + i);
        }
        return list;
    }

    /** Kinds of layers; the second of a kind is {@code stuck-at (2)}. */
    private static List<String> kinds(List<Nonideality> layers) {
        List<String> kinds = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Nonideality layer : layers) {
            String kind = RecordWriter.kind((Record) layer);
            int number = seen.merge(kind, 1, Integer::sum);
            kinds.add(number == 1 ? kind : kind + " (" + number + ")");
        }
        return kinds;
    }
}
