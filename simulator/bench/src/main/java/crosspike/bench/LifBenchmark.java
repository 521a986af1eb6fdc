package crosspike.bench;

import crosspike.crossbar.Session;
import crosspike.input.Installation;
import crosspike.random.Streams;
import crosspike.snn.dataset.IdxFolder;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.lif.LifTrainer;
import crosspike.snn.lif.Preset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A layer of Diehl and Cook's neurons learns from one bundled digit, repeats included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class LifBenchmark {
    @Param({"guo", "rathi"})
    String rule;

    @Param({"100", "400", "1600", "6400"})
    int neurons;

    private LifTrainer trainer;
    private ImageSet digits;
    private int next;

    @Setup
    public void setUp() {
        digits = IdxFolder.read("digits", Installation.path("calibration-data", "digits"), 10)
                .training();
        Preset preset = Preset.named(rule, neurons);
        trainer = new LifTrainer(
                preset.network(784, neurons, 1),
                LifTrainer.Plan.of(preset.rule(), preset.columnSum(), Long.MAX_VALUE >> 24),
                Streams.of(1, "training"),
                new Session(Streams.of(1, "device").stream(0)));
    }

    @Benchmark
    public int image() {
        int spikes = trainer.learn(digits.pixels()[next]);
        next = (next + 1) % digits.size();
        return spikes;
    }
}
