package crosspike.circuit.subarray;

import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.logic.TransmissionGate;
import crosspike.circuit.module.ColumnMux;
import crosspike.circuit.module.ColumnSignal;
import crosspike.circuit.module.IntegrateAndFire;
import crosspike.circuit.module.NeuronPeriphery;
import crosspike.circuit.module.RowDecoder;
import crosspike.circuit.module.ShiftAdd;
import crosspike.circuit.module.Subtractor;
import crosspike.circuit.module.SwitchMatrix;
import crosspike.circuit.module.WordLineFollower;
import crosspike.circuit.technology.Technology;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.circuit.technology.TechnologyNode;
import crosspike.input.KeyError;
import crosspike.input.UserError;
import java.util.Locale;

/**
 * An array of cells with its periphery, laid out. Section 5 of {@code docs/circuit-model.md}.
 *
 * @param design what was asked for
 * @param mode which corrections are made
 * @param technology transistors of the periphery
 * @param array cells and wires
 * @param decoder word-line decoder; {@link RowDecoder#NONE} in a crosspoint array
 * @param follower word-line drivers; {@code null} in a crosspoint array
 * @param rowMatrix switches of the lines along the rows: bit lines with transistors, word lines in a crosspoint array
 * @param columnMatrix switches of the lines along the columns: source lines with transistors, bit lines otherwise
 * @param mux lets columns share read circuits
 * @param readCircuits turn column currents into numbers
 * @param subtractors take off the reference column
 * @param shiftAdd adds up the input bits; {@code null} for a single one
 * @param neurons digital neurons below
 */
public record SubArray(
        SubArrayDesign design,
        Mode mode,
        Technology technology,
        CellArray array,
        RowDecoder decoder,
        WordLineFollower follower,
        SwitchMatrix rowMatrix,
        SwitchMatrix columnMatrix,
        ColumnMux mux,
        IntegrateAndFire readCircuits,
        Subtractor subtractors,
        ShiftAdd shiftAdd,
        NeuronPeriphery neurons) {

    /** Crosspoint word lines: the transmission gate takes a tenth of the voltage. */
    private static final double CROSSPOINT_ROW_SHARE = 0.1;

    private static final double CROSSPOINT_COLUMN_SHARE = 0.5;

    /**
     * Lays an array out.
     *
     * @throws UserError if the node or wire is unknown, or the array too small for its periphery
     */
    public static SubArray of(SubArrayDesign design, TechnologyLibrary library, Mode mode) {
        if (mode.has(Correction.MUX_WITHIN_COLUMNS) && design.columnsPerReadCircuit() > design.columns()) {
            throw new KeyError(
                    "numColMuxed",
                    "is " + design.columnsPerReadCircuit() + ", more than the " + design.columns()
                            + " cols there are; expected 1 to " + design.columns());
        }
        if (!mode.has(Correction.MEAN_CONDUCTANCE)) {
            Cell.require(
                    design.cell().minSiemens() > 0,
                    "minConductance_S",
                    design.cell().minSiemens(),
                    "above 0 where resistances are averaged, as in neurosim-compatible");
        }
        TechnologyNode node = library.node(design.nodeNanometres(), design.flavour());
        Technology t =
                mode.has(Correction.LEAKAGE_MISPRINT) ? node.at(design.kelvin()) : node.asPublishedAt(design.kelvin());
        CellArray array = CellArray.of(design, t, library.wires(), mode);
        StandardCells cells = StandardCells.of(t);
        double height = atLeast(cells.heightMetres(), array.heightMetres(), "rows", design.rows(), t, mode);
        double lines =
                atLeast(t.features(4 * Layout.GATE_PITCH), array.widthMetres(), "cols", design.columns(), t, mode);
        double width = mode.has(Correction.OVERHANG) ? Math.max(lines, Subtractor.bitMetres(cells)) : lines;

        boolean transistors = design.cell().access().hasTransistor();
        double cellOhms = transistors ? design.cell().onOhms() : writtenOnOhms(design);
        double rowShare = transistors ? mode.gateShare() : CROSSPOINT_ROW_SHARE;
        double columnShare = transistors ? mode.gateShare() : CROSSPOINT_COLUMN_SHARE;
        double rowOhms = rowShare * cellOhms / design.columns();
        double columnOhms = transistors ? columnShare * cellOhms : columnShare * cellOhms / design.rows();
        double muxOhms = columnShare * cellOhms / design.rows();

        RowDecoder decoder = RowDecoder.NONE;
        WordLineFollower follower = null;
        if (transistors) {
            follower = WordLineFollower.of(cells, design.rows(), height);
            decoder = RowDecoder.beside(
                    cells,
                    RowDecoder.bitsFor(design.rows()),
                    RowDecoder.Output.LINES,
                    height,
                    follower.selectInputFarads(),
                    0);
        }
        int circuits = design.readCircuits();
        ShiftAdd shiftAdd = design.inputBits() > 1
                ? ShiftAdd.of(cells, design.readBits(), design.inputBits(), circuits, width)
                : null;
        return new SubArray(
                design,
                mode,
                t,
                array,
                decoder,
                follower,
                SwitchMatrix.besideRows(cells, design.rows(), passGate(t, rowOhms, mode), rowOhms, height),
                SwitchMatrix.acrossColumns(
                        cells, design.columns(), passGate(t, columnOhms, mode), columnOhms, lines, width),
                ColumnMux.of(cells, circuits, design.columnsPerReadCircuit(), passGate(t, muxOhms, mode), lines, width),
                IntegrateAndFire.of(cells, circuits, design.readBits(), width, conversionJoules(t, mode)),
                Subtractor.of(cells, design.readBits(), circuits, width),
                shiftAdd,
                NeuronPeriphery.of(
                        cells,
                        ShiftAdd.sumBits(design.readBits(), design.inputBits()),
                        circuits,
                        design.inputBits(),
                        design.columnsPerReadCircuit(),
                        design.columns(),
                        width));
    }

    private static double atLeast(double least, double metres, String key, int lines, Technology t, Mode mode) {
        if (metres * (1 + 1e-9) >= least) return metres;
        if (mode.has(Correction.OVERHANG)) return least;
        throw new KeyError(
                key,
                String.format(
                        Locale.ROOT,
                        "is %d, which makes the array %.1f F long on the side of its periphery; expected at least %.1f F,"
                                + " %d lines of this cell (the mode default lets the periphery overhang)",
                        lines,
                        metres / t.featureMetres(),
                        least / t.featureMetres(),
                        (int) Math.ceil(lines * least / metres - 1e-9)));
    }

    /** Resistance of a crosspoint cell at the lumped write voltage, which its periphery must drive. */
    private static double writtenOnOhms(SubArrayDesign design) {
        double write = design.lumpedWriteVolts();
        return 1 / design.cell().siemensAt(design.cell().maxSiemens(), write, design.readVolts(), write);
    }

    private static double conversionJoules(Technology t, Mode mode) {
        return mode.has(Correction.SCALED_CONVERSION)
                ? IntegrateAndFire.scaledJoules(t)
                : IntegrateAndFire.SIMULATED_JOULES;
    }

    private static TransmissionGate passGate(Technology t, double ohms, Mode mode) {
        TransmissionGate gate = TransmissionGate.ofResistance(t, ohms);
        return mode.has(Correction.MINIMUM_WIDTH) ? gate.atLeastMinimum(t) : gate;
    }

    /** Whether access transistors separate the word lines from the lines that carry current. */
    public boolean hasTransistors() {
        return follower != null;
    }

    /** Height of the synaptic core without neurons, in m; beside a low array stand circuits that are higher. */
    public double coreHeightMetres() {
        return columnMatrix.heightMetres()
                + rowMatrix.heightMetres()
                + mux.heightMetres()
                + readCircuits.heightMetres()
                + (shiftAdd == null ? 0 : shiftAdd.heightMetres())
                + subtractors.heightMetres();
    }

    /** Width of the synaptic core, in m; across a narrow array stand circuits that are wider. */
    public double coreWidthMetres() {
        double muxDecoder = mux.decoder().widthMetres();
        return hasTransistors()
                ? Math.max(decoder.widthMetres() + follower.widthMetres(), muxDecoder)
                        + columnMatrix.widthMetres()
                        + rowMatrix.widthMetres()
                : Math.max(rowMatrix.widthMetres(), muxDecoder) + columnMatrix.widthMetres();
    }

    /** What a read circuit sees at its column. */
    public ColumnSignal columnSignal() {
        return new ColumnSignal(
                array.columnFarads() + mux.drainFarads() * (mux.inputs() + 1),
                design.readVolts(),
                design.rows() * design.readVolts() / design.cell().onOhms(),
                design.clockHertz());
    }

    /** Length of one read pulse in s. */
    public double readPulseSeconds() {
        ColumnSignal signal = columnSignal();
        return readCircuits.pulseSeconds(signal.columnFarads(), signal.readVolts(), signal.largestAmperes());
    }

    /** Time in s in which the columns settle, for all input bits. */
    public double columnDelaySeconds() {
        Cell cell = design.cell();
        double ohms =
                mode.has(Correction.MEAN_CONDUCTANCE) ? 1 / cell.middleSiemens() + cell.seriesOhms() : cell.meanOhms();
        int repeats = mode.has(Correction.COLUMN_DELAY_ONCE) ? 1 : design.columnsPerReadCircuit();
        return 0.2 * array.columnFarads() * ohms / Math.max(1, design.rows() / 2) * design.inputBits() * repeats;
    }

    /** Latency, energy, area and leakage of every part under a workload. */
    public SubArrayCost cost(Workload workload) {
        return new SubArrayCosting(this, workload).cost();
    }

    /** Currents and energies of the cells. */
    public ArrayElectrics electrics() {
        return new ArrayElectrics(this);
    }
}
