package crosspike.circuit.technology;

/**
 * Transistors of one node at one temperature. Section 1 of {@code docs/circuit-model.md}.
 *
 * @param featureMetres feature size F in m
 * @param supplyVolts Vdd in V
 * @param gateFaradsPerMetre gate capacitance per width in F/m
 * @param junctionFaradsPerSquareMetre drain-to-bulk capacitance per area in F/m²
 * @param sidewallFaradsPerMetre drain-to-bulk capacitance per perimeter in F/m
 * @param drainChannelFaradsPerMetre drain-to-channel capacitance per width in F/m
 * @param pmosRatio width of a PMOS over that of the NMOS with the same current
 * @param resistanceMultiplier effective switching resistance over Vdd / Ion
 * @param onN NMOS saturation current in A/m
 * @param onP PMOS saturation current in A/m
 * @param offN NMOS leakage current in A/m
 * @param offP PMOS leakage current in A/m
 * @param fin the fin; {@code null} for planar transistors
 */
public record Technology(
        double featureMetres,
        double supplyVolts,
        double gateFaradsPerMetre,
        double junctionFaradsPerSquareMetre,
        double sidewallFaradsPerMetre,
        double drainChannelFaradsPerMetre,
        double pmosRatio,
        double resistanceMultiplier,
        double onN,
        double onP,
        double offN,
        double offP,
        Fin fin) {

    /** Built-in potential of the drain junctions; divides the reverse bias in their depletion law. */
    static final double BUILT_IN_VOLTS = 0.9;

    /** Unbiased junction capacitances, the same for all nodes. */
    static final double JUNCTION_FARADS_PER_SQUARE_METRE = 1e-3;

    static final double SIDEWALL_FARADS_PER_METRE = 2.5e-10;
    static final double DRAIN_CHANNEL_FARADS_PER_METRE = 0.5e-10;

    /** Effective resistance of a switching NMOS in Ω: {@code multiplier·Vdd / (Ion·W)}. */
    public double nmosOhms(double widthMetres) {
        return resistanceMultiplier * supplyVolts / (onN * widthMetres);
    }

    /** Effective resistance of a switching PMOS in Ω. */
    public double pmosOhms(double widthMetres) {
        return resistanceMultiplier * supplyVolts / (onP * widthMetres);
    }

    /** Gate capacitance of a transistor in F. */
    public double gateFarads(double widthMetres) {
        return gateFaradsPerMetre * widthMetres;
    }

    /** {@code features} times F, in m. */
    public double features(double features) {
        return features * featureMetres;
    }

    /** {@code features} times F times {@link #pmosRatio()}: a PMOS as strong as an NMOS of that width, in m. */
    public double pmosFeatures(double features) {
        return features * pmosRatio * featureMetres;
    }

    /** Vdd² in V²; times a capacitance, the energy of charging it once. */
    public double supplySquared() {
        return supplyVolts * supplyVolts;
    }
}
