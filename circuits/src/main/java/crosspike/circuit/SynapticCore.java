package crosspike.circuit;

import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.module.Adder;
import crosspike.circuit.module.CircuitModule;
import crosspike.circuit.module.CurrentSenseAmplifier;
import crosspike.circuit.module.LifNeurons;
import crosspike.circuit.module.ReadOut;
import crosspike.circuit.module.ShiftAdd;
import crosspike.circuit.module.WinnerTakeAll;
import crosspike.circuit.subarray.Mode;
import crosspike.circuit.subarray.SubArray;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A layer of synapses laid out. Sections 11 and 12 of {@code docs/circuit-model.md}.
 *
 * @param design what was asked for
 * @param tiling how it is cut up
 * @param tile one array with its line drivers, multiplexer and subtractors
 * @param readOut read-outs of one tile
 * @param sliceSums adders of one tile that shift and add the readings of sliced weights; {@code null} without slices
 * @param flagSense sense amplifiers for the prune flags of one tile; {@code null} without flags
 * @param partialSums adders of the whole core that sum tiles one below another; {@code null} with one row of tiles
 * @param neurons all neurons; {@code null} for perceptrons, which are part of the tile
 * @param winnerTakeAll {@code null} where neurons do not compete
 */
public record SynapticCore(
        CoreDesign design,
        Tiling tiling,
        SubArray tile,
        ReadOut readOut,
        ShiftAdd sliceSums,
        CurrentSenseAmplifier flagSense,
        Adder partialSums,
        LifNeurons neurons,
        WinnerTakeAll winnerTakeAll) {
    /** Name of the cells among the components of a price. */
    public static final String CELLS = "array cells";

    /**
     * Lays a core out.
     *
     * @throws UserError if the node or wire is unknown, or the tiles too small for their periphery
     */
    public static SynapticCore of(CoreDesign design, TechnologyLibrary library, Mode mode) {
        Tiling tiling = Tiling.of(design);
        SubArray tile = SubArray.of(design.largestTile().sized(tiling.rows(), tiling.columns()), library, mode);
        StandardCells cells = StandardCells.of(tile.technology());
        double metres = tile.columnMatrix().widthMetres();
        double coreMetres = metres * tiling.across();
        int circuits = tile.design().readCircuits();
        WeightCells weight = design.weightCells();
        boolean lif = design.neurons() != NeuronKind.PERCEPTRON;
        return new SynapticCore(
                design,
                tiling,
                tile,
                design.readOut().layOut(tile, cells, metres),
                weight.sliceBits() == 0
                        ? null
                        : ShiftAdd.of(cells, tile.design().readBits() + weight.shiftedBits(), 1, circuits, metres),
                design.flags() == PruneFlags.NONE ? null : CurrentSenseAmplifier.of(cells, circuits, metres),
                tiling.down() == 1
                        ? null
                        : Adder.of(cells, design.neuronBits(), (tiling.down() - 1) * design.outputs(), coreMetres),
                lif ? LifNeurons.of(cells, design.neuronBits(), design.outputs(), coreMetres) : null,
                design.neurons() == NeuronKind.LIF_WINNER_TAKE_ALL
                        ? WinnerTakeAll.of(cells, design.neuronBits(), design.outputs(), coreMetres)
                        : null);
    }

    /** Whether columns are subtracted from each other. */
    public boolean subtracts() {
        return design.referenceColumn() || design.weightCells().subtracted();
    }

    /**
     * Prices what a run counted. Nothing is trained again: another node, read-out or mode is another core and the same
     * counts.
     *
     * @param activity counts by phase, in the order of the run
     * @param energy energy of the cells by phase
     */
    public CostReport price(Map<String, Activity> activity, Map<String, Energy> energy) {
        Map<String, Map<String, CostReport.Spent>> spent = new LinkedHashMap<>();
        activity.forEach((phase, did) -> {
            for (PartPrice part : new PhasePricing(this, did, energy.get(phase)).parts()) {
                spent.computeIfAbsent(part.name(), name -> new LinkedHashMap<>())
                        .put(phase, new CostReport.Spent(part.joules(), part.seconds()));
            }
        });
        List<CostReport.Component> components = new ArrayList<>();
        for (PartPrice part : new PhasePricing(this, Activity.NONE, Energy.NONE).parts()) {
            components.add(new CostReport.Component(
                    part.name(), part.areaSquareMetres(), spent.getOrDefault(part.name(), Map.of())));
        }
        return new CostReport(assumptions(), components);
    }

    /**
     * Says in a few lines how the price of one part comes about: every count, what each costs, and where the formulas stand.
     *
     * @param component name of a part in {@link #price}
     * @throws UserError naming the parts there are
     */
    public String explain(String component, Activity activity, Energy energy) {
        List<PartPrice> parts = new PhasePricing(this, activity, energy).parts();
        for (PartPrice part : parts) {
            if (part.name().equals(component)) return part.explanation();
        }
        throw new UserError("component " + component + " is unknown; this core has: "
                + parts.stream().map(PartPrice::name).collect(Collectors.joining(", ")));
    }

    /** Power in W that leaks all the time. */
    public double leakageWatts() {
        double perTile = tile.rowMatrix().leakageWatts()
                + (design.programmable() ? tile.columnMatrix().leakageWatts() : 0)
                + tile.decoder().leakageWatts()
                + tile.mux().decoder().leakageWatts()
                + readOut.leakageWatts()
                + leakageOf(tile.follower())
                + leakageOf(sliceSums)
                + leakageOf(flagSense);
        if (subtracts()) perTile += tile.subtractors().leakageWatts();
        if (neurons == null) perTile += tile.neurons().leakageWatts();
        return perTile * tiling.tiles() + leakageOf(partialSums) + leakageOf(neurons) + leakageOf(winnerTakeAll);
    }

    private static double leakageOf(CircuitModule module) {
        return module == null ? 0 : module.leakageWatts();
    }

    private List<String> assumptions() {
        return List.of(
                tiling.down() + " x " + tiling.across() + " tiles of " + tiling.rows() + " x " + tiling.columns()
                        + " cells at " + tile.design().nodeNanometres() + " nm "
                        + tile.design().flavour() + ", " + tile.design().kelvin() + " K, "
                        + tile.mode().corrections().size() + " corrections to NeuroSim",
                "array cells: energy summed in the run while conductances were known; everything else from its counts",
                "parts work one after another, tiles at the same time; leakage is power times the time of the phase",
                "a line of pulses charges its wires and switches once for each pulse period",
                "cells of a column are read before an update one after another, those of a row at once",
                "network on chip, global buffers and clock distribution are not priced");
    }
}
