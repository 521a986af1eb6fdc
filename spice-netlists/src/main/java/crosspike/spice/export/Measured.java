package crosspike.spice.export;

import crosspike.spice.RawFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What ngspice found of an {@link ArrayExport}, computed from all 64 bits of its result file.
 *
 * @param bitLines in the order of the netlist
 * @param pairs differences of the currents of pairs, likewise
 * @param watts power that the drivers of word and bit lines deliver, constant or at the end of the pulse
 * @param joules energy they delivered; empty at DC
 * @param gateJoules energy of the drivers of gates; empty at DC and without gates
 * @param neurons when neurons fired; empty without neurons
 */
public record Measured(
        List<Line> bitLines,
        List<Pair> pairs,
        double watts,
        OptionalDouble joules,
        OptionalDouble gateJoules,
        List<Neuron> neurons) {

    /**
     * One bit line.
     *
     * @param name such as {@code col3}
     * @param idealAmps {@linkplain ArrayExport#idealAmps current without wires and transistors} in A
     * @param amps current out of the bit line in A, constant or at the end of the pulse
     * @param coulombs charge that came out; empty at DC
     */
    public record Line(String name, double idealAmps, double amps, OptionalDouble coulombs) {}

    /**
     * @param name such as {@code pair6}, for the columns 6 and 7
     * @param amps current of G+ less that of G−, in A
     */
    public record Pair(String name, double amps) {}

    /**
     * @param column that the neuron belongs to
     * @param spikeSeconds when it fired, ascending
     */
    public record Neuron(String column, double[] spikeSeconds) {}

    /** Reads a result of {@link ArrayExport#netlist}. */
    public static Measured of(ArrayExport export, RawFile raw) {
        boolean pulsed = export.stimulus().pulse().isPresent();
        double[] seconds = pulsed ? raw.series("time") : new double[] {0};
        int settled = pulsed ? settled(seconds, export.stimulus().pulse().get().settledSeconds()) : 0;
        List<Line> lines = new ArrayList<>();
        for (int j = 0; j < export.excerpt().bitLines().size(); j++) {
            BitLine line = export.excerpt().bitLines().get(j);
            double[] amps = raw.series(ArrayNetlist.current(line.name()));
            lines.add(new Line(
                    line.name(),
                    export.idealAmps(j),
                    amps[settled],
                    pulsed ? OptionalDouble.of(Integral.of(seconds, amps)) : OptionalDouble.empty()));
        }
        List<Pair> pairs = export.excerpt().pairs().stream()
                .map(pair -> new Pair("pair" + pair[0], raw.series("v(pair" + pair[0] + ")")[settled]))
                .toList();
        List<Neuron> neurons = export.lif().isEmpty()
                ? List.of()
                : export.excerpt().neuronColumns().stream()
                        .map(column -> new Neuron(column, risings(seconds, raw.series("v(spike" + column + ")"))))
                        .toList();
        boolean driven = raw.variables().contains(ArrayNetlist.POWER);
        boolean gated = pulsed && raw.variables().stream().anyMatch(name -> name.startsWith("i(vgate"));
        return new Measured(
                lines,
                pairs,
                driven ? raw.series(ArrayNetlist.POWER)[settled] : 0,
                pulsed
                        ? OptionalDouble.of(joules(raw, seconds, "v(row")
                                + joules(raw, seconds, "v(col")
                                + joules(raw, seconds, "v(flag"))
                        : OptionalDouble.empty(),
                gated ? OptionalDouble.of(joules(raw, seconds, "v(gate")) : OptionalDouble.empty(),
                neurons);
    }

    /** The last point that is not after the pulse begins to fall. */
    private static int settled(double[] seconds, double fall) {
        int point = 0;
        while (point + 1 < seconds.length && seconds[point + 1] <= fall * (1 + 1e-9)) point++;
        return point;
    }

    /** Energy that the sources delivered whose nodes begin so. */
    private static double joules(RawFile raw, double[] seconds, String prefix) {
        double sum = 0;
        for (String variable : raw.variables()) {
            if (!variable.startsWith(prefix)) continue;
            String current = "i(v" + variable.substring(2);
            if (raw.variables().contains(current)) {
                sum -= Integral.ofProduct(seconds, raw.series(variable), raw.series(current));
            }
        }
        return sum;
    }

    /** When a signal rises through 0.5 V. */
    private static double[] risings(double[] seconds, double[] volts) {
        List<Double> times = new ArrayList<>();
        for (int i = 1; i < volts.length; i++) {
            if (volts[i - 1] < 0.5 && volts[i] >= 0.5) {
                double part = (0.5 - volts[i - 1]) / (volts[i] - volts[i - 1]);
                times.add(seconds[i - 1] + part * (seconds[i] - seconds[i - 1]));
            }
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Charge of all bit lines in C; 0 at DC. */
    public double coulombs() {
        return bitLines.stream().mapToDouble(line -> line.coulombs().orElse(0)).sum();
    }
}
