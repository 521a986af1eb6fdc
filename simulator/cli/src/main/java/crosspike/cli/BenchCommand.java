package crosspike.cli;

import crosspike.experiment.LayerSpeed;
import crosspike.experiment.data.Datasets;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.lif.Health;
import crosspike.snn.lif.Preset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike bench}: how fast this machine is. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Times a layer of Diehl and Cook's neurons with ideal synapses on this machine.",
            "Prints milliseconds for each image of training and test; the compiler warms up in the first",
            "half of the training. Then what the layer did in the last 5,000 images, to be compared with a",
            "published one."
        })
final class BenchCommand implements Callable<Integer> {
    /** What can be timed. */
    enum Subject {
        LIF
    }

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "WHAT", description = "What to time: ${COMPLETION-CANDIDATES}.")
    Subject subject;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            defaultValue = "rathi",
            description =
                    "rathi, rathi-summed, rathi-latest, guo, diehl-cook, or diehl-cook-published: every constant as in their"
                            + " code; default: rathi.")
    String rule;

    @Option(names = "--neurons", paramLabel = "N", defaultValue = "100", description = "Neurons; default: 100.")
    int neurons;

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Training images, beyond those of the set the set again; default: 5000.")
    int images;

    @Option(
            names = "--test",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Images for labels, and as many of the test, 0 for none; default: 1000.")
    int test;

    @Option(
            names = "--data",
            paramLabel = "SET",
            defaultValue = "digits",
            description = "Data set, see crosspike data; default: digits, which is bundled.")
    String data;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed; default: 1.")
    long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the test, and of the training of large layers; default: all cores.")
    Integer threads;

    @Override
    public Integer call() {
        require(neurons >= 1 && neurons <= 100_000, "--neurons", neurons, "1 to 100000");
        require(images >= 1, "--images", images, "at least 1");
        require(test >= 0, "--test", test, "0 or more");
        Preset preset = preset();
        Dataset set = Datasets.ofUser().read(data);
        int most = Math.min(set.training().size(), set.test().size());
        require(test <= most, "--test", test, "at most " + most + ", as there are in " + data);
        int all = Jobs.count("--threads", threads);
        LayerSpeed speed = LayerSpeed.measure(
                preset, neurons, seed, set, new LayerSpeed.Work(images, test, test, Math.min(all, 2), all));
        var out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s, %d neurons, %d images of %s: %.2f presentations and %.1f spikes for each%n",
                rule,
                neurons,
                images,
                data,
                speed.presentations(),
                speed.spikes());
        out.printf(
                Locale.ROOT,
                "training_cpu_ms %.4f%nlate_training_cpu_ms %.4f%ntraining_ms %.4f%n",
                speed.trainingCpuMs(),
                speed.lateCpuMs(),
                speed.trainingMs());
        Health late = speed.late();
        out.printf(
                Locale.ROOT,
                "late_presentations %.3f%nlate_spikes_per_presentation %.2f%nsilent_neurons %d%n",
                late.presentations(),
                speed.spikesAtOnce(),
                late.silentNeurons());
        out.printf(
                Locale.ROOT,
                "threshold_mV mean %.2f, standard deviation %.2f, lowest %.2f, highest %.2f%n",
                1e3 * late.theta().meanVolts(),
                1e3 * late.theta().deviationVolts(),
                1e3 * late.theta().minVolts(),
                1e3 * late.theta().maxVolts());
        for (String remark : late.remarks()) {
            out.println("remark " + remark);
        }
        if (test > 0) {
            out.printf(Locale.ROOT, "test_ms %.4f%naccuracy %.4f%n", speed.testMs(), speed.accuracy());
        }
        return 0;
    }

    private Preset preset() {
        try {
            return Preset.named(rule, neurons);
        } catch (UserError e) {
            throw new UserError("--rule: " + e.getMessage(), e);
        }
    }

    private static void require(boolean ok, String option, int value, String expected) {
        if (!ok) {
            throw new UserError(option + " is " + value + "; expected " + expected);
        }
    }
}
