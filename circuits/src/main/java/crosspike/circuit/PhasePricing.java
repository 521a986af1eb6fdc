package crosspike.circuit;

import crosspike.circuit.module.ColumnSignal;
import crosspike.circuit.module.RowDecoder;
import crosspike.circuit.module.SwitchMatrix;
import crosspike.circuit.module.WordLineFollower;
import crosspike.circuit.subarray.Cell;
import crosspike.circuit.subarray.CellArray;
import crosspike.circuit.subarray.Correction;
import crosspike.circuit.subarray.SubArray;
import crosspike.circuit.subarray.SubArrayCost;
import crosspike.circuit.subarray.Workload;
import crosspike.circuit.subarray.WritePulse;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.crossbar.Line;
import java.util.ArrayList;
import java.util.List;

/** Prices one phase of a run, part by part. Section 12 of {@code docs/circuit-model.md} has every formula. */
final class PhasePricing {
    /** The figures of the perceptrons do not depend on what the lines do. */
    private static final Workload IDLE = new Workload(0, 0, 0, 0, 0, 0);

    private final SynapticCore core;
    private final Activity did;
    private final Energy energy;
    private final SubArray tile;
    private final CellArray array;
    private final int tiles;
    /** Share of the columns that hold weights or the reference, not flags. */
    private final double weightShare;
    /** Group reads of each tile: a read passes over all groups of columns that are not flags. */
    private final double groupReads;
    /** How often word lines open for the reads of this phase: once for each, or once for each group. */
    private final double opens;

    private final Programming up;
    private final Programming down;
    private final List<PartPrice> parts = new ArrayList<>();

    PhasePricing(SynapticCore core, Activity did, Energy energy) {
        this.core = core;
        this.did = did;
        this.energy = energy;
        this.tile = core.tile();
        this.array = tile.array();
        this.tiles = core.tiling().tiles();
        int flagColumns = core.design().flags().columns() * core.tiling().outputs();
        this.weightShare = 1 - (double) flagColumns / array.columns();
        this.groupReads = did.reads() * weightShare * tile.design().columnsPerReadCircuit();
        this.opens = tile.mode().has(Correction.LINES_CHARGED_ONCE) ? did.reads() : groupReads;
        this.up =
                new Programming(core, tile.design().potentiation(), did.potentiationPulses(), did.potentiationSlots());
        this.down = new Programming(core, tile.design().depression(), did.depressionPulses(), did.depressionSlots());
    }

    /** All parts, in the order of a report. */
    List<PartPrice> parts() {
        cells();
        wires();
        if (tile.hasTransistors()) wordLines();
        switches();
        readOut();
        if (core.flagSense() != null) flags();
        neurons();
        leakage();
        return parts;
    }

    private PartPrice part(String name, String source, double areaSquareMetres) {
        PartPrice part = new PartPrice(name, source, areaSquareMetres);
        parts.add(part);
        return part;
    }

    private void cells() {
        part(SynapticCore.CELLS, "sections 3, 8 and 12", tiles * array.areaSquareMetres() * weightShare)
                .joules("weighted sums, as the run added them up", 1, energy.readJoules())
                .joules("reads of single cells, likewise", 1, energy.cellReadJoules())
                .joules("potentiation, likewise", 1, energy.potentiationJoules())
                .joules("depression, likewise", 1, energy.depressionJoules())
                .joules("verifying reads, likewise", 1, energy.verifyJoules())
                .seconds("potentiation pulse periods", up.slots(), up.pulse().seconds())
                .seconds("depression pulse periods", down.slots(), down.pulse().seconds())
                .seconds("what staircases last longer", 1, did.staircaseSeconds());
        if (tile.hasTransistors() || !core.design().programmable()) return;
        if (energy.halfSelectJoules() > 0) {
            part("half-selected cells", "sections 8 and 12", 0)
                    .joules("cells at half voltage, as the run added them up", 1, energy.halfSelectJoules());
            return;
        }
        part("half-selected cells", "sections 8 and 12", 0)
                .joules("cells at half voltage in potentiation", up.halfSelected(), up.halfSelectedJoules())
                .joules("cells at half voltage in depression", down.halfSelected(), down.halfSelectedJoules());
    }

    private void wires() {
        double volts = tile.design().readVolts();
        double bitLines = did.activeRows()
                * (groupReads / Math.max(1, did.reads()))
                * core.tiling().across();
        PartPrice wires = part("array wires", "sections 3, 5 and 12", 0)
                .joules("active rows in each group read", bitLines, array.rowFarads() * volts * volts)
                .joules("wires in potentiation", 1, up.wireJoules())
                .joules("wires in depression", 1, down.wireJoules())
                .seconds("group reads, each settling", groupReads, tile.columnDelaySeconds());
        if (tile.hasTransistors()) {
            wires.joules(
                    "word lines opened for reads",
                    opens * tiles * array.rows(),
                    array.wordLineFarads() * tile.technology().supplySquared());
        }
    }

    private void wordLines() {
        RowDecoder decoder = tile.decoder();
        WordLineFollower follower = tile.follower();
        double gateVolts = tile.design().cell().accessGateVolts();
        double slots = (double) up.slots() + down.slots();
        double lineSlots = slots * up.tilesPerLine();
        part("word-line decoder", "section 4.2", tiles * decoder.areaSquareMetres())
                .joules("accesses of reads", opens * tiles, decoder.accessJoules())
                .joules("accesses of pulse periods", lineSlots, decoder.accessJoules())
                .seconds("pulse periods", slots, decoder.seconds());
        boolean oneLine = core.design().programmedLine() == Line.ROW;
        part("word-line drivers", "section 4.3", tiles * follower.areaSquareMetres())
                .joules("reads, all lines open", opens * tiles, follower.openAllJoules(gateVolts))
                .joules(
                        oneLine ? "pulse periods, one line open" : "pulse periods, all lines open",
                        lineSlots,
                        oneLine ? follower.openOneJoules(gateVolts) : follower.openAllJoules(gateVolts))
                .seconds(
                        "reads and pulse periods",
                        opens + slots,
                        follower.seconds(decoder.access(), array.wordLineFarads(), array.rowOhms()));
    }

    private void switches() {
        SwitchMatrix rows = tile.rowMatrix();
        double volts = tile.design().readVolts();
        double active = did.activeRows()
                * (groupReads / Math.max(1, did.reads()))
                * core.tiling().across();
        part("row switches", "section 4.4", tiles * rows.areaSquareMetres())
                .joules("active rows in each group read", active, rows.lineJoules(volts) + rows.gateJoules())
                .joules("reads, new data in all flops", opens * tiles, rows.flopJoules())
                .joules("switching in potentiation", 1, up.matrixJoules(rows, Line.ROW))
                .joules("switching in depression", 1, down.matrixJoules(rows, Line.ROW))
                .seconds(
                        "group reads",
                        groupReads,
                        rows.readSeconds(
                                array.rowFarads(),
                                array.rowOhms(),
                                tile.design().clockHertz()));
        if (!core.design().programmable()) return;
        SwitchMatrix columns = tile.columnMatrix();
        part("column switches", "section 4.4", tiles * columns.areaSquareMetres())
                .joules("switching in potentiation", 1, up.matrixJoules(columns, Line.COLUMN))
                .joules("switching in depression", 1, down.matrixJoules(columns, Line.COLUMN));
    }

    private void readOut() {
        var mux = tile.mux();
        part(
                        "column multiplexer",
                        "section 4.5",
                        tiles * (mux.areaSquareMetres() + mux.decoder().areaSquareMetres()))
                .joules(
                        "selections",
                        groupReads * tiles,
                        mux.selectJoules() + mux.decoder().accessJoules());
        var readOut = core.readOut();
        ColumnSignal signal = tile.columnSignal();
        part("read-out", "sections 4.6 and 10", tiles * readOut.areaSquareMetres())
                .joules("conversions of weighted sums", groupReads * tiles * readOut.count(), readOut.joules(signal))
                .joules(
                        "conversions of single cells",
                        (double) did.cellReads() + did.verifyReads(),
                        readOut.joules(signal))
                .seconds("group reads", groupReads, readOut.seconds(signal))
                .seconds(
                        "reads of single cells",
                        cellAccesses(did.cellReads() + did.verifyReads()),
                        readOut.seconds(signal));
        if (core.subtracts()) {
            var subtractors = tile.subtractors();
            part("subtractors", "section 4.7", tiles * subtractors.areaSquareMetres())
                    .joules("subtractions", groupReads * tiles * subtractors.count(), subtractors.joules())
                    .seconds("group reads", groupReads, subtractors.seconds(0));
        }
        if (core.sliceSums() != null) {
            var slices = core.sliceSums();
            part("slice sums", "sections 4.9 and 11.2", tiles * slices.areaSquareMetres())
                    .joules("shifts and additions", groupReads * tiles, slices.joules())
                    .seconds(
                            "group reads",
                            groupReads,
                            slices.seconds(1, 0, tile.design().clockHertz()));
        }
        var sums = core.partialSums();
        if (sums != null) {
            int rounds = RowDecoder.bitsFor(core.tiling().down());
            part("partial sums", "sections 4.8 and 11.1", sums.areaSquareMetres())
                    .joules("additions", (double) did.reads() * sums.count(), sums.joules())
                    .seconds("rounds of additions", (double) did.reads() * rounds, sums.seconds(0));
        }
    }

    /** Accesses one after another for reading single cells: a row at once, a column cell by cell in each tile. */
    private double cellAccesses(long cells) {
        return core.design().programmedLine() == Line.ROW
                ? (double) cells / (core.readOut().count() * core.tiling().across())
                : (double) cells / core.tiling().down();
    }

    private void flags() {
        Cell cell = tile.design().cell();
        double volts = tile.design().readVolts();
        var sense = core.flagSense();
        ColumnSignal signal = new ColumnSignal(
                tile.columnSignal().columnFarads(),
                volts,
                volts / cell.onOhms(),
                tile.design().clockHertz());
        double perSiemens = volts * volts * sense.seconds(signal);
        boolean column = core.design().flags() == PruneFlags.BINARY_COLUMN;
        WritePulse pulse = column ? tile.design().potentiation() : tile.design().depression();
        double writeJoules =
                pulse.volts() * pulse.volts() * (cell.middleSiemens() * pulse.seconds() + array.columnFarads());
        long clear = did.flagReads() - did.flagReadsSet();
        part(
                        "prune flags",
                        "sections 10.1 and 11.3",
                        tiles * (array.areaSquareMetres() * (1 - weightShare) + sense.areaSquareMetres()))
                .joules("decisions", did.flagReads(), sense.joules(signal))
                .joules("cells read that are pruned", did.flagReadsSet(), column ? perSiemens * cell.maxSiemens() : 0)
                .joules(
                        "cells read that are not",
                        clear,
                        perSiemens * (column ? cell.minSiemens() : cell.middleSiemens()))
                .joules("flags written", did.flagWrites(), writeJoules)
                .seconds("flags read one after another", cellAccesses(did.flagReads()), sense.seconds(signal))
                .seconds("flags written", did.flagWrites(), pulse.seconds());
    }

    private void neurons() {
        if (core.neurons() == null) {
            SubArrayCost neurons = tile.cost(IDLE).neurons();
            part("neurons", "section 4.10", tiles * neurons.areaSquareMetres())
                    .joules("group reads", groupReads * tiles, neurons.readJoules())
                    .seconds("group reads", groupReads, neurons.readSeconds());
            return;
        }
        double clock = tile.design().clockHertz();
        var neurons = core.neurons();
        part("neurons", "section 11.4", neurons.areaSquareMetres())
                .joules("steps of all neurons", did.reads(), neurons.stepJoules())
                .seconds("steps", did.reads(), neurons.seconds(clock));
        var winner = core.winnerTakeAll();
        if (winner != null) {
            part("winner-take-all", "section 11.4", winner.areaSquareMetres())
                    .joules("output spikes", did.outputSpikes(), winner.joules())
                    .seconds("output spikes", did.outputSpikes(), winner.seconds(clock));
        }
    }

    private void leakage() {
        double seconds = parts.stream().mapToDouble(PartPrice::seconds).sum();
        part("leakage", "sections 2.5 and 12", 0).watts("time of the phase", seconds, core.leakageWatts());
    }
}
