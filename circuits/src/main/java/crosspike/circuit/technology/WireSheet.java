package crosspike.circuit.technology;

import crosspike.input.Dimension;
import crosspike.input.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The wires of the array as {@code wires.yaml} states them. */
record WireSheet(
        @Key(doc = "Wires by drawn width.") List<Drawn> wires,

        @Key(doc = "Capacitance per length of every array wire.", name = "capacitance_F_per_m", above = 0, below = 1e-6)
        double capacitance,

        @Key(
                doc = "Relative change of resistance per K above 300 K.",
                name = "temperature_coefficient_per_K",
                min = 0,
                max = 1)
        double temperatureCoefficient,

        @Key(doc = "Wire width usually drawn at a node.", dimension = Dimension.LENGTH, above = 0)
        Map<String, Double> usualWidths,

        @Key(doc = "Where the values come from.") List<String> sources) {

    /** One cross-section. */
    record Drawn(
            @Key(doc = "Drawn width.", dimension = Dimension.LENGTH, above = 0, below = 1e-3)
            double widthMetres,

            @Key(doc = "Height over width.", above = 0, max = 100)
            double aspectRatio,

            @Key(doc = "Resistivity at 300 K.", name = "resistivity_ohm_m", above = 0, below = 1)
            double resistivity) {}

    Wires toWires() {
        Map<Double, Double> widths = new HashMap<>();
        usualWidths.forEach((node, width) -> widths.put(nanometres(Dimension.LENGTH.parse(node)), nanometres(width)));
        return new Wires(
                wires.stream()
                        .map(wire -> new Wires.Wire(nanometres(wire.widthMetres), wire.aspectRatio, wire.resistivity))
                        .toList(),
                capacitance,
                temperatureCoefficient,
                widths);
    }

    private static double nanometres(double metres) {
        return Math.rint(metres * 1e15) / 1e6;
    }
}
