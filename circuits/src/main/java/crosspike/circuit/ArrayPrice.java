package crosspike.circuit;

import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.device.ConductanceRange;
import crosspike.device.Waveforms;
import crosspike.input.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The price of the cell array alone: area of the cells, the energy they dissipated, and the time their pulses took. Drivers,
 * converters, decoders and wires are not in it.
 *
 * @param rows word lines
 * @param columns bit lines
 * @param columnsPerNeuron bit lines of one neuron; their cells are read and written at the same time
 * @param flagged whether each weight has a binary device as prune flag, of the same footprint and conductance range
 * @param cellWidthF width of a cell in units of the feature size F
 * @param cellHeightF height of a cell in units of F
 * @param nodeMetres feature size F in m
 * @param range conductances of a cell
 * @param waveforms read and programming pulses
 */
public record ArrayPrice(
        int rows,
        int columns,
        int columnsPerNeuron,
        boolean flagged,
        double cellWidthF,
        double cellHeightF,
        double nodeMetres,
        ConductanceRange range,
        Waveforms waveforms) {

    public ArrayPrice {
        if (!(nodeMetres > 0 && nodeMetres < 1e-3)) {
            throw new UserError("technology node is " + nodeMetres + " m; expected a length such as 32 nm");
        }
    }

    /**
     * Prices what was counted.
     *
     * @param activity counts by phase
     * @param energy energy of the cells by phase
     */
    public CostReport price(Map<String, Activity> activity, Map<String, Energy> energy) {
        double cellArea = cellWidthF * cellHeightF * nodeMetres * nodeMetres;
        double readSeconds = waveforms.read().seconds();
        List<Component> components = List.of(
                component(
                        "cells: weighted sums",
                        rows * (double) columns * cellArea,
                        activity,
                        energy,
                        (a, e) -> new Spent(e.readJoules(), a.reads() * readSeconds)),
                component(
                        "cells: read before write",
                        0,
                        activity,
                        energy,
                        (a, e) -> new Spent(e.cellReadJoules(), a.cellReads() / columnsPerNeuron * readSeconds)),
                component(
                        "cells: potentiation",
                        0,
                        activity,
                        energy,
                        (a, e) -> new Spent(
                                e.potentiationJoules(),
                                a.potentiationSlots() * waveforms.potentiation().seconds())),
                component(
                        "cells: depression",
                        0,
                        activity,
                        energy,
                        (a, e) -> new Spent(
                                e.depressionJoules(),
                                a.depressionSlots() * waveforms.depression().seconds())),
                component(
                        "prune flags",
                        flagged ? rows * (double) neurons() * cellArea : 0,
                        activity,
                        energy,
                        (a, e) -> flags(a)));
        return new CostReport(assumptions(), components);
    }

    private Spent flags(Activity a) {
        double read = waveforms.read().joulesPerSiemens()
                * ((a.flagReads() - a.flagReadsSet()) * range.minSiemens() + a.flagReadsSet() * range.maxSiemens());
        double write = waveforms.potentiation().joulesPerSiemens()
                * a.flagWrites()
                * (range.minSiemens() + range.maxSiemens())
                / 2;
        double seconds = (double) a.flagReads() / rows * waveforms.read().seconds()
                + (double) a.flagWrites() / rows * waveforms.potentiation().seconds();
        return new Spent(read + write, seconds);
    }

    private int neurons() {
        return columns / columnsPerNeuron;
    }

    private static Component component(
            String name,
            double squareMetres,
            Map<String, Activity> activity,
            Map<String, Energy> energy,
            BiFunction<Activity, Energy, Spent> spent) {
        Map<String, Spent> phases = new LinkedHashMap<>();
        activity.forEach((phase, counts) -> phases.put(phase, spent.apply(counts, energy.get(phase))));
        return new Component(name, squareMetres, phases);
    }

    private static List<String> assumptions() {
        return List.of(
                "Only the cells are priced: no drivers, converters, decoders, neurons, wires or leakage.",
                "Area: rows x columns x cell width x cell height x F^2; a prune flag is one more cell per weight.",
                "A weighted sum reads all columns in one read pulse; energy is the sum of V^2*G*t over the active rows.",
                "A read before a write reads the cells of a neuron one row after another.",
                "All rows of a neuron are programmed at once; a phase lasts as many pulses as its most pulsed cell."
                        + " Energy of n pulses is n*V^2*(G before + G after)/2*t.",
                "A pruned cell is placed by write-verify: pulses of average response, without the verifying reads.",
                "The flags of a neuron are read in one read pulse: Gmin where clear, Gmax where set; setting one takes"
                        + " one potentiation pulse, rows at a time.");
    }
}
