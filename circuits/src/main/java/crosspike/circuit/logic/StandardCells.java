package crosspike.circuit.logic;

import crosspike.circuit.technology.Technology;

/**
 * The gates that most modules are made of, at standard-cell height.
 *
 * @param technology node and temperature
 * @param heightMetres height of a standard cell in m
 * @param inverter inverter of minimum size, also the transmission gate of minimum size
 * @param nand NAND of two inputs
 * @param nor NOR of two inputs
 */
public record StandardCells(Technology technology, double heightMetres, Gate inverter, Gate nand, Gate nor) {

    /** Lays the cells out. */
    public static StandardCells of(Technology t) {
        double height = t.features(Layout.CELL_HEIGHT);
        return new StandardCells(
                t,
                height,
                Gate.inverter(t, t.features(2), t.pmosFeatures(2), height),
                Gate.nand(t, 2, t.features(4), t.pmosFeatures(2), height),
                Gate.nor(t, 2, t.features(2), t.pmosFeatures(4), height));
    }

    /** An inverter of other transistor widths, given in m. */
    public Gate inverter(double nmosMetres, double pmosMetres) {
        return Gate.inverter(technology, nmosMetres, pmosMetres, heightMetres);
    }

    /** Drain capacitance in F of a transmission gate of minimum size. */
    public double transmissionDrainFarads() {
        return inverter.outputFarads();
    }
}
