package crosspike.spice;

import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Drive;
import crosspike.wire.OperatingPoint;
import crosspike.wire.Wires;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How far two solutions of one crossbar are apart: largest differences, voltages relative to the largest source, currents to
 * the largest current, power to the sum of what terminals deliver and take. Infinite if only one of them has a value;
 * currents that ngspice cannot tell (around a loop of 0 ohm) are not compared.
 */
public record Agreement(
        double wordVolts,
        double bitVolts,
        double deviceAmps,
        double leftAmps,
        double rightAmps,
        double bottomAmps,
        double topAmps,
        double supplyWatts) {

    /**
     * @param drive of both
     * @param ours from our solver
     * @param spice from {@link CircuitNetlist#solve}
     */
    public static Agreement of(Drive drive, OperatingPoint ours, OperatingPoint spice) {
        double volts = Math.max(largest(drive.left(), drive.right(), drive.bottom(), drive.top()), Double.MIN_NORMAL);
        double[][] terminals = {ours.leftAmps(), ours.rightAmps(), ours.bottomAmps(), ours.topAmps()};
        double amps = Math.max(Math.max(largest(ours.deviceAmps()), largest(terminals)), ArrayVerifier.SMALLEST_AMPS);
        double watts = Math.max(
                spent(drive.left(), ours.leftAmps())
                        + spent(drive.right(), ours.rightAmps())
                        + spent(drive.bottom(), ours.bottomAmps())
                        + spent(drive.top(), ours.topAmps()),
                Math.max(ArrayVerifier.SMALLEST_AMPS * volts, Double.MIN_NORMAL));
        return new Agreement(
                apart(ours.wordVolts(), spice.wordVolts(), false) / volts,
                apart(ours.bitVolts(), spice.bitVolts(), false) / volts,
                apart(ours.deviceAmps(), spice.deviceAmps(), true) / amps,
                apart(ours.leftAmps(), spice.leftAmps(), false) / amps,
                apart(ours.rightAmps(), spice.rightAmps(), false) / amps,
                apart(ours.bottomAmps(), spice.bottomAmps(), false) / amps,
                apart(ours.topAmps(), spice.topAmps(), false) / amps,
                Math.abs(ours.supplyWatts() - spice.supplyWatts()) / watts);
    }

    /**
     * What double precision leaves uncertain in currents of ngspice, which knows the current of a wire from the voltages of its
     * ends: one rounding of the largest voltage in each node along a line, through the best wire, terminal or device, over
     * the largest current of a terminal.
     */
    static double rounding(CrossbarCircuit circuit, OperatingPoint ours) {
        Wires wires = circuit.wires();
        double best = Math.max(
                Math.max(bestSiemens(wires.wordSegmentOhms()), bestSiemens(wires.bitSegmentOhms())),
                Math.max(
                        bestSiemens(wires.leftOhms(), wires.rightOhms(), wires.topOhms(), wires.bottomOhms()),
                        bestSiemens(circuit.devices().ohms())));
        Drive drive = circuit.drive();
        double volts = largest(drive.left(), drive.right(), drive.bottom(), drive.top());
        double amps = largest(ours.leftAmps(), ours.rightAmps(), ours.bottomAmps(), ours.topAmps());
        int nodes = Math.max(wires.rows(), wires.columns());
        return nodes * Math.ulp(1.0) * volts * best / Math.max(amps, ArrayVerifier.SMALLEST_AMPS);
    }

    private static double bestSiemens(double[]... ohms) {
        return 1
                / Stream.of(ohms)
                        .flatMapToDouble(Arrays::stream)
                        .filter(r -> r > 0)
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
    }

    /** The largest difference of a voltage. */
    public double volts() {
        return Math.max(wordVolts, bitVolts);
    }

    /** The largest difference of a current. */
    public double amps() {
        return largest(new double[] {deviceAmps, leftAmps, rightAmps, bottomAmps, topAmps});
    }

    /** The largest of all differences. */
    public double worst() {
        return largest(
                new double[] {wordVolts, bitVolts, deviceAmps, leftAmps, rightAmps, bottomAmps, topAmps, supplyWatts});
    }

    /** Largest magnitude; NaN counts for nothing. */
    static double largest(double[]... values) {
        return Stream.of(values)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
    }

    private static double spent(double[] volts, double[] amps) {
        double watts = 0;
        for (int i = 0; i < volts.length; i++) watts += Math.abs(volts[i] * amps[i]);
        return watts;
    }

    private static double apart(double[][] ours, double[][] spice, boolean mayBeUndefined) {
        double largest = 0;
        for (int i = 0; i < ours.length; i++) largest = Math.max(largest, apart(ours[i], spice[i], mayBeUndefined));
        return largest;
    }

    private static double apart(double[] ours, double[] spice, boolean mayBeUndefined) {
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            boolean bothUndefined = Double.isNaN(ours[i]) && Double.isNaN(spice[i]);
            if (bothUndefined || mayBeUndefined && Double.isNaN(spice[i])) continue;
            double difference = Math.abs(ours[i] - spice[i]);
            largest = Math.max(largest, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
        }
        return largest;
    }
}
