package crosspike.bench;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Mapping;
import crosspike.crossbar.PulseRounding;
import crosspike.crossbar.Session;
import crosspike.crossbar.SynapseArray;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.ExponentialResponse;
import crosspike.device.LevelResponse;
import crosspike.device.Pulse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.device.Waveforms;
import crosspike.input.Installation;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import crosspike.snn.dataset.IdxFolder;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.encoding.PixelSelection;
import crosspike.snn.wta.ExponentialStdp;
import crosspike.snn.wta.Pruning;
import crosspike.snn.wta.Schedule;
import crosspike.snn.wta.Trainer;
import crosspike.snn.wta.WtaNetwork;
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

/** Learning from one bundled digit with 500 neurons, for each kind of device. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TrainingBenchmark {
    private static final int NEURONS = 500;
    private static final ConductanceRange RANGE = new ConductanceRange(1e-7f, 5e-6f);

    @Param({"ideal", "levels", "pulsed", "pulsed-c2c", "pair"})
    String device;

    private Trainer trainer;
    private ImageSet digits;
    private int next;

    @Setup
    public void setUp() {
        digits = IdxFolder.read("digits", Installation.path("calibration-data", "digits"), 10)
                .training();
        int[] rows = PixelSelection.foreground(digits, 0.9498);
        PulseResponse response = response();
        Mapping mapping = device.equals("pair") ? Mapping.PAIR : Mapping.SINGLE;
        DeviceCrossbar crossbar = new DeviceCrossbar(
                rows.length,
                NEURONS * mapping.columnsPerNeuron(),
                response,
                new Waveforms(new Pulse(0.5, 5e-9), new Pulse(2, 1e-8), new Pulse(-2, 1e-8)));
        SynapseArray synapses = new SynapseArray(
                crossbar,
                mapping,
                response.takesFractionalPulses() ? PulseRounding.NONE : PulseRounding.STOCHASTIC,
                false);
        RandomStream random = Streams.of(1, "weights").stream(0);
        float[][] weights = new float[NEURONS][rows.length];
        for (float[] neuron : weights) {
            for (int i = 0; i < neuron.length; i++) {
                neuron[i] = 2 * random.uniform() - 1;
            }
        }
        synapses.preset(weights);
        trainer = new Trainer(
                new WtaNetwork(synapses, rows, 200, 10, 1f),
                new ExponentialStdp(0.0667, 2.5, 0.0167),
                Pruning.NONE,
                new Schedule(40, 10, 200),
                digits.classes(),
                Streams.of(1, "training"),
                new Session(Streams.of(1, "device").stream(0)));
    }

    @Benchmark
    public void presentation() {
        trainer.learn(digits.pixels()[next], digits.labels()[next]);
        next = (next + 1) % digits.size();
    }

    private PulseResponse response() {
        return switch (device) {
            case "ideal" -> new ContinuousResponse(RANGE, 64);
            case "levels" -> new LevelResponse(RANGE, 64);
            default ->
                new ExponentialResponse(
                        RANGE,
                        PulseCurve.rising(64, 2.4),
                        PulseCurve.falling(64, -2.4),
                        device.equals("pulsed-c2c") ? 0.02 : 0);
        };
    }
}
