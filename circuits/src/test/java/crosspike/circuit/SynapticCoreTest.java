package crosspike.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.circuit.subarray.Cell;
import crosspike.circuit.subarray.CellAccess;
import crosspike.circuit.subarray.Mode;
import crosspike.circuit.subarray.SubArrayCost;
import crosspike.circuit.subarray.SubArrayDesign;
import crosspike.circuit.subarray.Workload;
import crosspike.circuit.subarray.WritePulse;
import crosspike.circuit.technology.Flavour;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.crossbar.Line;
import crosspike.input.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynapticCoreTest {
    private static final TechnologyLibrary LIBRARY = TechnologyLibrary.shipped();

    /** 1000 images: 20 steps each with 60 of 784 rows active, some learning, some flags. */
    private static final Activity ACTIVITY = new Activity(
            1000,
            1_200_000,
            15_000,
            20_000,
            1_200_000,
            120_000_000,
            11_760_000,
            11_760_000,
            2_000_000,
            1_500_000,
            600_000,
            15_000,
            14_000,
            11_760_000,
            4_000_000,
            20_000,
            0,
            0,
            0,
            0);

    private static final Energy ENERGY = new Energy(1e-6, 2e-7, 3e-6, 1e-6);

    @Test
    void aLayerIsCutIntoEqualTilesThatHoldIt() {
        Tiling tiling = core(design(PruneFlags.NONE)).tiling();
        assertEquals(new Tiling(7, 1, 112, 101, 100), tiling);
        CoreDesign pairs = layer(
                tile(CellAccess.ONE_TRANSISTOR, 32), WeightCells.PAIR, false, PruneFlags.BINARY_COLUMN, NeuronKind.LIF);
        assertEquals(new Tiling(7, 3, 112, 34 * 3, 34), core(pairs).tiling());
        CoreDesign small = new CoreDesign(
                50,
                20,
                tile(CellAccess.ONE_TRANSISTOR, 32),
                WeightCells.SINGLE,
                false,
                PruneFlags.NONE,
                ReadOutKind.SAR,
                NeuronKind.LIF,
                12,
                Line.COLUMN,
                true);
        assertEquals(new Tiling(1, 1, 50, 20, 20), core(small).tiling());
    }

    @Test
    void aTileMustHoldTheColumnsOfOneNeuron() {
        CoreDesign impossible = layer(
                tile(CellAccess.ONE_TRANSISTOR, 32).sized(128, 3),
                WeightCells.PAIR,
                true,
                PruneFlags.BINARY_COLUMN,
                NeuronKind.LIF);
        var e = assertThrows(UserError.class, () -> core(impossible));
        assertEquals("cols is 3; expected at least 4, the columns of one output neuron", e.getMessage());
    }

    @Test
    void cellsCostWhatTheRunSummedUp() {
        CostReport.Component cells = component(report(design(PruneFlags.NONE)), "array cells");
        assertEquals(ENERGY.totalJoules(), cells.phases().get("training").energyJoules());
        double squareMetres = 7 * 112 * 101 * 16 * 32e-9 * 32e-9;
        assertEquals(squareMetres, cells.areaSquareMetres(), 1e-12 * squareMetres);
    }

    @Test
    void aCoreThatDoesNothingOnlyHasArea() {
        CostReport idle = core(design(PruneFlags.BINARY_COLUMN))
                .price(Map.of("training", Activity.NONE), Map.of("training", Energy.NONE));
        assertEquals(new CostReport.Spent(0, 0), idle.total("training"));
        assertEquals(report(design(PruneFlags.BINARY_COLUMN)).areaSquareMetres(), idle.areaSquareMetres());
        assertTrue(idle.areaSquareMetres() > 0);
    }

    @ParameterizedTest
    @EnumSource(ReadOutKind.class)
    void twiceTheWorkCostsTwiceAndPhasesAdd(ReadOutKind readOut) {
        for (CellAccess access : CellAccess.values()) {
            for (Line line : Line.values()) {
                CoreDesign design = new CoreDesign(
                        784,
                        100,
                        tile(access, 32),
                        WeightCells.PAIR,
                        true,
                        PruneFlags.DEEP_RESET,
                        readOut,
                        NeuronKind.LIF_WINNER_TAKE_ALL,
                        12,
                        line,
                        true);
                CostReport report = core(design)
                        .price(
                                Map.of("training", ACTIVITY, "inference", ACTIVITY.plus(ACTIVITY)),
                                Map.of("training", ENERGY, "inference", ENERGY.plus(ENERGY)));
                for (CostReport.Component part : report.components()) {
                    CostReport.Spent once = part.phases().get("training");
                    CostReport.Spent both = part.phases().get("inference");
                    assertEquals(2 * once.energyJoules(), both.energyJoules(), 1e-9 * both.energyJoules(), part.name());
                    assertEquals(
                            2 * once.latencySeconds(),
                            both.latencySeconds(),
                            1e-9 * both.latencySeconds(),
                            part.name());
                    assertTrue(once.energyJoules() >= 0 && once.energyJoules() < 1, part.toString());
                    assertTrue(once.latencySeconds() >= 0 && once.latencySeconds() < 1e4, part.toString());
                }
            }
        }
    }

    /** The lines, read-outs and neurons of one read, in both views of the same circuits. */
    @Test
    void aReadOfAllColumnsIsAsManyGroupReadsAsColumnsAreMultiplexed() {
        CoreDesign design = new CoreDesign(
                128,
                127,
                tile(CellAccess.ONE_TRANSISTOR, 32),
                WeightCells.SINGLE,
                true,
                PruneFlags.NONE,
                ReadOutKind.INTEGRATE_AND_FIRE,
                NeuronKind.PERCEPTRON,
                12,
                Line.COLUMN,
                true);
        SynapticCore core = SynapticCore.of(design, LIBRARY, Mode.NEUROSIM_COMPATIBLE);
        Activity oneRead = new Activity(1, 0, 0, 1, 64, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        CostReport report = core.price(Map.of("inference", oneRead), Map.of("inference", Energy.NONE));
        double periphery = 0;
        for (CostReport.Component part : report.components()) {
            if (!List.of("leakage", "array wires").contains(part.name())) {
                periphery += part.phases().get("inference").energyJoules();
            }
        }
        SubArrayCost group = core.tile().cost(new Workload(0.5, 0.5, 0, 0, 0, 0));
        double expected = 8 * (group.core().readJoules() + group.neurons().readJoules());
        assertEquals(expected, periphery, 1e-9 * expected);
        assertEquals(
                group.core().areaSquareMetres() + group.neurons().areaSquareMetres(),
                report.areaSquareMetres(),
                1e-9 * report.areaSquareMetres());
    }

    /** Read-outs of 6 bits, slices of 2 bits: 6 + 2·2 = 10 bits a sum, an addition and half a clock for each group read. */
    @Test
    void readingsOfSlicesAreShiftedAndAdded() {
        CoreDesign design = layer(
                tile(CellAccess.ONE_TRANSISTOR, 32), WeightCells.sliced(3, 2), false, PruneFlags.NONE, NeuronKind.LIF);
        SynapticCore core = core(design);
        assertEquals(new Tiling(7, 3, 112, 34 * 3, 34), core.tiling());
        assertFalse(core.subtracts());
        assertEquals(
                tile(CellAccess.ONE_TRANSISTOR, 32).readBits() + 4,
                core.sliceSums().adders().bits());
        CostReport.Component sums = component(report(design), "slice sums");
        double groupReads = (double) ACTIVITY.reads() * core.tile().design().columnsPerReadCircuit();
        double joules = groupReads * core.tiling().tiles() * core.sliceSums().joules();
        assertEquals(joules, sums.phases().get("training").energyJoules(), 1e-9 * joules);
        assertTrue(report(design(PruneFlags.NONE)).components().stream()
                .noneMatch(part -> part.name().equals("slice sums")));
    }

    @Test
    void leakageIsPowerTimesTheTimeOfThePhase() {
        CostReport report = report(design(PruneFlags.NONE));
        double seconds = report.total("training").latencySeconds();
        double joules = component(report, "leakage").phases().get("training").energyJoules();
        double watts = joules / seconds;
        assertTrue(watts > 1e-5 && watts < 1, watts + " W");
        CoreDesign lowPower = layer(
                tile(CellAccess.ONE_TRANSISTOR, 32, Flavour.LSTP),
                WeightCells.SINGLE,
                true,
                PruneFlags.NONE,
                NeuronKind.LIF_WINNER_TAKE_ALL);
        CostReport frugal = report(lowPower);
        double frugalWatts =
                component(frugal, "leakage").phases().get("training").energyJoules()
                        / frugal.total("training").latencySeconds();
        assertTrue(frugalWatts < watts / 100, frugalWatts + " W");
    }

    @Test
    void flagsCostAreaAndReadsAndInCellFlagsNoColumns() {
        CostReport none = report(design(PruneFlags.NONE));
        CostReport column = report(design(PruneFlags.BINARY_COLUMN));
        CostReport deep = report(design(PruneFlags.DEEP_RESET));
        assertTrue(none.components().stream().noneMatch(part -> part.name().equals("prune flags")));
        assertTrue(column.areaSquareMetres() > deep.areaSquareMetres());
        assertTrue(deep.areaSquareMetres() > none.areaSquareMetres());
        assertTrue(component(column, "prune flags").phases().get("training").energyJoules() > 0);
        assertTrue(component(deep, "prune flags").phases().get("training").latencySeconds() > 0);
        double weights = component(none, "array cells").areaSquareMetres();
        double flagged = component(column, "array cells").areaSquareMetres();
        assertEquals(weights, flagged, 0.03 * weights, "cells of weights stay, but for a reference column a tile");
    }

    @Test
    void onlyCrosspointArraysHaveHalfSelectedCells() {
        assertTrue(report(design(PruneFlags.NONE)).components().stream()
                .noneMatch(part -> part.name().equals("half-selected cells")));
        CoreDesign design =
                layer(tile(CellAccess.CROSSPOINT, 32), WeightCells.SINGLE, true, PruneFlags.NONE, NeuronKind.LIF);
        CostReport.Component half = component(report(design), "half-selected cells");
        assertTrue(half.phases().get("training").energyJoules() > 0);
    }

    @Test
    void aRunIsPricedForAnotherNodeWithoutTrainingAgain() {
        CostReport at65 = report(layer(
                tile(CellAccess.ONE_TRANSISTOR, 65),
                WeightCells.SINGLE,
                true,
                PruneFlags.NONE,
                NeuronKind.LIF_WINNER_TAKE_ALL));
        CostReport at32 = report(design(PruneFlags.NONE));
        assertTrue(at32.areaSquareMetres() < at65.areaSquareMetres() / 2);
        assertEquals(
                component(at65, "array cells").phases().get("training").energyJoules(),
                component(at32, "array cells").phases().get("training").energyJoules());
    }

    @Test
    void anExplanationFillsTheNumbersInAndNamesTheSource() {
        SynapticCore core = core(design(PruneFlags.NONE));
        double joules = core.winnerTakeAll().joules();
        double seconds = core.winnerTakeAll().seconds(1e9);
        String expected = String.format(
                Locale.ROOT,
                """
                winner-take-all, area %.6g m2
                energy %.6g J
                  15,000 x %.6g J = %.6g J  (output spikes)
                time %.6g s
                  15,000 x %.6g s = %.6g s  (output spikes)
                formulas and sources: docs/circuit-model.md, section 11.4""",
                core.winnerTakeAll().areaSquareMetres(),
                15000 * joules,
                joules,
                15000 * joules,
                15000 * seconds,
                seconds,
                15000 * seconds);
        assertEquals(expected, core.explain("winner-take-all", ACTIVITY, ENERGY));
    }

    @Test
    void leakageIsExplainedAsSecondsTimesWatts() {
        String term = core(design(PruneFlags.NONE))
                .explain("leakage", ACTIVITY, ENERGY)
                .lines()
                .toList()
                .get(2);
        assertTrue(term.matches("  [0-9.e-]+ s x [0-9.e-]+ W = [0-9.e-]+ J {2}\\(time of the phase\\)"), term);
    }

    @Test
    void everyComponentCanBeExplainedAndAnUnknownOneListsThem() {
        SynapticCore core = core(design(PruneFlags.BINARY_COLUMN));
        for (CostReport.Component part :
                report(design(PruneFlags.BINARY_COLUMN)).components()) {
            String text = core.explain(part.name(), ACTIVITY, ENERGY);
            double joules = part.phases().get("training").energyJoules();
            assertTrue(text.contains(String.format(Locale.ROOT, "energy %.6g J", joules)), text);
        }
        var e = assertThrows(UserError.class, () -> core.explain("adc", ACTIVITY, ENERGY));
        assertTrue(
                e.getMessage().startsWith("component adc is unknown; this core has: array cells, array wires,"),
                e.getMessage());
    }

    /** 784 inputs, 100 outputs, converters by successive approximation, columns programmed. */
    private static CoreDesign layer(
            SubArrayDesign tile, WeightCells weights, boolean referenceColumn, PruneFlags flags, NeuronKind neurons) {
        return new CoreDesign(
                784, 100, tile, weights, referenceColumn, flags, ReadOutKind.SAR, neurons, 12, Line.COLUMN, true);
    }

    private static CoreDesign design(PruneFlags flags) {
        return layer(
                tile(CellAccess.ONE_TRANSISTOR, 32), WeightCells.SINGLE, true, flags, NeuronKind.LIF_WINNER_TAKE_ALL);
    }

    private static SubArrayDesign tile(CellAccess access, double node) {
        return tile(access, node, Flavour.HP);
    }

    private static SubArrayDesign tile(CellAccess access, double node, Flavour flavour) {
        boolean crosspoint = access == CellAccess.CROSSPOINT;
        double size = crosspoint ? 2 : 4;
        Cell cell = new Cell(access, size, size, 1e-6, 1e-7, crosspoint ? 0 : 25_000, crosspoint ? 0 : 1.1, 1e-15, 1);
        return new SubArrayDesign(
                node,
                flavour,
                300,
                128,
                128,
                cell,
                40,
                crosspoint,
                false,
                false,
                8,
                8,
                1,
                6,
                1e9,
                0.3,
                new WritePulse(1.6, 1e-6, 64, 1),
                new WritePulse(1.6, 1e-6, 64, -1));
    }

    private static SynapticCore core(CoreDesign design) {
        return SynapticCore.of(design, LIBRARY, Mode.DEFAULT);
    }

    private static CostReport report(CoreDesign design) {
        return core(design).price(Map.of("training", ACTIVITY), Map.of("training", ENERGY));
    }

    private static CostReport.Component component(CostReport report, String name) {
        return report.components().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
