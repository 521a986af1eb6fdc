package crosspike.circuit.logic;

import crosspike.circuit.technology.Fin;
import crosspike.circuit.technology.Technology;

/**
 * A transmission gate wide enough for an on-resistance: {@code W = R(F)·F / (2r)} for each of its two transistors. Section
 * 2.3 of {@code docs/circuit-model.md}.
 *
 * @param nmosMetres NMOS width in m
 * @param pmosMetres PMOS width in m
 */
public record TransmissionGate(double nmosMetres, double pmosMetres) {

    /** The gate whose two transistors in parallel have {@code ohms}; may be far narrower than can be drawn. */
    public static TransmissionGate ofResistance(Technology t, double ohms) {
        double feature = t.featureMetres();
        return new TransmissionGate(
                t.nmosOhms(feature) * feature / (2 * ohms), t.pmosOhms(feature) * feature / (2 * ohms));
    }

    /** The gate of minimum size. */
    public static TransmissionGate minimum(Technology t) {
        return new TransmissionGate(t.features(Layout.MINIMUM_WIDTH), t.pmosFeatures(Layout.MINIMUM_WIDTH));
    }

    /** This gate, or the narrowest that can be drawn. */
    public TransmissionGate atLeastMinimum(Technology t) {
        TransmissionGate least = minimum(t);
        return new TransmissionGate(Math.max(nmosMetres, least.nmosMetres), Math.max(pmosMetres, least.pmosMetres));
    }

    /** Both gates together in F. */
    public double gateFarads(Technology t) {
        return t.gateFarads(nmosMetres) + t.gateFarads(pmosMetres);
    }

    /** Both transistors conducting in parallel, in Ω. */
    public double ohms(Technology t) {
        double n = t.nmosOhms(nmosMetres);
        double p = t.pmosOhms(pmosMetres);
        return n * p / (n + p);
    }

    /** Laid out in a given height in m. */
    public Gate inHeight(Technology t, double heightMetres) {
        return Gate.inverter(t, nmosMetres, pmosMetres, heightMetres);
    }

    /** Height in m when each transistor is drawn in {@code folds} fingers. */
    public double heightMetres(Technology t, int folds) {
        return diffusionMetres(t, nmosMetres, folds)
                + diffusionMetres(t, pmosMetres, folds)
                + t.features(Layout.DIFFUSION_GAP + Layout.EDGE);
    }

    private static double diffusionMetres(Technology t, double width, int folds) {
        Fin fin = t.fin();
        if (fin == null) return width / folds;
        int fins = Layout.ceil(width / fin.channelMetres());
        return (Layout.ceilDiv(fins, folds) - 1) * fin.pitchMetres() + fin.widthMetres();
    }
}
