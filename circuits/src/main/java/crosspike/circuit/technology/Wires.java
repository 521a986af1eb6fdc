package crosspike.circuit.technology;

import crosspike.input.KeyError;
import crosspike.input.UserError;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Copper wires of the array. Section 1 of {@code docs/circuit-model.md}.
 *
 * @param drawn the wires there are data for
 * @param faradsPerMetre capacitance of every array wire in F/m
 * @param temperatureCoefficient relative change of resistance per K above 300 K
 * @param usualWidths wire width in nm usually drawn at a node in nm
 */
public record Wires(
        List<Wire> drawn, double faradsPerMetre, double temperatureCoefficient, Map<Double, Double> usualWidths) {

    /** Asks for wires without resistance. */
    public static final double IDEAL = -1;

    public Wires {
        drawn = List.copyOf(drawn);
        usualWidths = Map.copyOf(usualWidths);
    }

    /**
     * One wire cross-section.
     *
     * @param nanometres drawn width in nm
     * @param aspectRatio height over width
     * @param ohmMetres resistivity at 300 K in Ω·m
     */
    public record Wire(double nanometres, double aspectRatio, double ohmMetres) {

        /** Resistance per length at 300 K in Ω/m: {@code ρ / (w²·AR)}. */
        public double ohmsPerMetre() {
            double width = nanometres * 1e-9;
            return ohmMetres / (width * width * aspectRatio);
        }
    }

    /**
     * The wire of a drawn width.
     *
     * @throws UserError naming the widths there are
     */
    public Wire wire(double nanometres) {
        for (Wire wire : drawn) {
            if (wire.nanometres() == nanometres) return wire;
        }
        throw new KeyError(
                "array wire width",
                plain(nanometres) + " nm is unknown; calibration-data/technology has: "
                        + drawn.stream().map(wire -> plain(wire.nanometres())).collect(Collectors.joining(", "))
                        + " nm");
    }

    /** Wire width in nm usually drawn at a node; {@link #IDEAL} where nobody said. */
    public double usualWidth(double nodeNanometres) {
        return usualWidths.getOrDefault(nodeNanometres, IDEAL);
    }

    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
