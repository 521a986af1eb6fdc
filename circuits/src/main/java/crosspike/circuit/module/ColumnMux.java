package crosspike.circuit.module;

import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.logic.TransmissionGate;
import crosspike.circuit.technology.Technology;

/**
 * Analog multiplexer that lets several columns share a read circuit, with its decoder. Section 4.5 of
 * {@code docs/circuit-model.md}. The leakage of its transmission gates is neglected.
 *
 * @param outputs read circuits it serves
 * @param inputs columns for each of them
 * @param widthMetres in m
 * @param heightMetres in m, at least that of the decoder beside it
 * @param drainFarads drain capacitance of one transmission gate in F
 * @param gateFarads both gates of one transmission gate in F
 * @param decoder selects one input; {@link RowDecoder#NONE} with a single input
 */
public record ColumnMux(
        Technology technology,
        int outputs,
        int inputs,
        double widthMetres,
        double heightMetres,
        double drainFarads,
        double gateFarads,
        RowDecoder decoder)
        implements CircuitModule {

    /**
     * Lays the multiplexer out across an array.
     *
     * @param linesMetres what the columns take, over which the gates are spread, in m; at least 7.6 F
     * @param widthMetres width of the rows in which the gates stand, in m; more where a narrow array is overhung
     */
    public static ColumnMux of(
            StandardCells cells,
            int outputs,
            int inputs,
            TransmissionGate gate,
            double linesMetres,
            double widthMetres) {
        Technology t = cells.technology();
        double gatePitch = t.features(Layout.GATE_PITCH);
        int count = outputs * inputs;
        int rows = Layout.ceilDiv(count, Math.max(1, Layout.floor(linesMetres / (2 * gatePitch))));
        int perRow = Layout.ceilDiv(count, rows);
        double height = gate.heightMetres(t, Layout.floor(linesMetres / perRow / gatePitch) - 1) * rows;
        RowDecoder decoder = RowDecoder.stacked(
                cells,
                RowDecoder.bitsFor(inputs),
                RowDecoder.Output.MULTIPLEXER,
                t.gateFarads(gate.nmosMetres()) * outputs,
                t.gateFarads(gate.pmosMetres()) * outputs);
        return new ColumnMux(
                t,
                outputs,
                inputs,
                widthMetres,
                Math.max(height, decoder.heightMetres()),
                gate.inHeight(t, gate.heightMetres(t, 1)).outputFarads(),
                gate.gateFarads(t),
                decoder);
    }

    @Override
    public double areaSquareMetres() {
        return widthMetres * heightMetres;
    }

    @Override
    public double leakageWatts() {
        return 0;
    }

    /** Energy in J of connecting one input to each output, without the decoder. */
    public double selectJoules() {
        return gateFarads * outputs * technology.supplySquared();
    }
}
