package crosspike.spice.export;

import crosspike.spice.Analysis;
import crosspike.spice.Netlist;
import crosspike.spice.SpiceNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the netlist of an {@link ArrayExport}: sources, lines, cells, read-out, then what to compute and to save. */
final class ArrayNetlist {
    static final String POWER = "v(power)";

    private static final int STEPS_PER_PULSE = 50;
    private static final int TERMS_PER_LINE = 4;
    private static final int MEASURED_LINES = 8;

    private final ArrayExport export;
    private final Excerpt excerpt;
    private final List<BitLine> bitLines;
    private final LineModel lines;
    private final Circuit circuit = new Circuit();
    private final Set<String> vectors = new LinkedHashSet<>();

    ArrayNetlist(ArrayExport export) {
        this.export = export;
        this.excerpt = export.excerpt();
        this.bitLines = excerpt.bitLines();
        this.lines = export.lines();
    }

    Netlist netlist() {
        boolean hasGates = export.cells().access().hasGate();
        senseAmplifiers();
        drivers();
        if (hasGates) gates();
        wordLines();
        if (hasGates) gateLines();
        bitLines();
        cells();
        supplyPower();
        pairs();
        neurons();
        String elements = circuit.text();
        StringBuilder text = new StringBuilder(new NetlistHeader(export).text());
        for (Template template : templates()) {
            text.append('\n').append(export.templates().text(template)).append('\n');
        }
        vectors.add("v(" + bitLines.get(0).name() + ")");
        boolean atRest = export.stimulus().pulse().isEmpty();
        return new Netlist(
                NetlistHeader.title(excerpt),
                text.append('\n').append(elements).toString(),
                List.copyOf(vectors),
                atRest && export.cells().access() != CellModel.Access.MOS, // whose bulk leaks to ground
                analysis());
    }

    private Analysis analysis() {
        if (export.stimulus().pulse().isEmpty()) return Analysis.OPERATING_POINT;
        PulseShape pulse = export.stimulus().pulse().get();
        double step = Math.min(pulse.widthSeconds() / STEPS_PER_PULSE, pulse.riseSeconds());
        List<String> measures = new ArrayList<>();
        String window = " from=0 to=" + SpiceNumber.text(pulse.stopSeconds());
        if (vectors.contains(POWER)) measures.add("meas tran energy_joules integ " + POWER + window);
        for (BitLine line : bitLines.subList(0, Math.min(bitLines.size(), MEASURED_LINES))) {
            String current = current(line.name());
            measures.add("meas tran amps_" + line.name() + " find " + current + " at="
                    + SpiceNumber.text(pulse.settledSeconds()));
            measures.add("meas tran coulombs_" + line.name() + " integ " + current + window);
        }
        // Spikes need many steps; at 1e-4 they are a quarter of those at 1e-6, and the fifth spike comes 0.01 % later.
        double tolerance = export.lif().isPresent() ? 1e-4 : 1e-6;
        return Analysis.transientOf(pulse.stopSeconds(), step, tolerance).closing(measures);
    }

    private Set<Template> templates() {
        Set<Template> used = new LinkedHashSet<>();
        if (circuit.uses(Template.SEGMENT)) used.add(Template.SEGMENT);
        if (circuit.uses(export.cells().access().template())) {
            used.add(export.cells().device());
            used.add(export.cells().access().template());
        }
        if (circuit.uses(Template.LIF)) used.add(Template.LIF);
        return used;
    }

    static String current(String line) {
        return "i(v" + line + ")";
    }

    private void source(String line, String value) {
        circuit.element("v" + line, List.of(line, Circuit.GROUND), value);
    }

    private void senseAmplifiers() {
        circuit.comment("sense amplifiers: ammeters that hold the ends of the bit lines");
        for (int j = 0; j < bitLines.size(); j++) {
            String name = bitLines.get(j).name();
            double volts = export.stimulus().columnVolts()[j];
            source(name, export.stimulus().source(volts));
            vectors.add(current(name));
            if (volts != 0 && isTransient()) vectors.add("v(" + name + ")");
        }
    }

    private void drivers() {
        if (lines.driverOhms() == Double.POSITIVE_INFINITY) return;
        circuit.comment("drivers of the word lines");
        for (int i = 0; i < excerpt.rows().length; i++) {
            String name = "row" + excerpt.rows()[i];
            double volts = export.stimulus().rowVolts()[i];
            source(name, export.stimulus().source(volts));
            if (volts != 0 && isTransient()) vectors.add("v(" + name + ")");
            if (volts != 0 || !isTransient()) vectors.add(current(name));
        }
    }

    private void gates() {
        circuit.comment("gates of the access transistors");
        for (int i = 0; i < excerpt.rows().length; i++) {
            String name = "gate" + excerpt.rows()[i];
            source(name, export.stimulus().gateSource(i, export.cells().gateVolts()));
            if (export.stimulus().gatesOn()[i] && isTransient()) {
                vectors.add("v(" + name + ")");
                vectors.add(current(name));
            }
        }
    }

    private boolean isTransient() {
        return export.stimulus().pulse().isPresent();
    }

    private void wordLines() {
        circuit.comment("word lines");
        for (int row : excerpt.rows()) {
            circuit.resistor("rrow" + row, "row" + row, "w" + row, lines.driverOhms());
            alongRow("w", "w" + row, row);
        }
    }

    private void gateLines() {
        circuit.comment("gate lines");
        for (int row : excerpt.rows()) alongRow("g", "gate" + row, row);
    }

    private void alongRow(String prefix, String start, int row) {
        String at = start;
        int passed = -1; // the first cell has wire capacitance of its own, but no wire before it
        for (BitLine line : bitLines) {
            String next = prefix + row + "_" + line.label();
            int segments = line.position() - Math.max(0, passed);
            int cells = line.position() - passed;
            circuit.segment("x" + next, at, next, segments * lines.wordOhms(), cells * lines.wordFarads());
            passed = line.position();
            at = next;
        }
    }

    private void bitLines() {
        circuit.comment("bit lines, from the sense amplifiers on");
        for (BitLine line : bitLines) {
            String at = "b" + line.label();
            circuit.resistor("r" + line.name(), line.name(), at, lines.senseOhms());
            int passed = excerpt.arrayRows();
            for (int i = excerpt.rows().length - 1; i >= 0; i--) {
                int row = excerpt.rows()[i];
                String next = "b" + row + "_" + line.label();
                int segments = Math.min(passed, excerpt.arrayRows() - 1) - row;
                circuit.segment("x" + next, at, next, segments * lines.bitOhms(), (passed - row) * lines.bitFarads());
                passed = row;
                at = next;
            }
        }
    }

    private void cells() {
        circuit.comment("cells");
        CellModel model = export.cells();
        String subcircuit = model.access().template().subcircuit();
        for (int i = 0; i < excerpt.rows().length; i++) {
            for (BitLine line : bitLines) {
                double siemens = line.siemens()[i];
                if (siemens == 0) continue;
                String at = excerpt.rows()[i] + "_" + line.label();
                List<String> nodes =
                        model.access().hasGate() ? List.of("w" + at, "g" + at, "b" + at) : List.of("w" + at, "b" + at);
                circuit.element("xc" + at, nodes, subcircuit + " " + model.parameters(siemens));
            }
        }
    }

    private void supplyPower() {
        List<String> driven = new ArrayList<>();
        for (int i = 0; i < excerpt.rows().length; i++) {
            boolean connected = lines.driverOhms() < Double.POSITIVE_INFINITY;
            if (connected && export.stimulus().rowVolts()[i] != 0) driven.add("row" + excerpt.rows()[i]);
        }
        for (int j = 0; j < bitLines.size(); j++) {
            if (export.stimulus().columnVolts()[j] != 0)
                driven.add(bitLines.get(j).name());
        }
        if (driven.isEmpty()) return;
        circuit.comment("power that the drivers of word and bit lines deliver, 1 V for 1 W");
        StringBuilder sum = new StringBuilder("v = 0");
        for (int i = 0; i < driven.size(); i++) {
            if (i % TERMS_PER_LINE == 0) sum.append("\n+ ");
            sum.append("-v(").append(driven.get(i)).append(")*").append(current(driven.get(i)));
        }
        circuit.element("bpower", List.of("power", Circuit.GROUND), sum.toString());
        vectors.add(POWER);
    }

    private void pairs() {
        if (excerpt.pairs().isEmpty()) return;
        circuit.comment("currents of pairs, 1 V for 1 A");
        for (int[] pair : excerpt.pairs()) {
            circuit.element(
                    "bpair" + pair[0],
                    List.of("pair" + pair[0], Circuit.GROUND),
                    "v = " + current("col" + pair[0]) + "-" + current("col" + pair[1]));
            vectors.add("v(pair" + pair[0] + ")");
        }
    }

    /** Copies of the currents of columns, or of both columns of a pair, into membranes. */
    private void neurons() {
        if (export.lif().isEmpty()) return;
        Lif lif = export.lif().get();
        String parameters = Template.LIF.subcircuit() + " farad=" + SpiceNumber.text(lif.farads()) + " leak="
                + SpiceNumber.text(lif.leakOhms()) + " vth=" + SpiceNumber.text(lif.thresholdVolts()) + " tau="
                + SpiceNumber.text(export.stimulus().pulse().orElseThrow().widthSeconds() / 1000);
        circuit.comment("neurons: column currents are copied into their membranes");
        for (String column : excerpt.neuronColumns()) {
            String membrane = "mem" + column;
            circuit.element("fplus" + column, List.of(Circuit.GROUND, membrane), "vcol" + column + " 1");
            for (int[] pair : excerpt.pairs()) {
                if (column.equals(Integer.toString(pair[0]))) {
                    circuit.element("fminus" + column, List.of(membrane, Circuit.GROUND), "vcol" + pair[1] + " 1");
                }
            }
            circuit.element("xlif" + column, List.of(membrane, "spike" + column), parameters);
            vectors.add("v(" + membrane + ")");
            vectors.add("v(spike" + column + ")");
        }
    }
}
