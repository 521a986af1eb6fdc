package crosspike.circuit.module;

import crosspike.circuit.logic.Edge;
import crosspike.circuit.logic.Gate;
import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.technology.Technology;

/**
 * Ripple-carry adders of nine NANDs for each bit. Section 4.8 of {@code docs/circuit-model.md}.
 *
 * @param bits width of a number
 * @param count adders
 * @param widthMetres in m
 * @param heightMetres in m
 * @param leakageWatts in W
 * @param joules energy of one addition in J
 */
public record Adder(
        StandardCells cells,
        int bits,
        int count,
        double widthMetres,
        double heightMetres,
        double leakageWatts,
        double joules)
        implements CircuitModule {

    /** Lays the adders out across an array of the given width in m. */
    public static Adder of(StandardCells cells, int bits, int count, double widthMetres) {
        Gate nand = cells.nand();
        double in = nand.inputFarads();
        double out = nand.outputFarads();
        double first = 14 * in + 7 * out;
        double other = 13 * in + 7 * out;
        return new Adder(
                cells,
                bits,
                count,
                widthMetres,
                cells.heightMetres() * bits * Layout.lines(count, 9 * nand.widthMetres(), widthMetres),
                9.0 * bits * count * nand.leakageWatts(),
                cells.technology().supplySquared() * (first + (bits - 1) * other));
    }

    @Override
    public double areaSquareMetres() {
        return widthMetres * heightMetres;
    }

    /** Latency of one addition in s with the given load in F. */
    public double seconds(double loadFarads) {
        Technology t = cells.technology();
        double in = cells.nand().inputFarads();
        double out = cells.nand().outputFarads();
        double pull = t.pmosOhms(t.pmosFeatures(2));
        double stack = 2 * t.nmosOhms(t.features(4));
        Edge sum = Edge.STEP.through(stack * (out + 3 * in)).through(pull * (out + 2 * in));
        Edge carry = sum.through(stack * (out + 3 * in)).through(pull * (out + 2 * in));
        Edge last =
                carry.through(stack * (out + 3 * in)).through(pull * (out + in)).through(stack * (out + loadFarads));
        double perBit = carry.seconds() - sum.seconds();
        return last.seconds() + perBit * (Math.max(bits - 2, 0) - 1);
    }
}
