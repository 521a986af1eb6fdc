package crosspike.circuit.module;

import crosspike.circuit.logic.StandardCells;

/**
 * Adds the results of the input bits, each shifted by one place. Section 4.9 of {@code docs/circuit-model.md}.
 *
 * @param adders one for each read circuit
 * @param flops the accumulators
 * @param heightMetres adders, one cell row of wiring, and flops, in m
 */
public record ShiftAdd(Adder adders, FlipFlopBank flops, double heightMetres) implements CircuitModule {

    /**
     * Lays the stage out across an array of the given width in m.
     *
     * @param bits bits of one reading
     * @param inputBits readings that are added
     */
    public static ShiftAdd of(StandardCells cells, int bits, int inputBits, int count, double widthMetres) {
        Adder adders = Adder.of(cells, bits, count, widthMetres);
        FlipFlopBank flops = FlipFlopBank.alongWidth(cells, sumBits(bits, inputBits) * count, widthMetres);
        return new ShiftAdd(adders, flops, adders.heightMetres() + cells.heightMetres() + flops.heightMetres());
    }

    /** Bits of a weighted sum over all input bits. */
    public static int sumBits(int bits, int inputBits) {
        return inputBits > 1 ? bits + inputBits : bits;
    }

    @Override
    public double areaSquareMetres() {
        return adders.widthMetres() * heightMetres;
    }

    @Override
    public double leakageWatts() {
        return adders.leakageWatts() + flops.leakageWatts();
    }

    /** Latency in s of all readings; what fits under the next read pulse of {@code pulseSeconds} does not count. */
    public double seconds(int inputBits, double pulseSeconds, double clockHertz) {
        double once = adders.seconds(flops.inputFarads()) + FlipFlopBank.seconds(clockHertz);
        return once + Math.max(0, once - pulseSeconds) * (inputBits - 1);
    }

    /** Energy in J of adding one reading in every adder. */
    public double joules() {
        return adders.joules() * adders.count() + flops.joules(flops.count());
    }
}
