package crosspike.circuit.module;

import crosspike.circuit.logic.StandardCells;

/**
 * Digital neurons below the array: adders, a multiplexer to one register for each column, and subtractors. Section 4.10 of
 * {@code docs/circuit-model.md}.
 *
 * @param adders one for each read circuit
 * @param mux to the registers; {@code null} when every column has its own read circuit
 * @param flops one for each column
 * @param subtractors one for each read circuit
 */
public record NeuronPeriphery(Adder adders, DigitalMux mux, FlipFlopBank flops, Subtractor subtractors)
        implements CircuitModule {

    /**
     * Lays the neurons out across an array of the given width in m.
     *
     * @param sumBits bits of a weighted sum
     */
    public static NeuronPeriphery of(
            StandardCells cells,
            int sumBits,
            int readCircuits,
            int inputBits,
            int muxed,
            int columns,
            double widthMetres) {
        int bits = sumBits + 2;
        return new NeuronPeriphery(
                Adder.of(cells, bits, readCircuits, widthMetres),
                muxed > 1 ? DigitalMux.of(cells, readCircuits * inputBits, readCircuits, muxed, widthMetres) : null,
                FlipFlopBank.alongWidth(cells, columns, widthMetres),
                Subtractor.of(cells, bits, readCircuits, widthMetres));
    }

    @Override
    public double areaSquareMetres() {
        double selecting =
                mux == null ? 0 : mux.areaSquareMetres() + mux.decoder().areaSquareMetres();
        return adders.areaSquareMetres() + selecting + flops.areaSquareMetres() + subtractors.areaSquareMetres();
    }

    @Override
    public double leakageWatts() {
        double selecting = mux == null ? 0 : mux.decoder().leakageWatts();
        return adders.leakageWatts() + selecting + flops.leakageWatts() + subtractors.leakageWatts();
    }

    /** What loads the adders and subtractors, in F. */
    public double loadFarads() {
        return mux == null ? flops.inputFarads() : mux.drainFarads();
    }
}
