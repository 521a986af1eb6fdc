package crosspike.circuit;

import crosspike.circuit.module.SwitchMatrix;
import crosspike.circuit.subarray.CellArray;
import crosspike.circuit.subarray.SubArray;
import crosspike.circuit.subarray.WritePulse;
import crosspike.crossbar.Line;

/**
 * The pulses of one polarity in one phase of a run, and what they cost outside the cells. Section 12 of
 * {@code docs/circuit-model.md}. In each pulse period one line along and a few across are at the write voltage; in a
 * crosspoint array all others are at half of it.
 *
 * @param pulse amplitude and width
 * @param pulses pulses, counted cell by cell
 * @param slots pulse periods, counted line by line
 */
record Programming(SynapticCore core, WritePulse pulse, long pulses, long slots) {

    /** Tiles a line runs through. */
    int tilesPerLine() {
        Tiling tiling = core.tiling();
        return core.design().programmedLine() == Line.ROW ? tiling.across() : tiling.down();
    }

    private SubArray tile() {
        return core.tile();
    }

    /** Lines at the write voltage that cross the programmed one, summed over pulse periods. */
    private double crossing() {
        return Math.min(pulses, (double) slots * lines(false) * tilesPerLine());
    }

    /** Lines of one tile along the programmed one, or across it. */
    private int lines(boolean along) {
        boolean rows = (core.design().programmedLine() == Line.ROW) == along;
        return rows ? tile().array().rows() : tile().array().columns();
    }

    private double idleCrossing() {
        return (double) slots * lines(false) * tilesPerLine() - crossing();
    }

    private double idleAlong() {
        return (double) slots * (lines(true) - 1) * tilesPerLine();
    }

    /** Energy in J of the wires of the array. */
    double wireJoules() {
        CellArray array = tile().array();
        boolean row = core.design().programmedLine() == Line.ROW;
        double along = row ? array.rowFarads() : array.columnFarads();
        double across = row ? array.columnFarads() : array.rowFarads();
        double squared = pulse.volts() * pulse.volts();
        double joules = (slots * tilesPerLine() * along + crossing() * across) * squared;
        if (tile().hasTransistors()) {
            double opened = row ? (double) slots * tilesPerLine() : crossing();
            return joules
                    + opened * array.wordLineFarads() * tile().technology().supplySquared();
        }
        return joules + (idleAlong() * along + idleCrossing() * across) * squared / 4;
    }

    /** Energy in J of the switches at the rows or columns. */
    double matrixJoules(SwitchMatrix matrix, Line at) {
        boolean along = at == core.design().programmedLine();
        double active = along ? (double) slots * tilesPerLine() : crossing();
        double joules = active * (matrix.lineJoules(pulse.volts()) + matrix.gateJoules())
                + slots * tilesPerLine() * matrix.flopJoules();
        if (tile().hasTransistors()) return joules;
        return joules + (along ? idleAlong() : idleCrossing()) * matrix.lineJoules(pulse.volts() / 2);
    }

    /** Cells at half of the write voltage, summed over pulse periods; none with access transistors. */
    double halfSelected() {
        return tile().hasTransistors() ? 0 : idleCrossing() + crossing() * (lines(true) - 1);
    }

    /** Energy in J of one such cell of middle conductance in one pulse period. */
    double halfSelectedJoules() {
        var design = tile().design();
        double half = pulse.volts() / 2;
        double siemens =
                design.cell().siemensAt(design.cell().middleSiemens(), half, design.readVolts(), pulse.volts());
        return half * half * siemens * pulse.seconds();
    }
}
