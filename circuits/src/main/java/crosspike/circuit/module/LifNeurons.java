package crosspike.circuit.module;

import crosspike.circuit.logic.StandardCells;

/**
 * Digital leaky integrate-and-fire neurons: registers for potential and threshold, an adder for the weighted sum, a
 * subtractor that takes the leak off and compares with the threshold. Section 11.4 of {@code docs/circuit-model.md}.
 *
 * @param adders one for each neuron
 * @param subtractors one for each neuron, used twice a step: for the leak, a shifted copy of the potential, and to compare
 * @param registers potential and adaptive threshold of each neuron
 */
public record LifNeurons(Adder adders, Subtractor subtractors, FlipFlopBank registers) implements CircuitModule {

    /**
     * Lays the neurons out across an array of the given width in m.
     *
     * @param bits bits of a potential, at least 2
     */
    public static LifNeurons of(StandardCells cells, int bits, int neurons, double widthMetres) {
        return new LifNeurons(
                Adder.of(cells, bits, neurons, widthMetres),
                Subtractor.of(cells, bits, neurons, widthMetres),
                FlipFlopBank.alongWidth(cells, 2 * bits * neurons, widthMetres));
    }

    @Override
    public double areaSquareMetres() {
        return adders.areaSquareMetres() + subtractors.areaSquareMetres() + registers.areaSquareMetres();
    }

    @Override
    public double leakageWatts() {
        return adders.leakageWatts() + subtractors.leakageWatts() + registers.leakageWatts();
    }

    /** Time of one step in s. */
    public double seconds(double clockHertz) {
        double load = registers.inputFarads();
        return adders.seconds(load) + 2 * subtractors.seconds(load) + FlipFlopBank.seconds(clockHertz);
    }

    /** Energy in J of one step of all neurons. */
    public double stepJoules() {
        return adders.count() * (adders.joules() + 2 * subtractors.joules())
                + registers.joules(registers.count() / 2.0);
    }
}
