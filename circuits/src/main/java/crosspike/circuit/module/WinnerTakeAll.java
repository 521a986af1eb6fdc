package crosspike.circuit.module;

import crosspike.circuit.logic.StandardCells;

/**
 * Finds the neuron with the highest potential by a knock-out tournament of subtractors and inhibits the others. Section 11.4
 * of {@code docs/circuit-model.md}.
 *
 * @param neurons neurons that compete
 * @param subtractors one less than there are neurons
 * @param inhibited one flop for each neuron
 */
public record WinnerTakeAll(int neurons, Subtractor subtractors, FlipFlopBank inhibited) implements CircuitModule {

    /** Lays the circuit out across an array of the given width in m. */
    public static WinnerTakeAll of(StandardCells cells, int bits, int neurons, double widthMetres) {
        return new WinnerTakeAll(
                neurons,
                Subtractor.of(cells, bits, Math.max(1, neurons - 1), widthMetres),
                FlipFlopBank.alongWidth(cells, neurons, widthMetres));
    }

    @Override
    public double areaSquareMetres() {
        return subtractors.areaSquareMetres() + inhibited.areaSquareMetres();
    }

    @Override
    public double leakageWatts() {
        return subtractors.leakageWatts() + inhibited.leakageWatts();
    }

    /** Time of one tournament in s: ⌈log₂ neurons⌉ rounds and the flops. */
    public double seconds(double clockHertz) {
        return RowDecoder.bitsFor(neurons)
                        * subtractors.seconds(subtractors.cells().inverter().inputFarads())
                + FlipFlopBank.seconds(clockHertz);
    }

    /** Energy of one tournament in J. */
    public double joules() {
        return subtractors.count() * subtractors.joules() + inhibited.joules(neurons);
    }
}
