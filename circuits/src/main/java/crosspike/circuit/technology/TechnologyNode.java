package crosspike.circuit.technology;

import java.util.List;

/**
 * One technology node as its file describes it, at all temperatures. Section 1 of {@code docs/circuit-model.md}.
 *
 * @param nanometres the node's name, also its feature size F in nm
 * @param flavour transistor recipe
 * @param supplyVolts Vdd in V
 * @param gateFaradsPerMetre gate capacitance per transistor width, ideal + overlap + fringe, in F/m
 * @param resistanceMultiplier effective switching resistance over Vdd / Ion
 * @param fin the fin of a FinFET node; {@code null} for a planar one
 * @param onN saturation current of NMOS, A/m over K
 * @param onP saturation current of PMOS
 * @param offN leakage current of NMOS
 * @param offP leakage current of PMOS
 * @param publishedOffP leakage current of PMOS as printed in the source, where {@code offP} corrects it
 * @param source where the values come from
 */
public record TechnologyNode(
        double nanometres,
        Flavour flavour,
        double supplyVolts,
        double gateFaradsPerMetre,
        double resistanceMultiplier,
        Fin fin,
        TemperatureCurve onN,
        TemperatureCurve onP,
        TemperatureCurve offN,
        TemperatureCurve offP,
        TemperatureCurve publishedOffP,
        List<String> source) {

    public TechnologyNode {
        source = List.copyOf(source);
    }

    /** The node at a temperature in K, with corrected leakage currents. */
    public Technology at(double kelvin) {
        return at(kelvin, offP);
    }

    /** The node at a temperature in K, with the leakage currents its source prints, misprints included. */
    public Technology asPublishedAt(double kelvin) {
        return at(kelvin, publishedOffP);
    }

    private Technology at(double kelvin, TemperatureCurve pmosLeakage) {
        double coldest = onN.kelvin().get(0);
        double ratio = onN.at(coldest) / onP.at(coldest);
        double depletion = 1 + supplyVolts / Technology.BUILT_IN_VOLTS;
        return new Technology(
                nanometres * 1e-9,
                supplyVolts,
                gateFaradsPerMetre,
                Technology.JUNCTION_FARADS_PER_SQUARE_METRE / Math.sqrt(depletion),
                Technology.SIDEWALL_FARADS_PER_METRE / Math.pow(depletion, 0.33),
                Technology.DRAIN_CHANNEL_FARADS_PER_METRE / Math.pow(depletion, 0.33),
                fin == null ? ratio : Math.floor(ratio),
                resistanceMultiplier,
                onN.at(kelvin),
                onP.at(kelvin),
                offN.at(kelvin),
                pmosLeakage.at(kelvin),
                fin);
    }
}
