package crosspike.circuit.module;

import crosspike.circuit.logic.Gate;
import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.technology.Technology;

/**
 * Read circuits that integrate the column current on the column's own capacitance and count how often it reaches a
 * threshold. Section 4.6 of {@code docs/circuit-model.md}. The layout is that of a circuit drawn by hand; its energy is one
 * SPICE result at 65 nm.
 *
 * @param count circuits
 * @param bits bits of the counter
 * @param widthMetres in m
 * @param heightMetres in m
 * @param leakageWatts in W
 * @param passDrainFarads drain of the input transmission gate in F
 * @param pmosGateFarads gate of the sensing transistor in F
 * @param conversionJoules energy of one conversion in J
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim+, IEDM 2017"
 */
public record IntegrateAndFire(
        int count,
        int bits,
        double widthMetres,
        double heightMetres,
        double leakageWatts,
        double passDrainFarads,
        double pmosGateFarads,
        double conversionJoules)
        implements ReadOut {

    /** Energy in J of one conversion, simulated once at 65 nm. */
    public static final double SIMULATED_JOULES = 1.346e-12;

    private static final double SIMULATED_FEATURE_METRES = 65e-9;
    private static final double SIMULATED_SUPPLY_VOLTS = 1.1;

    /** Threshold as a share of the read voltage. */
    private static final double THRESHOLD = 0.2;

    /**
     * Lays the circuits out across an array of the given width in m.
     *
     * @param conversionJoules {@link #SIMULATED_JOULES}, {@link #scaledJoules} or a measured value
     */
    public static IntegrateAndFire of(
            StandardCells cells, int count, int bits, double widthMetres, double conversionJoules) {
        Technology t = cells.technology();
        double body = t.features(20 * Layout.GATE_PITCH);
        double unitWidth = Math.max(body, FlipFlopBank.flopMetres(cells));
        double unitHeight = cells.heightMetres() * (1 + bits);
        double pass = t.features(33.33);
        Gate passGate = cells.inverter(pass, pass);
        return new IntegrateAndFire(
                count,
                bits,
                widthMetres,
                unitHeight * Layout.lines(count, unitWidth, widthMetres),
                count * (8 * bits * cells.inverter().leakageWatts() + bodyWatts(cells)),
                passGate.outputFarads(),
                t.gateFarads(t.features(3.33)),
                conversionJoules);
    }

    /** Inverters and single transistors of the hand-drawn body; widths are lengths, not multiples of the P/N ratio. */
    private static double bodyWatts(StandardCells cells) {
        return watts(cells, 5, 9)
                + watts(cells, 5, 0)
                + watts(cells, 3.33, 6.66)
                + 2 * watts(cells, 3.33, 3.33)
                + watts(cells, 3.33, 0)
                + watts(cells, 6.11, 0)
                + watts(cells, 8.33, 9)
                + 2 * cells.inverter().leakageWatts();
    }

    private static double watts(StandardCells cells, double nmosFeatures, double pmosFeatures) {
        Technology t = cells.technology();
        return (t.features(nmosFeatures) * t.offN() + t.features(pmosFeatures) * t.offP()) / 2 * t.supplyVolts();
    }

    @Override
    public double areaSquareMetres() {
        return widthMetres * heightMetres;
    }

    /**
     * Length of the read pulse in s: the largest column current must fire 2^bits times.
     *
     * @param columnFarads column and multiplexer, in F
     * @param readVolts read voltage in V
     * @param largestAmperes current of a column with all cells on, in A
     */
    public double pulseSeconds(double columnFarads, double readVolts, double largestAmperes) {
        double integrating = columnFarads + passDrainFarads + pmosGateFarads;
        return integrating * THRESHOLD * readVolts / largestAmperes * Math.scalb(1.0, bits);
    }

    @Override
    public double seconds(ColumnSignal signal) {
        return pulseSeconds(signal.columnFarads(), signal.readVolts(), signal.largestAmperes())
                + 1 / signal.clockHertz();
    }

    @Override
    public double joules(ColumnSignal signal) {
        return conversionJoules;
    }

    /** Energy of one conversion in J scaled from 65 nm by C·V², that is by feature size and supply squared. */
    public static double scaledJoules(Technology t) {
        double supply = t.supplyVolts() / SIMULATED_SUPPLY_VOLTS;
        return SIMULATED_JOULES * t.featureMetres() / SIMULATED_FEATURE_METRES * supply * supply;
    }
}
