package crosspike.circuit.technology;

import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.UserError;
import java.util.List;

/** A technology node as its file states it. */
record NodeSheet(
        @Key(doc = "Feature size; also the name of the node.", dimension = Dimension.LENGTH, above = 0, below = 1e-5)
        double nodeMetres,

        @Key(doc = "Transistor recipe.") Flavour flavour,

        @Key(doc = "Supply voltage.", dimension = Dimension.VOLTAGE, above = 0, max = 20)
        double vddVolts,

        @Key(
                doc = "Gate capacitance per transistor width without its edges.",
                name = "ideal_gate_capacitance_F_per_m",
                above = 0,
                below = 1e-6)
        double idealGateCapacitance,

        @Key(doc = "Capacitance of gate over drain.", name = "overlap_capacitance_F_per_m", min = 0, below = 1e-6)
        double overlapCapacitance,

        @Key(doc = "Capacitance of gate edges.", name = "fringe_capacitance_F_per_m", min = 0, below = 1e-6)
        double fringeCapacitance,

        @Key(doc = "Effective switching resistance over Vdd / Ion.", above = 0, max = 100)
        double resistanceMultiplier,

        @Key(doc = "Fin of a FinFET node.", optional = true) FinSheet fin,

        @Key(doc = "Temperatures of the currents, ascending.", name = "temperature_K", above = 0)
        List<Double> temperatures,

        @Key(doc = "Saturation current of NMOS per width.", name = "nmos_on_current_A_per_m", above = 0)
        List<Double> onN,

        @Key(doc = "Saturation current of PMOS per width.", name = "pmos_on_current_A_per_m", above = 0)
        List<Double> onP,

        @Key(doc = "Leakage current of NMOS per width.", name = "nmos_off_current_A_per_m", above = 0)
        List<Double> offN,

        @Key(doc = "Leakage current of PMOS per width.", name = "pmos_off_current_A_per_m", above = 0)
        List<Double> offP,

        @Key(
                doc = "Leakage current of PMOS as its source prints it, where that is a misprint.",
                name = "published_pmos_off_current_A_per_m",
                above = 0,
                optional = true)
        List<Double> publishedOffP,

        @Key(doc = "Where the values come from.") List<String> sources) {

    /** Fin of a FinFET node. */
    record FinSheet(
            @Key(doc = "Height of a fin.", dimension = Dimension.LENGTH, above = 0, below = 1e-5)
            double heightMetres,

            @Key(doc = "Width of a fin.", dimension = Dimension.LENGTH, above = 0, below = 1e-5)
            double widthMetres,

            @Key(doc = "Distance from fin to fin.", dimension = Dimension.LENGTH, above = 0, below = 1e-5)
            double pitchMetres) {}

    /**
     * The node.
     *
     * @param file where the sheet was read from
     */
    TechnologyNode node(String file) {
        if (sources.isEmpty()) throw new UserError(file + ": sources is empty; expected where the values come from");
        TemperatureCurve leakage = curve(file, "pmos_off_current_A_per_m", offP);
        return new TechnologyNode(
                Math.rint(nodeMetres * 1e15) / 1e6,
                flavour,
                vddVolts,
                idealGateCapacitance + overlapCapacitance + fringeCapacitance,
                resistanceMultiplier,
                fin == null ? null : new Fin(fin.heightMetres, fin.widthMetres, fin.pitchMetres),
                curve(file, "nmos_on_current_A_per_m", onN),
                curve(file, "pmos_on_current_A_per_m", onP),
                curve(file, "nmos_off_current_A_per_m", offN),
                leakage,
                publishedOffP == null ? leakage : curve(file, "published_pmos_off_current_A_per_m", publishedOffP),
                sources);
    }

    private TemperatureCurve curve(String file, String key, List<Double> currents) {
        try {
            return new TemperatureCurve(temperatures, currents);
        } catch (UserError e) {
            throw new UserError(file + ": " + key + " and temperature_K: " + e.getMessage(), e);
        }
    }
}
