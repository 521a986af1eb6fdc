package crosspike.circuit.module;

import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.logic.TransmissionGate;
import crosspike.circuit.technology.Technology;

/**
 * Multiplexer of digital signals from minimum transmission gates, with its decoder. Section 4.10 of
 * {@code docs/circuit-model.md}.
 *
 * @param outputs signals let through at a time
 * @param widthMetres in m
 * @param heightMetres in m
 * @param drainFarads drain of one transmission gate in F
 * @param gateFarads both gates of one transmission gate in F
 * @param decoder selects one input
 */
public record DigitalMux(
        Technology technology,
        int outputs,
        double widthMetres,
        double heightMetres,
        double drainFarads,
        double gateFarads,
        RowDecoder decoder)
        implements CircuitModule {

    /**
     * Lays the multiplexer out across an array of the given width in m.
     *
     * @param decoded how many outputs load the decoder
     */
    public static DigitalMux of(StandardCells cells, int outputs, int decoded, int inputs, double widthMetres) {
        Technology t = cells.technology();
        double height = cells.heightMetres()
                * Layout.lines(outputs * inputs, cells.inverter().widthMetres(), widthMetres);
        RowDecoder decoder = RowDecoder.beside(
                cells,
                RowDecoder.bitsFor(inputs),
                RowDecoder.Output.MULTIPLEXER,
                4 * height,
                t.gateFarads(t.features(2)) * decoded,
                t.gateFarads(t.pmosFeatures(2)) * decoded);
        return new DigitalMux(
                t,
                outputs,
                widthMetres,
                height,
                cells.transmissionDrainFarads(),
                cells.inverter().inputFarads(),
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

    /** Latency in s from input to output with the given load in F. */
    public double seconds(double loadFarads) {
        double ohms = TransmissionGate.minimum(technology).ohms(technology);
        return 2.3 * 2 * ohms * (drainFarads + 0.5 * gateFarads + loadFarads);
    }

    /** Energy in J of one selection, without the decoder. */
    public double selectJoules() {
        return gateFarads * outputs * technology.supplySquared();
    }
}
