package crosspike.bench;

import crosspike.crossbar.Session;
import crosspike.random.Streams;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.IdxFolder;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.lif.LifEvaluation;
import crosspike.snn.lif.LifNetwork;
import crosspike.snn.lif.LifTrainer;
import crosspike.snn.lif.Preset;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Trains a Diehl and Cook network on a folder of IDX files and prints accuracy and time:
 * {@code LifTiming DATA preset=guo neurons=100 images=60000 label=10000 test=10000 seed=1 threads=1}.
 * Processor time is that of the training thread; {@code second_half} leaves out the time in which the compiler warms up.
 */
public final class LifTiming {
    private static final Map<String, IntFunction<Preset>> PRESETS = Map.of(
            "guo", Preset::guo,
            "rathi", Preset::rathi,
            "rathi-summed", Preset::rathiSummed,
            "rathi-latest", Preset::rathiLatest,
            "diehl-cook", Preset::diehlCook);

    private LifTiming() {}

    public static void main(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            options.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        Dataset data = IdxFolder.read("mnist", Path.of(arguments[0]), 10);
        String name = options.getOrDefault("preset", "guo");
        int neurons = whole(options, "neurons", 100);
        int images = whole(options, "images", 60_000);
        long seed = whole(options, "seed", 1);
        Preset preset = PRESETS.get(name).apply(neurons);
        LifNetwork network = preset.network(784, neurons, seed);
        ImageSet training = data.training();

        Session session = new Session(Streams.of(seed, "device").stream(0));
        LifTrainer trainer = new LifTrainer(
                network,
                LifTrainer.Plan.of(preset.rule(), preset.columnSum(), images),
                10,
                Streams.of(seed, "training"),
                session,
                whole(options, "threads", 1));
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        long half = cpu;
        for (int i = 0; i < images; i++) {
            if (i == images / 2) {
                half = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            }
            trainer.learn(training.pixels()[i % training.size()], training.labels()[i % training.size()]);
        }
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        print("second_half_cpu_ms", (end - half) * 1e-6 / (images - images / 2));
        cpu = end - cpu;
        wall = System.nanoTime() - wall;
        print("train_cpu_ms", cpu * 1e-6 / images);
        print("train_wall_ms", wall * 1e-6 / images);
        print("presentations", (double) trainer.presentations() / images);
        print("spikes", (double) session.outputSpikes / images);

        int label = whole(options, "label", 10_000);
        int test = whole(options, "test", 10_000);
        if (label > 0 && test > 0) {
            LifEvaluation evaluation = new LifEvaluation(network, whole(options, "evaluation_threads", 2));
            int[] labels = evaluation
                    .label(training.first(label), Streams.of(seed, "labelling"), Streams.of(seed, "n"), done -> {})
                    .responses()
                    .labels();
            long start = System.nanoTime();
            LifEvaluation.Test result = evaluation.test(
                    data.test().first(test), labels, Streams.of(seed, "test"), Streams.of(seed, "n"), done -> {});
            print("test_wall_ms", (System.nanoTime() - start) * 1e-6 / test);
            print("test_spikes", Arrays.stream(result.spikes()).average().orElse(0));
            print("dead", Arrays.stream(labels).filter(l -> l < 0).count());
            print("accuracy", result.accuracy());
        }
        System.out.println();
    }

    private static int whole(Map<String, String> options, String key, int standard) {
        return Integer.parseInt(options.getOrDefault(key, Integer.toString(standard)));
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s %.4f ", name, value);
    }
}
