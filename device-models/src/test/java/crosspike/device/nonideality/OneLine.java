package crosspike.device.nonideality;

import crosspike.device.ConductanceRange;
import crosspike.device.ExponentialResponse;
import crosspike.device.PulseCurve;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.List;

/** An array of one long line of cells, to see what layers do to it. */
final class OneLine {
    static final int CELLS = 20_000;
    static final ConductanceRange RANGE = new ConductanceRange(1e-6f, 2.1e-5f);
    static final ExponentialResponse RESPONSE =
            new ExponentialResponse(RANGE, PulseCurve.rising(64, 1), PulseCurve.falling(64, -1), 0);
    static final Cells ALL = new Cells(0, 1, CELLS);

    private OneLine() {}

    static CellArray array(long seed) {
        return new CellArray(1, CELLS, RESPONSE, seed);
    }

    static LayerStack stack(Nonideality... layers) {
        return LayerStack.on(array(1), List.of(layers));
    }

    static float[] filled(double value) {
        float[] values = new float[CELLS];
        Arrays.fill(values, (float) value);
        return values;
    }

    static RandomStream stream(long seed) {
        return Streams.of(seed, "test").stream(0);
    }

    /** Conductances after a train for all cells. */
    static float[] programmed(LayerStack layers, double from, int pulses, long seed) {
        float[] before = filled(from);
        float[] after = before.clone();
        float[] train = filled(pulses);
        RESPONSE.program(after, train, CELLS, stream(seed));
        layers.written(ALL, before, after, train, stream(seed));
        return after;
    }

    static float[] read(LayerStack layers, double siemens) {
        float[] line = filled(siemens);
        layers.read(ALL, line);
        return line;
    }

    static float[] aged(LayerStack layers, double siemens, double from, double to, double kelvin) {
        float[] line = filled(siemens);
        layers.age(ALL, line, from, to, kelvin, stream(3));
        return line;
    }

    static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double deviation(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }
}
