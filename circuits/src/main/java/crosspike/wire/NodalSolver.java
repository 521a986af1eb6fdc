package crosspike.wire;

import java.util.Locale;

/**
 * The operating point of a crossbar: devices are linearised ({@link Companions}), the linear network is solved
 * ({@link LinearNetwork}), and so on until the currents of the network are those of the devices. Even a linear crossbar is
 * solved twice, the second time for the error of the first.
 */
public final class NodalSolver {
    private static final double LINEAR_TOLERANCE = 1e-14;

    /** Devices agree with their network to this part of the largest current, or as far as rounding allows. */
    private static final double DEVICE_TOLERANCE = 1e-14;

    private static final double ROUNDING = 1e-11;

    /** A step that leaves more of the mismatch than this moves rounding errors about. */
    private static final double STALLED = 0.97;

    /** Of V·g of the best device: a terminal current below this is rounding, and nothing flows. */
    private static final double NOTHING = 1e-12;

    private static final int MOST_LINEARISATIONS = 300;

    private NodalSolver() {}

    /**
     * Solves one circuit. Uses two threads for large ones; the bits do not depend on it.
     *
     * @throws crosspike.input.UserError if ideal terminals are tied together
     * @throws NotConverged if no solution is found, never a number that is not one
     */
    public static OperatingPoint solve(CrossbarCircuit circuit) {
        Islands.refuseTiedTerminals(circuit);
        Wires wires = circuit.wires();
        int rows = wires.rows();
        Companions devices = new Companions(circuit);
        LinearNetwork network =
                new LinearNetwork(wires, devices.siemens(), Runtime.getRuntime().availableProcessors());
        double[][] wordVolts = new double[rows][wires.columns()];
        double volts = circuit.drive().largestVolts();
        int iterations = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int n = 0; ; n++) {
            iterations += network.solve(circuit.drive(), devices.sources(), n > 0, LINEAR_TOLERANCE)
                    .iterations();
            for (int i = 0; i < rows; i++) {
                network.wordVolts(i, devices.siemens()[i], wordVolts[i]);
            }
            devices.update(wordVolts, network.bitVolts());
            double scale = Math.max(devices.scaleAmps(), Double.MIN_NORMAL);
            double mismatch = devices.mismatchAmps() / scale;
            double rounding = Math.max(ROUNDING, devices.roundingAmps(volts) / scale);
            if (n > 0 && (mismatch <= DEVICE_TOLERANCE || mismatch <= rounding && mismatch >= STALLED * before)) {
                refuseMoreThanTerminalsHold(devices.scaleAmps(), volts);
                return result(circuit, wordVolts, network.bitVolts(), devices, iterations);
            }
            if (n == MOST_LINEARISATIONS || Double.isNaN(mismatch)) {
                throw new NotConverged(String.format(
                        Locale.ROOT,
                        "the %sdevices did not converge: their currents differ by %s the largest after %d steps; %s",
                        devices.areCurved() ? "nonlinear " : "",
                        mismatch < 1 ? String.format(Locale.ROOT, "%.1e of", mismatch) : "more than",
                        n,
                        devices.areCurved()
                                ? "check nonlinear_sinh_b_per_volt and the voltages"
                                : "check device_resistance_ohm, or give segments of 0 ohm beside nearly shorted devices"
                                        + " some resistance"));
            }
            before = mismatch;
            if (!devices.areExact()) {
                network.factor();
            }
        }
    }

    /** Ideal terminals are good conductors here, and a current that moves their voltage is not that of the circuit. */
    private static void refuseMoreThanTerminalsHold(double amps, double volts) {
        if (amps > Ladder.IDEAL_SIEMENS * Math.ulp(volts)) {
            throw new NotConverged(String.format(
                    Locale.ROOT,
                    "a device would carry %.1e A or more; check its resistance, nonlinear_sinh_b_per_volt and the voltages",
                    amps));
        }
    }

    private static OperatingPoint result(
            CrossbarCircuit circuit, double[][] wordVolts, double[][] bitVolts, Companions devices, int iterations) {
        double[][] amps = devices.amps();
        Wires wires = circuit.wires();
        Drive drive = circuit.drive();
        int rows = wires.rows();
        int columns = wires.columns();
        double[] left = new double[rows];
        double[] right = new double[rows];
        double[] bottom = new double[columns];
        double[] top = new double[columns];
        double residual = 0;
        for (int i = 0; i < rows; i++) {
            double[] ohms = wires.wordSegmentOhms()[i];
            LineCurrents ends = LineCurrents.of(
                    amps[i], ohms, drive.left()[i], wires.leftOhms()[i], drive.right()[i], wires.rightOhms()[i]);
            left[i] = ends.firstAmps();
            right[i] = ends.lastAmps();
            residual = Math.max(
                    residual,
                    LineCurrents.residual(
                            wordVolts[i],
                            amps[i],
                            ohms,
                            drive.left()[i],
                            wires.leftOhms()[i],
                            drive.right()[i],
                            wires.rightOhms()[i]));
        }
        double[] given = new double[rows];
        double[] volts = new double[rows];
        double[] ohms = new double[rows - 1];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                given[i] = -amps[i][j];
                volts[i] = bitVolts[i][j];
                if (i < rows - 1) {
                    ohms[i] = wires.bitSegmentOhms()[i][j];
                }
            }
            LineCurrents ends = LineCurrents.of(
                    given, ohms, drive.top()[j], wires.topOhms()[j], drive.bottom()[j], wires.bottomOhms()[j]);
            top[j] = -ends.firstAmps();
            bottom[j] = -ends.lastAmps();
            residual = Math.max(
                    residual,
                    LineCurrents.residual(
                            volts,
                            given,
                            ohms,
                            drive.top()[j],
                            wires.topOhms()[j],
                            drive.bottom()[j],
                            wires.bottomOhms()[j]));
        }
        double scale = Math.max(
                Math.max(scale(left, drive.left(), wires.leftOhms()), scale(right, drive.right(), wires.rightOhms())),
                Math.max(scale(bottom, drive.bottom(), wires.bottomOhms()), scale(top, drive.top(), wires.topOhms())));
        double most = drive.largestVolts() * devices.largestSiemens();
        scale = scale > NOTHING * most ? scale : most;
        double watts = power(drive.left(), left)
                + power(drive.right(), right)
                - power(drive.bottom(), bottom)
                - power(drive.top(), top);
        Islands.markUndefined(circuit, wordVolts, bitVolts);
        return new OperatingPoint(
                wordVolts,
                bitVolts,
                amps,
                left,
                right,
                bottom,
                top,
                watts,
                iterations,
                scale > 0 ? residual / scale : residual);
    }

    private static double scale(double[] amps, double[] volts, double[] ohms) {
        double scale = 0;
        for (int i = 0; i < amps.length; i++) {
            double norton = ohms[i] > 0 ? Math.abs(volts[i]) / ohms[i] : 0;
            scale = Math.max(scale, Math.max(Math.abs(amps[i]), norton));
        }
        return scale;
    }

    private static double power(double[] volts, double[] amps) {
        double watts = 0;
        for (int i = 0; i < volts.length; i++) {
            watts += volts[i] * amps[i];
        }
        return watts;
    }
}
