package crosspike.spice;

import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Devices;
import crosspike.wire.Drive;
import crosspike.wire.OperatingPoint;
import crosspike.wire.Wires;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A whole crossbar with its wires at the DC operating point, element by element. What is open or broken, and what no
 * terminal reaches, is left out; a shorted device is a 0 V source.
 *
 * <p>Nodes are those of {@link CircuitNodes}; {@code rw3_4} and {@code rb3_4} the wire segments behind them; {@code rd3_4},
 * {@code bd3_4} (nonlinear) or {@code vd3_4} (short) the device and {@code ra3_4} its access resistance, which meet at
 * {@code x3_4}; {@code vleft3} behind {@code rleft3} drives word line 3, and so on for the other sides.
 */
public final class CircuitNetlist {
    private static final double KIRCHHOFF = 1e-9; // ngspice reaches 2e-11 with 64 x 64 cells

    private static final RawFile NO_CURRENT_FLOWS = new RawFile("Operating Point", List.of(), new double[1][0]);

    private final CrossbarCircuit circuit;
    private final CircuitNodes nodes;
    private final List<String> sources = new ArrayList<>();
    private final List<String> shorts = new ArrayList<>();
    private final List<String> innerNodes = new ArrayList<>();
    private final String title;
    private final String text;

    /**
     * @param title one line of printable ASCII
     * @param comment what the circuit is, in one line; anything but printable ASCII becomes an underscore
     */
    public CircuitNetlist(String title, String comment, CrossbarCircuit circuit) {
        this.circuit = circuit;
        this.nodes = new CircuitNodes(circuit);
        this.title = title;
        StringBuilder lines = new StringBuilder(comments(comment));
        addTerminals(lines);
        addSegments(lines);
        addDevices(lines);
        this.text = lines.toString();
    }

    /** The circuit, and all its voltages and source currents to be saved. */
    public Netlist netlist() {
        List<String> vectors = new ArrayList<>(currents(sources));
        vectors.addAll(currents(shorts));
        nodes.names().map(CircuitNetlist::volts).forEach(vectors::add);
        innerNodes.stream().map(CircuitNetlist::volts).forEach(vectors::add);
        return new Netlist(title, text, vectors, false);
    }

    /** The circuit, and the currents of its terminals alone, which must sum to zero. */
    Netlist terminals() {
        return new Netlist(title, text, currents(sources), true);
    }

    /**
     * Has ngspice solve the circuit. Currents of terminals and shorts are ngspice's; those of the other devices follow from its
     * voltages by the law of the device. Currents in a loop of 0 ohm are NaN. The residual is the sum of all terminal currents
     * over their scale. A circuit without terminals is empty: ngspice is not asked.
     *
     * @param keptAt where the netlist stays, as in {@link Ngspice#run}
     * @throws SpiceFailure if anything shows that the result must not be used
     */
    public OperatingPoint solve(Ngspice ngspice, Path keptAt) {
        if (sources.isEmpty()) {
            return new CircuitResult(circuit, nodes, NO_CURRENT_FLOWS).point();
        }
        OperatingPoint point = new CircuitResult(circuit, nodes, ngspice.run(netlist(), keptAt)).point();
        if (!(point.residual() <= KIRCHHOFF)) {
            throw new SpiceFailure(
                    Failure.CURRENTS_DO_NOT_SUM,
                    "ngspice failed: " + Failure.CURRENTS_DO_NOT_SUM.sentence() + " (they sum to "
                            + SpiceNumber.text(point.residual()) + " of the largest); netlist kept at " + keptAt);
        }
        return point;
    }

    private static List<String> currents(List<String> sources) {
        return sources.stream().map(CircuitNetlist::amps).toList();
    }

    static String volts(String node) {
        return "v(" + node + ")";
    }

    static String amps(String source) {
        return "i(" + source + ")";
    }

    /** Name of the source behind a terminal, such as the left end of word line 3. */
    static String terminal(String side, int line) {
        return "v" + side + line;
    }

    /** Name of the resistor that is a linear device. */
    static String device(int row, int column) {
        return "rd" + row + "_" + column;
    }

    private String comments(String comment) {
        return """
                * %s
                * %s word lines x %s bit lines, operating point.
                * w<i>_<j>, b<i>_<j>: nodes of word line i and bit line j where they cross; 0 ohm makes nodes one.
                * rw, rb: segments of word and bit lines, in ohm; left out: 0 ohm and broken ones.
                * rd, bd, vd: devices (linear, nonlinear, shorted); ra: access resistance before it; left out: open ones.
                * vleft, vright, vtop, vbottom, behind rleft ...: terminals; left out: ends that float.
                """.formatted(
                        comment.replaceAll("[^ -~]", "_"),
                        Integer.toString(circuit.wires().rows()),
                        Integer.toString(circuit.wires().columns()));
    }

    private void addTerminals(StringBuilder lines) {
        Wires wires = circuit.wires();
        Drive drive = circuit.drive();
        int lastRow = wires.rows() - 1;
        int lastColumn = wires.columns() - 1;
        for (int i = 0; i <= lastRow; i++) {
            addTerminal(lines, "left", i, nodes.word(i, 0), drive.left()[i], wires.leftOhms()[i]);
            addTerminal(lines, "right", i, nodes.word(i, lastColumn), drive.right()[i], wires.rightOhms()[i]);
        }
        for (int j = 0; j <= lastColumn; j++) {
            addTerminal(lines, "top", j, nodes.bit(0, j), drive.top()[j], wires.topOhms()[j]);
            addTerminal(lines, "bottom", j, nodes.bit(lastRow, j), drive.bottom()[j], wires.bottomOhms()[j]);
        }
    }

    private void addTerminal(StringBuilder lines, String side, int line, String node, double volts, double ohms) {
        if (ohms == Double.POSITIVE_INFINITY) return;
        String source = terminal(side, line);
        String behind = ohms == 0 ? node : side + line;
        add(lines, source, behind, "0", "dc " + SpiceNumber.text(volts));
        if (ohms > 0) add(lines, "r" + side + line, behind, node, SpiceNumber.text(ohms));
        sources.add(source);
    }

    private void addSegments(StringBuilder lines) {
        double[][] word = circuit.wires().wordSegmentOhms();
        for (int i = 0; i < word.length; i++) {
            for (int j = 0; j < word[i].length; j++) {
                addSegment(lines, "rw" + i + "_" + j, nodes.word(i, j), nodes.word(i, j + 1), word[i][j]);
            }
        }
        double[][] bit = circuit.wires().bitSegmentOhms();
        for (int i = 0; i < bit.length; i++) {
            for (int j = 0; j < bit[i].length; j++) {
                addSegment(lines, "rb" + i + "_" + j, nodes.bit(i, j), nodes.bit(i + 1, j), bit[i][j]);
            }
        }
    }

    private static void addSegment(StringBuilder lines, String name, String from, String to, double ohms) {
        if (ohms > 0 && ohms < Double.POSITIVE_INFINITY && from != null) {
            add(lines, name, from, to, SpiceNumber.text(ohms));
        }
    }

    private void addDevices(StringBuilder lines) {
        Devices devices = circuit.devices();
        for (int i = 0; i < circuit.wires().rows(); i++) {
            for (int j = 0; j < circuit.wires().columns(); j++) {
                boolean open = devices.ohms()[i][j] + devices.accessOhms()[i][j] == Double.POSITIVE_INFINITY;
                if (!open && nodes.word(i, j) != null && !nodes.closesLoop(i, j)) addDevice(lines, i, j);
            }
        }
        if (Arrays.stream(devices.sinhPerVolt()).flatMapToDouble(Arrays::stream).anyMatch(b -> b > 0)) {
            lines.append(".options itl1=500\n");
        }
    }

    private void addDevice(StringBuilder lines, int i, int j) {
        double ohms = circuit.devices().ohms()[i][j];
        double access = circuit.devices().accessOhms()[i][j];
        double b = circuit.devices().sinhPerVolt()[i][j];
        String place = i + "_" + j;
        String from = nodes.word(i, j);
        String to = nodes.bit(i, j);
        if (nodes.isShort(i, j)) {
            add(lines, "vd" + place, from, to, "dc 0");
            shorts.add("vd" + place);
            return;
        }
        if (access > 0) {
            String inner = ohms > 0 ? "x" + place : to;
            add(lines, "ra" + place, from, inner, SpiceNumber.text(access));
            from = inner;
        }
        if (ohms > 0 && b == 0) {
            add(lines, device(i, j), from, to, SpiceNumber.text(ohms));
        } else if (ohms > 0) {
            String across = "v(" + from + "," + to + ")";
            String law = "i=sinh(" + SpiceNumber.text(b) + "*" + across + ")/" + SpiceNumber.text(b * ohms);
            add(lines, "bd" + place, from, to, law);
            if (access > 0) innerNodes.add(from);
        }
    }

    private static void add(StringBuilder lines, String name, String from, String to, String value) {
        lines.append(name).append(' ').append(from).append(' ').append(to);
        lines.append(' ').append(value).append('\n');
    }
}
