package crosspike.bench;

import crosspike.input.Installation;
import crosspike.random.Streams;
import crosspike.snn.dataset.IdxFolder;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.encoding.SpikeTrains;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Spike trains of bundled digits, shown as in the training of Shi 2019, and the rows that they keep active at a step. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class SpikeTrainsBenchmark {
    private static final int DISPLAY_MS = 40;

    private final Streams streams = Streams.of(1, "spike trains benchmark");
    private ImageSet digits;
    private SpikeTrains trains;
    private int next;

    @Setup
    public void setUp() {
        digits = IdxFolder.read("digits", Installation.path("calibration-data", "digits"), 10)
                .training();
        trains = new SpikeTrains(IntStream.range(0, 784).toArray(), 200, 10, DISPLAY_MS, DISPLAY_MS + 10);
        draw();
    }

    @Benchmark
    public int draw() {
        next = (next + 1) % digits.size();
        return trains.draw(digits.pixels()[next], streams.stream(next));
    }

    @Benchmark
    public int activeRows() {
        next = (next + 1) % DISPLAY_MS;
        return trains.activeAt(next).count();
    }
}
