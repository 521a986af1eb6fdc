package crosspike.circuit.module;

import crosspike.circuit.logic.Edge;
import crosspike.circuit.logic.Gate;
import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.technology.Technology;

/**
 * Ripple-borrow subtractors of ten NANDs, a NOR and an inverter for each bit. Section 4.7 of
 * {@code docs/circuit-model.md}; the energy grows with the square of the bits there, as in NeuroSim.
 *
 * @param bits width of a number
 * @param count subtractors
 * @param widthMetres in m
 * @param heightMetres in m
 * @param leakageWatts in W
 * @param joules energy of one subtraction in J
 */
public record Subtractor(
        StandardCells cells,
        int bits,
        int count,
        double widthMetres,
        double heightMetres,
        double leakageWatts,
        double joules)
        implements CircuitModule {

    /** Width of one bit in m, the widest of all circuits across the columns: 10 NANDs, a NOR and an inverter. */
    public static double bitMetres(StandardCells cells) {
        return 10 * cells.nand().widthMetres()
                + cells.nor().widthMetres()
                + cells.inverter().widthMetres();
    }

    /** Lays the subtractors out across an array of the given width in m. */
    public static Subtractor of(StandardCells cells, int bits, int count, double widthMetres) {
        Gate nand = cells.nand();
        Gate nor = cells.nor();
        Gate inverter = cells.inverter();
        double farads = (4 * nand.inputFarads() + inverter.outputFarads()) * bits
                + 6 * nand.outputFarads()
                + 9 * nand.inputFarads()
                + nor.inputFarads();
        return new Subtractor(
                cells,
                bits,
                count,
                widthMetres,
                cells.heightMetres() * bits * Layout.lines(count, bitMetres(cells), widthMetres),
                count * bits * (10 * nand.leakageWatts() + nor.leakageWatts() + inverter.leakageWatts()),
                cells.technology().supplySquared() * (bits - 1) * farads);
    }

    @Override
    public double areaSquareMetres() {
        return widthMetres * heightMetres;
    }

    /** Latency of one subtraction in s with the given load in F. */
    public double seconds(double loadFarads) {
        Technology t = cells.technology();
        Gate nand = cells.nand();
        double pull = t.pmosOhms(t.pmosFeatures(2));
        double stack = 2 * t.nmosOhms(t.features(4));
        double two = nand.outputFarads() + 2 * nand.inputFarads();
        return bits
                * Edge.STEP
                        .through(pull * two)
                        .through(stack * two)
                        .through(pull * two)
                        .through(stack * two)
                        .through(pull * two)
                        .through(stack * (nand.outputFarads() + cells.nor().inputFarads()))
                        .through(t.nmosOhms(t.features(2))
                                * (cells.nor().outputFarads() + cells.inverter().inputFarads()))
                        .through(pull * (cells.inverter().outputFarads() + loadFarads))
                        .seconds();
    }
}
