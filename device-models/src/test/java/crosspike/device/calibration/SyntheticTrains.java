package crosspike.device.calibration;

import crosspike.device.Nonlinearity;
import crosspike.device.measured.Kind;
import crosspike.device.measured.Measurement;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import java.util.ArrayList;
import java.util.List;

/**
 * Pulse trains of known devices. Every pulse goes too far or too short by a normal deviation, which later pulses forget as
 * the curve bends; every read has a deviation of its own.
 */
final class SyntheticTrains {
    static final double LOW = 2e-6;
    static final double HIGH = 20e-6;

    /** Parameters of the truth, as fractions of the range where they are conductances. */
    record Truth(CurveModel model, double[] parameters, double pulseSigma, double readSigma) {}

    /** Spread of devices around the truth. */
    record Spread(double min, double max, double labelLtp, double labelLtd) {}

    private final List<Measurement.Row> rows = new ArrayList<>();
    private final RandomStream random;

    SyntheticTrains(long seed) {
        this.random = Streams.of(seed, "synthetic trains").stream(0);
    }

    Measurement measurement() {
        return new Measurement("synthetic", Kind.PULSE_TRAIN, rows);
    }

    double gaussian() {
        return random.gaussian();
    }

    SyntheticTrains device(String name, Truth truth, int cycles, int pulses) {
        return device(name, truth, cycles, pulses, pulses);
    }

    SyntheticTrains device(String name, Truth truth, int cycles, int potentiating, int depressing) {
        for (int cycle = 1; cycle <= cycles; cycle++) {
            train(name, cycle, true, truth, potentiating);
            train(name, cycle, false, truth, depressing);
        }
        return this;
    }

    /** Cells that walk along the exponential curves from where they are, from train to train, and stop at the ends of the range. */
    SyntheticTrains stoppingDevice(String name, Truth truth, int cycles, int pulses) {
        double[] known = truth.model().described(truth.parameters());
        double low = known[0];
        double range = known[1] - low;
        double way = 0;
        for (int cycle = 1; cycle <= cycles; cycle++) {
            for (boolean isPotentiation : new boolean[] {true, false}) {
                double curvature = 1 / Nonlinearity.shape(isPotentiation ? known[2] : -known[3]);
                double top = -1 / Math.expm1(-curvature);
                for (int n = 1; n <= pulses; n++) {
                    double gone = isPotentiation ? way : 1 - way;
                    gone += -(top - gone) * Math.expm1(-curvature / pulses)
                            + truth.pulseSigma() / range * random.gaussian();
                    way = Math.max(0, Math.min(1, isPotentiation ? gone : 1 - gone));
                    row(name, cycle, isPotentiation, n, low + range * way + truth.readSigma() * random.gaussian());
                }
            }
        }
        return this;
    }

    private void train(String name, int cycle, boolean isPotentiation, Truth truth, int pulses) {
        double deviation = 0;
        for (int n = 1; n <= pulses; n++) {
            double before = value(truth, isPotentiation, (n - 1.0) / pulses);
            double here = value(truth, isPotentiation, (double) n / pulses);
            double after = value(truth, isPotentiation, (n + 1.0) / pulses);
            double forgets = (after - here) / (here - before);
            deviation = forgets * deviation + truth.pulseSigma() * random.gaussian();
            double y = here + deviation + truth.readSigma() * random.gaussian();
            row(name, cycle, isPotentiation, n, y);
        }
    }

    private void row(String name, int cycle, boolean isPotentiation, int pulse, double y) {
        rows.add(new Measurement.Row(
                rows.size() + 2,
                List.of(
                        name,
                        Integer.toString(cycle),
                        isPotentiation ? "LTP" : "LTD",
                        Integer.toString(pulse),
                        "1.5",
                        "1e-6",
                        "0.1",
                        Double.toString(LOW + (HIGH - LOW) * y))));
    }

    private static double value(Truth truth, boolean isPotentiation, double x) {
        return truth.model().value(truth.parameters(), isPotentiation, x);
    }
}
