package crosspike.spice;

import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Devices;
import crosspike.wire.Drive;
import crosspike.wire.OperatingPoint;
import crosspike.wire.Wires;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What ngspice found of a {@link CircuitNetlist}, in the form of our own solution. */
final class CircuitResult {
    /** Of V/R of the best wire: less current than this is rounding of the node voltages, a million times over. */
    private static final double ROUNDING = 1e-4;

    private final CrossbarCircuit circuit;
    private final CircuitNodes nodes;
    private final Map<String, Double> values = new HashMap<>();

    CircuitResult(CrossbarCircuit circuit, CircuitNodes nodes, RawFile result) {
        this.circuit = circuit;
        this.nodes = nodes;
        for (int i = 0; i < result.variables().size(); i++) {
            values.put(result.variables().get(i), result.points()[0][i]);
        }
    }

    OperatingPoint point() {
        int rows = circuit.wires().rows();
        int columns = circuit.wires().columns();
        double[][] wordVolts = new double[rows][columns];
        double[][] bitVolts = new double[rows][columns];
        double[][] deviceAmps = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                wordVolts[i][j] = volts(nodes.word(i, j));
                bitVolts[i][j] = volts(nodes.bit(i, j));
                deviceAmps[i][j] = deviceAmps(i, j, wordVolts[i][j], bitVolts[i][j]);
            }
        }
        double[] left = terminals("left", rows, -1);
        double[] right = terminals("right", rows, -1);
        double[] bottom = terminals("bottom", columns, 1);
        double[] top = terminals("top", columns, 1);
        Drive drive = circuit.drive();
        double watts = dot(drive.left(), left) + dot(drive.right(), right);
        watts -= dot(drive.bottom(), bottom) + dot(drive.top(), top);
        double sum = sum(left) + sum(right) - sum(bottom) - sum(top);
        double residual = sum == 0 ? 0 : Math.abs(sum) / scale(left, right, bottom, top);
        return new OperatingPoint(wordVolts, bitVolts, deviceAmps, left, right, bottom, top, watts, 0, residual);
    }

    private double volts(String node) {
        return node == null ? Double.NaN : values.get(CircuitNetlist.volts(node));
    }

    private double deviceAmps(int i, int j, double wordVolts, double bitVolts) {
        Devices devices = circuit.devices();
        double ohms = devices.ohms()[i][j];
        double access = devices.accessOhms()[i][j];
        double b = devices.sinhPerVolt()[i][j];
        if (nodes.inLoop(i, j)) return Double.NaN;
        if (nodes.word(i, j) == null || ohms + access == Double.POSITIVE_INFINITY) return 0;
        if (nodes.isShort(i, j)) return values.get(CircuitNetlist.amps("vd" + i + "_" + j));
        if (b == 0 || ohms == 0) return (wordVolts - bitVolts) / (ohms + access);
        double before = access > 0 ? values.get(CircuitNetlist.volts("x" + i + "_" + j)) : wordVolts;
        return StrictMath.sinh(b * (before - bitVolts)) / (b * ohms);
    }

    /** Currents of the terminals of one side; 0 where nothing is connected. */
    private double[] terminals(String side, int lines, int sign) {
        double[] amps = new double[lines];
        for (int line = 0; line < lines; line++) {
            Double found = values.get(CircuitNetlist.amps(CircuitNetlist.terminal(side, line)));
            amps[line] = found == null ? 0 : sign * found;
        }
        return amps;
    }

    private double scale(double[]... amps) {
        Wires wires = circuit.wires();
        double leastOhms = DoubleStream.concat(
                        Stream.of(wires.leftOhms(), wires.rightOhms(), wires.topOhms(), wires.bottomOhms())
                                .flatMapToDouble(Arrays::stream),
                        Stream.of(wires.wordSegmentOhms(), wires.bitSegmentOhms())
                                .flatMap(Arrays::stream)
                                .flatMapToDouble(Arrays::stream))
                .filter(ohms -> ohms > 0)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        Drive drive = circuit.drive();
        double volts = Agreement.largest(drive.left(), drive.right(), drive.bottom(), drive.top());
        return Math.max(Agreement.largest(amps), ROUNDING * volts / leastOhms);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
