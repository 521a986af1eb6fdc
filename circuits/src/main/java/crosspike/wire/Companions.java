package crosspike.wire;

/**
 * Devices as the linear solver sees them: a conductance g beside a current source, so that I = g·v + source is the tangent
 * of the device at its last voltage (Newton's method), or a chord where the tangent is too steep for double precision, as
 * for a short: I = I₀ + g·(v − R·I₀) with a finite g converges to v = R·I.
 */
final class Companions {
    private final Devices devices;
    private final double[][] steepest;
    private final boolean areExact;
    private final boolean areCurved;
    private final double[][] siemens;
    private final double[][] sources;
    private final double[][] volts; // across the device itself
    private final double[][] amps;
    private double mismatch;
    private double scale;

    Companions(CrossbarCircuit circuit) {
        this.devices = circuit.devices();
        int rows = devices.ohms().length;
        int columns = devices.ohms()[0].length;
        this.steepest = ChordSlopes.of(circuit);
        this.siemens = new double[rows][columns];
        this.sources = new double[rows][columns];
        this.volts = new double[rows][columns];
        this.amps = new double[rows][columns];
        boolean exact = true;
        boolean curved = false;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                linearise(i, j);
                exact &= isOpen(i, j) || !isCurved(i, j) && siemens[i][j] < steepest[i][j];
                curved |= isCurved(i, j);
            }
        }
        this.areExact = exact;
        this.areCurved = curved;
    }

    double[][] siemens() {
        return siemens;
    }

    /** Current sources beside the conductances, in A; null if none is needed. */
    double[][] sources() {
        return areExact ? null : sources;
    }

    /** Whether the current of any is not proportional to its voltage. */
    boolean areCurved() {
        return areCurved;
    }

    /** Currents at the last {@link #update}, in A. */
    double[][] amps() {
        return amps;
    }

    boolean areExact() {
        return areExact;
    }

    /** Largest difference between a current of the last update and the device's own at its voltage, in A. */
    double mismatchAmps() {
        return mismatch;
    }

    /** Largest current of the last update, in A. */
    double scaleAmps() {
        return scale;
    }

    /** The largest conductance of a companion, in S. */
    double largestSiemens() {
        double largest = 0;
        for (double[] row : siemens) {
            for (double g : row) {
                largest = Math.max(largest, g);
            }
        }
        return largest;
    }

    /** What node voltages rounded to double leave uncertain in the steepest current, in A. */
    double roundingAmps(double volts) {
        return 32 * Math.ulp(volts) * largestSiemens();
    }

    /** Takes the currents at new node voltages, and linearises the devices there. */
    void update(double[][] wordVolts, double[][] bitVolts) {
        mismatch = 0;
        scale = 0;
        for (int i = 0; i < siemens.length; i++) {
            for (int j = 0; j < siemens[i].length; j++) {
                double across = wordVolts[i][j] - bitVolts[i][j];
                double current = siemens[i][j] * across + sources[i][j];
                double off = isOpen(i, j) || areExact ? 0 : off(i, j, across, current);
                amps[i][j] = current;
                mismatch = off <= mismatch ? mismatch : off; // keeps NaN
                scale = Math.max(scale, Math.abs(current));
                if (!areExact) {
                    linearise(i, j);
                }
            }
        }
    }

    private double off(int i, int j, double across, double current) {
        if (!isCurved(i, j)) {
            return siemens[i][j] < steepest[i][j] ? 0 : Math.abs(current - amps[i][j]);
        }
        double b = devices.sinhPerVolt()[i][j];
        double r = devices.ohms()[i][j];
        double before = volts[i][j];
        double after = across - devices.accessOhms()[i][j] * current;
        double off = Math.abs(current(b, r, after) - current);
        // towards higher voltages the tangent promises too much voltage, not too much current; a chord does so both
        // ways
        boolean isChord = siemens[i][j] >= steepest[i][j];
        volts[i][j] = isChord || Math.abs(after) > Math.abs(before) ? asinh(b * r * current) / b : after;
        return off;
    }

    private void linearise(int i, int j) {
        if (isOpen(i, j)) {
            return;
        }
        double access = devices.accessOhms()[i][j];
        double r = devices.ohms()[i][j];
        if (!isCurved(i, j)) {
            double g = Math.min(steepest[i][j], 1 / (r + access));
            siemens[i][j] = g;
            sources[i][j] = g < steepest[i][j] ? 0 : amps[i][j] * (1 - g * (r + access));
            return;
        }
        double b = devices.sinhPerVolt()[i][j];
        double v = volts[i][j];
        double current = current(b, r, v);
        double g = Math.min(steepest[i][j], 1 / (r / StrictMath.cosh(b * v) + access));
        siemens[i][j] = g;
        sources[i][j] = current - g * (v + access * current);
    }

    private boolean isOpen(int i, int j) {
        return devices.ohms()[i][j] + devices.accessOhms()[i][j] == Double.POSITIVE_INFINITY;
    }

    private boolean isCurved(int i, int j) {
        return devices.sinhPerVolt()[i][j] > 0 && devices.ohms()[i][j] > 0;
    }

    private static double current(double b, double r, double volts) {
        return StrictMath.sinh(b * volts) / (b * r);
    }

    private static double asinh(double x) {
        double a = Math.abs(x);
        double y = a > 1e100
                ? StrictMath.log(a) + StrictMath.log(2)
                : StrictMath.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
        return Math.copySign(y, x);
    }
}
