package crosspike.circuit.subarray;

import crosspike.circuit.logic.Gate;
import crosspike.circuit.logic.Layout;
import crosspike.circuit.technology.Technology;
import crosspike.circuit.technology.Wires;
import crosspike.input.KeyError;
import java.util.Locale;

/**
 * The cells and their wires: size, capacitances and resistances. Section 3 of {@code docs/circuit-model.md}.
 *
 * @param rows word lines
 * @param columns bit lines
 * @param widthMetres length of a row in m
 * @param heightMetres length of a column in m
 * @param rowFarads wire along a row in F
 * @param wordLineFarads wire along a row with the gates of the access transistors in F; without transistors as
 *     {@code rowFarads}
 * @param columnFarads wire along a column with the drains of the access transistors in F
 * @param wireOhmsPerMetre resistance of the wires in Ω/m
 * @param idealWires whether cells see no wire resistance; {@code wireOhmsPerMetre} is then 1
 * @param accessFeatures width of the access transistor in F; 0 for none
 */
public record CellArray(
        int rows,
        int columns,
        double widthMetres,
        double heightMetres,
        double rowFarads,
        double wordLineFarads,
        double columnFarads,
        double wireOhmsPerMetre,
        boolean idealWires,
        double accessFeatures) {

    /** Lays the array out. */
    static CellArray of(SubArrayDesign design, Technology t, Wires wires, Mode mode) {
        Cell cell = design.cell();
        boolean ideal = design.wireNanometres() == Wires.IDEAL;
        double ohmsPerMetre = ideal ? 1 : wires.wire(design.wireNanometres()).ohmsPerMetre();
        if (!ideal && mode.has(Correction.WIRE_TEMPERATURE)) {
            ohmsPerMetre *= 1 + wires.temperatureCoefficient() * (design.kelvin() - 300);
        }
        double unit = design.cellInWireWidths() && !ideal ? design.wireNanometres() * 1e-9 : t.featureMetres();
        double nominalWidth = cell.widthFeatures() * unit;
        double cellWidth = nominalWidth;
        double cellHeight = cell.heightFeatures() * unit;
        if (design.relaxedWidth()) cellWidth = Math.max(cellWidth, t.features(4 * Layout.GATE_PITCH));
        if (design.relaxedHeight()) cellHeight = Math.max(cellHeight, t.features(Layout.CELL_HEIGHT));
        double width = cellWidth * design.columns();
        double height = cellHeight * design.rows();

        double accessFeatures = 0;
        double gates = 0;
        double drains = 0;
        if (cell.access().hasTransistor()) {
            accessFeatures = t.nmosOhms(t.featureMetres()) / cell.transistorOhms();
            requireRoom(cell, accessFeatures, nominalWidth, t);
            if (mode.has(Correction.MINIMUM_WIDTH)) accessFeatures = Math.max(accessFeatures, Layout.MINIMUM_WIDTH);
            double access = t.features(accessFeatures);
            gates = design.columns() * t.gateFarads(access);
            // The drawn cell may be wider; its transistor still folds into the nominal width.
            drains = design.rows() * Gate.inverter(t, access, 0, nominalWidth).outputFarads();
        }
        return new CellArray(
                design.rows(),
                design.columns(),
                width,
                height,
                wires.faradsPerMetre() * width,
                wires.faradsPerMetre() * width + gates,
                wires.faradsPerMetre() * height + drains,
                ohmsPerMetre,
                ideal,
                accessFeatures);
    }

    /** The access transistor and the edges of its diffusion lie within the cell, whatever the width of the cell is given in. */
    private static void requireRoom(Cell cell, double accessFeatures, double cellMetres, Technology t) {
        if (cellMetres <= t.features(Layout.EDGE)) {
            throw new KeyError(
                    "cellWidth_F",
                    String.format(
                            Locale.ROOT,
                            "is %s wire widths, a cell %.1f nm wide; expected above %.1f nm, 3.6 features, which the edges of"
                                    + " the access transistor take",
                            Cell.plain(cell.widthFeatures()),
                            cellMetres * 1e9,
                            t.features(Layout.EDGE) * 1e9));
        }
        if (t.features(accessFeatures) <= cellMetres * (1 + 1e-9)) return;
        throw new KeyError(
                "accessResistance_ohm",
                String.format(
                        Locale.ROOT,
                        "is %s, which takes a transistor %.1f F wide in a cell of %s F; expected at least %.0f ohm",
                        Cell.plain(cell.transistorOhms()),
                        accessFeatures,
                        Cell.plain(Math.rint(cellMetres / t.featureMetres() * 1e6) / 1e6),
                        Math.ceil(t.nmosOhms(cellMetres))));
    }

    /** Area of the cells in m². */
    public double areaSquareMetres() {
        return widthMetres * heightMetres;
    }

    /** Resistance of the wire along a row in Ω. */
    public double rowOhms() {
        return wireOhmsPerMetre * widthMetres;
    }

    /** Resistance of the wire along a column in Ω. */
    public double columnOhms() {
        return wireOhmsPerMetre * heightMetres;
    }

    /** Resistance of row wire between two cells as cell currents see it, in Ω. */
    public double rowOhmsPerCell() {
        return idealWires ? 0 : rowOhms() / columns;
    }

    /** Resistance of column wire between two cells as cell currents see it, in Ω. */
    public double columnOhmsPerCell() {
        return idealWires ? 0 : columnOhms() / rows;
    }
}
