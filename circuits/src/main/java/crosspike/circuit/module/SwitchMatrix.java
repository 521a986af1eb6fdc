package crosspike.circuit.module;

import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.logic.TransmissionGate;
import crosspike.circuit.technology.Technology;

/**
 * Puts read, write or ground voltage on each of {@code lines} lines: a pair of transmission gates and a flop for each.
 * Section 4.4 of {@code docs/circuit-model.md}. Only the flops leak.
 *
 * @param lines lines it drives
 * @param passOhms resistance of one transmission gate in Ω, as asked for
 * @param widthMetres in m
 * @param heightMetres in m
 * @param drainFarads drain capacitance of one transmission gate in F
 * @param gateFarads both gates of one transmission gate in F
 * @param flops the flip-flops that hold the selection
 */
public record SwitchMatrix(
        Technology technology,
        int lines,
        double passOhms,
        double widthMetres,
        double heightMetres,
        double drainFarads,
        double gateFarads,
        FlipFlopBank flops)
        implements CircuitModule {

    /** Beside the rows of an array of the given height in m, at least 28 F. */
    public static SwitchMatrix besideRows(
            StandardCells cells, int lines, TransmissionGate gate, double passOhms, double heightMetres) {
        Technology t = cells.technology();
        int columns = Layout.ceilDiv(lines, Math.max(1, Layout.floor(heightMetres / cells.heightMetres())));
        double pitch = heightMetres / Layout.ceilDiv(lines, columns);
        var pass = gate.inHeight(t, pitch);
        FlipFlopBank flops = FlipFlopBank.alongHeight(cells, lines, heightMetres);
        return new SwitchMatrix(
                t,
                lines,
                passOhms,
                2 * pass.widthMetres() * columns + flops.widthMetres(),
                heightMetres,
                pass.outputFarads(),
                gate.gateFarads(t),
                flops);
    }

    /**
     * Above or below the columns of an array.
     *
     * @param linesMetres what the columns take, over which the gates are spread, in m; at least 15.2 F
     * @param widthMetres width of the rows in which gates and flops stand, in m; more where a narrow array is overhung
     */
    public static SwitchMatrix acrossColumns(
            StandardCells cells,
            int lines,
            TransmissionGate gate,
            double passOhms,
            double linesMetres,
            double widthMetres) {
        Technology t = cells.technology();
        double gatePitch = t.features(Layout.GATE_PITCH);
        int rows = Layout.ceilDiv(lines, Math.max(1, Layout.floor(linesMetres / (4 * gatePitch))));
        int perRow = Layout.ceilDiv(lines, rows);
        double height = gate.heightMetres(t, Layout.floor(linesMetres / perRow / 2 / gatePitch) - 1);
        FlipFlopBank flops = FlipFlopBank.alongWidth(cells, lines, widthMetres);
        return new SwitchMatrix(
                t,
                lines,
                passOhms,
                widthMetres,
                height * rows + flops.heightMetres(),
                gate.inHeight(t, height).outputFarads(),
                gate.gateFarads(t),
                flops);
    }

    @Override
    public double areaSquareMetres() {
        return widthMetres * heightMetres;
    }

    @Override
    public double leakageWatts() {
        return flops.leakageWatts();
    }

    /** Latency in s of one read pulse through a line of the given capacitance in F and resistance in Ω. */
    public double readSeconds(double lineFarads, double lineOhms, double clockHertz) {
        return Math.log(2) * (passOhms * (3 * drainFarads + lineFarads) + lineOhms * lineFarads / 2)
                + FlipFlopBank.seconds(clockHertz);
    }

    /** Energy in J of one read pulse on a share {@code activity} of the lines; 0 for lines that are only sensed. */
    public double readJoules(double activity, double readVolts) {
        return lines * activity * (lineJoules(readVolts) + gateJoules()) + flopJoules();
    }

    /** Energy in J of new data in all flops. */
    public double flopJoules() {
        return flops.joules(lines);
    }

    /** Energy in J of charging the drains at one line to a voltage. */
    public double lineJoules(double volts) {
        return 3 * drainFarads * volts * volts;
    }

    /** Energy in J of switching one transmission gate. */
    public double gateJoules() {
        return gateFarads * technology.supplySquared();
    }
}
