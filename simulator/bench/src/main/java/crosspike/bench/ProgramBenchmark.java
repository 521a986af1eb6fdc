package crosspike.bench;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.device.ConductanceRange;
import crosspike.device.ExponentialResponse;
import crosspike.device.Pulse;
import crosspike.device.PulseCurve;
import crosspike.device.Waveforms;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
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

/** One to four pulses up or down to each of a million cells, row by row, with cycle-to-cycle variation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ProgramBenchmark {
    private static final int SIDE = 1000;
    private static final int MOST_PULSES = 4;

    private DeviceCrossbar crossbar;
    private Session session;
    private float[] pulses;

    @Setup
    public void setUp() {
        RandomStream random = Streams.of(1, "program benchmark").stream(0);
        ConductanceRange range = new ConductanceRange(3.0769e-9f, 3.8462e-8f);
        crossbar = new DeviceCrossbar(
                SIDE,
                SIDE,
                new ExponentialResponse(range, PulseCurve.rising(97, 2.4), PulseCurve.falling(100, -4.88), 0.035f),
                new Waveforms(new Pulse(0.5, 5e-9), new Pulse(3.2, 3e-4), new Pulse(-2.8, 3e-4)));
        float[][] middle = new float[SIDE][SIDE];
        for (float[] row : middle) {
            Arrays.fill(row, (range.minSiemens() + range.maxSiemens()) / 2);
        }
        crossbar.preset(middle);
        pulses = new float[SIDE];
        for (int c = 0; c < SIDE; c++) {
            pulses[c] = (1 + random.below(MOST_PULSES)) * (random.below(2) == 0 ? 1 : -1);
        }
        session = new Session(random);
    }

    /** Up and down in turn, so that cells stay within their range. */
    @Benchmark
    public Session programAMillionCells() {
        for (int c = 0; c < SIDE; c++) {
            pulses[c] = -pulses[c];
        }
        for (int r = 0; r < SIDE; r++) {
            crossbar.program(Line.ROW, r, pulses, session);
        }
        return session;
    }
}
