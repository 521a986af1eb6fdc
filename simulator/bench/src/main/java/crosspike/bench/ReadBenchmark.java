package crosspike.bench;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Session;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.Pulse;
import crosspike.device.Waveforms;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
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

/** A weighted sum of a 398 x 500 array with as many active rows as an MNIST image keeps active. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadBenchmark {
    private static final int ROWS = 398;
    private static final int PATTERNS = 64;

    @Param("500")
    int columns;

    @Param("85")
    int active;

    private DeviceCrossbar crossbar;
    private Session session;
    private int[][] patterns;
    private float[] amps;
    private int next;

    @Setup
    public void setUp() {
        RandomStream random = Streams.of(1, "read benchmark").stream(0);
        ConductanceRange range = new ConductanceRange(1e-7f, 5e-6f);
        crossbar = new DeviceCrossbar(
                ROWS,
                columns,
                new ContinuousResponse(range, 64),
                new Waveforms(new Pulse(0.5, 5e-9), new Pulse(2, 1e-8), new Pulse(-2, 1e-8)));
        float[][] siemens = new float[ROWS][columns];
        for (float[] row : siemens) {
            for (int c = 0; c < columns; c++) {
                row[c] = range.minSiemens() + random.uniform() * range.widthSiemens();
            }
        }
        crossbar.preset(siemens);
        patterns = new int[PATTERNS][];
        for (int p = 0; p < PATTERNS; p++) {
            patterns[p] = random(random);
        }
        session = new Session(random);
        amps = new float[columns];
    }

    @Benchmark
    public float[] weightedSum() {
        next = (next + 1) % PATTERNS;
        crossbar.read(patterns[next], active, amps, session);
        return amps;
    }

    private int[] random(RandomStream random) {
        boolean[] chosen = new boolean[ROWS];
        for (int left = active; left > 0; ) {
            int r = random.below(ROWS);
            left -= chosen[r] ? 0 : 1;
            chosen[r] = true;
        }
        int[] rows = new int[active];
        for (int r = 0, i = 0; r < ROWS; r++) {
            if (chosen[r]) {
                rows[i++] = r;
            }
        }
        return rows;
    }
}
