package crosspike.circuit;

import crosspike.circuit.module.ColumnSignal;
import crosspike.circuit.module.RowDecoder;
import crosspike.circuit.module.SwitchMatrix;
import crosspike.circuit.subarray.Cell;
import crosspike.circuit.subarray.CellArray;
import crosspike.circuit.subarray.Correction;
import crosspike.circuit.subarray.SubArray;
import crosspike.circuit.subarray.Workload;
import crosspike.circuit.subarray.WritePulse;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Line;
import java.util.ArrayList;
import java.util.List;

/** Prices one phase of a run, part by part. Section 12 of {@code docs/circuit-model.md} has every formula. */
final class PhasePricing {
    /** The figures of the neurons do not depend on what the lines do. */
    private static final Workload IDLE = new Workload(0, 0, 0, 0, 0, 0);

    private final SynapticCore core;
    private final Counted counted;
    private final Activity did;
    private final SubArray tile;
    private final CellArray array;
    private final int tiles;
    /** Share of the columns that hold weights or the reference, not flags. */
    private final double weightShare;
    /** Groups of columns that a tile reads one after another; columns of flags are passed over. */
    private final double groups;
    /** How often word lines open for the reads of this phase: once for each, or once more for each group. */
    private final double opens;

    private final Programming up;
    private final Programming down;
    private final List<Entry> entries = new ArrayList<>();

    /** Area, energy and latency of one part. */
    record Entry(String name, double areaSquareMetres, double joules, double seconds) {}

    PhasePricing(SynapticCore core, Counted counted) {
        this.core = core;
        this.counted = counted;
        this.did = counted.activity();
        this.tile = core.tile();
        this.array = tile.array();
        this.tiles = core.tiling().tiles();
        int flagColumns = core.design().flags().columns() * core.tiling().outputs();
        this.weightShare = 1 - (double) flagColumns / array.columns();
        this.groups = tile.design().columnsPerReadCircuit() * weightShare;
        this.opens = (double) did.reads() * (tile.mode().has(Correction.LINES_CHARGED_ONCE) ? 1 : groups);
        this.up =
                new Programming(core, tile.design().potentiation(), did.potentiationPulses(), did.potentiationSlots());
        this.down = new Programming(core, tile.design().depression(), did.depressionPulses(), did.depressionSlots());
    }

    List<Entry> entries() {
        cells();
        wires();
        lineDrivers();
        readOut();
        flags();
        neurons();
        leakage();
        return entries;
    }

    private void cells() {
        double programming = up.seconds() + down.seconds();
        add(
                "array cells",
                tiles * array.areaSquareMetres() * weightShare,
                counted.energy().totalJoules(),
                programming);
        if (!tile.hasTransistors()) {
            add("half-selected cells", 0, up.halfSelectedJoules() + down.halfSelectedJoules(), 0);
        }
    }

    private void wires() {
        double volts = tile.design().readVolts();
        double reading =
                did.activeRows() * (double) core.tiling().across() * groups * array.rowFarads() * volts * volts;
        if (tile.hasTransistors()) {
            reading += opens
                    * tiles
                    * array.rows()
                    * array.wordLineFarads()
                    * tile.technology().supplySquared();
        }
        double settling = did.reads() * groups * tile.columnDelaySeconds();
        add("array wires", 0, reading + up.wireJoules() + down.wireJoules(), settling);
    }

    private void lineDrivers() {
        Cell cell = tile.design().cell();
        double slots = did.potentiationSlots() + did.depressionSlots();
        double lineAccesses = slots * up.tilesPerLine();
        if (tile.hasTransistors()) {
            RowDecoder decoder = tile.decoder();
            var follower = tile.follower();
            double follow = follower.seconds(decoder.access(), array.wordLineFarads(), array.rowOhms());
            add(
                    "word-line decoder",
                    tiles * decoder.areaSquareMetres(),
                    (opens * tiles + lineAccesses) * decoder.accessJoules(),
                    slots * decoder.seconds());
            double openForPulses = core.design().programmedLine() == Line.ROW
                    ? follower.openOneJoules(cell.accessGateVolts())
                    : follower.openAllJoules(cell.accessGateVolts());
            add(
                    "word-line drivers",
                    tiles * follower.areaSquareMetres(),
                    opens * tiles * follower.openAllJoules(cell.accessGateVolts()) + lineAccesses * openForPulses,
                    (opens + slots) * follow);
        }
        SwitchMatrix rows = tile.rowMatrix();
        double switching = did.activeRows()
                        * (double) core.tiling().across()
                        * groups
                        * (rows.lineJoules(tile.design().readVolts()) + rows.gateJoules())
                + opens * tiles * rows.flopJoules();
        add(
                "row switches",
                tiles * rows.areaSquareMetres(),
                switching + up.matrixJoules(rows, Line.ROW) + down.matrixJoules(rows, Line.ROW),
                (double) did.reads()
                        * groups
                        * rows.readSeconds(
                                array.rowFarads(),
                                array.rowOhms(),
                                tile.design().clockHertz()));
        SwitchMatrix columns = tile.columnMatrix();
        add(
                "column switches",
                tiles * columns.areaSquareMetres(),
                up.matrixJoules(columns, Line.COLUMN) + down.matrixJoules(columns, Line.COLUMN),
                0);
    }

    private void readOut() {
        var mux = tile.mux();
        double groupReads = did.reads() * groups;
        add(
                "column multiplexer",
                tiles * (mux.areaSquareMetres() + mux.decoder().areaSquareMetres()),
                groupReads * tiles * (mux.selectJoules() + mux.decoder().accessJoules()),
                0);
        var readOut = core.readOut();
        ColumnSignal signal = tile.columnSignal();
        double conversions = groupReads * tiles * readOut.count() + did.cellReads();
        add(
                "read-out",
                tiles * readOut.areaSquareMetres(),
                conversions * readOut.joules(signal),
                (groupReads + cellAccesses(did.cellReads())) * readOut.seconds(signal));
        if (core.subtracts()) {
            var subtractors = tile.subtractors();
            add(
                    "subtractors",
                    tiles * subtractors.areaSquareMetres(),
                    groupReads * tiles * subtractors.count() * subtractors.joules(),
                    groupReads * subtractors.seconds(0));
        }
        var sums = core.partialSums();
        if (sums != null) {
            add(
                    "partial sums",
                    sums.areaSquareMetres(),
                    (double) did.reads() * sums.count() * sums.joules(),
                    (double) did.reads() * RowDecoder.bitsFor(core.tiling().down()) * sums.seconds(0));
        }
    }

    /** Accesses one after another for reading single cells: a row at once, a column cell by cell in each tile. */
    private double cellAccesses(long cells) {
        return core.design().programmedLine() == Line.ROW
                ? (double) cells / (core.readOut().count() * core.tiling().across())
                : (double) cells / core.tiling().down();
    }

    private void flags() {
        PruneFlags flags = core.design().flags();
        if (flags == PruneFlags.NONE) return;
        Cell cell = tile.design().cell();
        double volts = tile.design().readVolts();
        var sense = core.flagSense();
        ColumnSignal signal = new ColumnSignal(
                tile.columnSignal().columnFarads(),
                volts,
                volts / cell.onOhms(),
                tile.design().clockHertz());
        boolean column = flags == PruneFlags.BINARY_COLUMN;
        // A set flag is a cell that conducts; a synapse reset deeply is one that does not.
        double conducting = column
                ? did.flagReadsSet() * cell.maxSiemens() + (did.flagReads() - did.flagReadsSet()) * cell.minSiemens()
                : (did.flagReads() - did.flagReadsSet()) * cell.middleSiemens();
        double reading = conducting * volts * volts * sense.seconds(signal) + did.flagReads() * sense.joules(signal);
        WritePulse pulse = column ? tile.design().potentiation() : tile.design().depression();
        double writing = did.flagWrites()
                * pulse.volts()
                * pulse.volts()
                * (cell.middleSiemens() * pulse.seconds() + array.columnFarads());
        double cellArea = array.areaSquareMetres()
                / array.columns()
                * flags.columns()
                * core.tiling().outputs();
        add(
                "prune flags",
                tiles * (cellArea + sense.areaSquareMetres()),
                reading + writing,
                cellAccesses(did.flagReads()) * sense.seconds(signal) + did.flagWrites() * pulse.seconds());
    }

    private void neurons() {
        double clock = tile.design().clockHertz();
        if (core.neurons() == null) {
            var cost = tile.cost(IDLE);
            double groupReads = did.reads() * groups;
            add(
                    "neurons",
                    tiles * cost.areaSquareMetres(true),
                    groupReads * tiles * cost.readJoules(true),
                    groupReads * cost.readSeconds(true));
            return;
        }
        add(
                "neurons",
                core.neurons().areaSquareMetres(),
                did.reads() * core.neurons().stepJoules(),
                did.reads() * core.neurons().seconds(clock));
        if (core.winnerTakeAll() != null) {
            add(
                    "winner-take-all",
                    core.winnerTakeAll().areaSquareMetres(),
                    did.outputSpikes() * core.winnerTakeAll().joules(),
                    did.outputSpikes() * core.winnerTakeAll().seconds(clock));
        }
    }

    private void leakage() {
        double seconds = entries.stream().mapToDouble(Entry::seconds).sum();
        add("leakage", 0, leakageWatts() * seconds, 0);
    }

    private double leakageWatts() {
        double watts = tile.rowMatrix().leakageWatts()
                + tile.columnMatrix().leakageWatts()
                + tile.mux().decoder().leakageWatts()
                + core.readOut().leakageWatts();
        if (tile.hasTransistors())
            watts += tile.decoder().leakageWatts() + tile.follower().leakageWatts();
        if (core.subtracts()) watts += tile.subtractors().leakageWatts();
        if (core.flagSense() != null) watts += core.flagSense().leakageWatts();
        double all = watts * tiles;
        if (core.partialSums() != null) all += core.partialSums().leakageWatts();
        if (core.winnerTakeAll() != null) all += core.winnerTakeAll().leakageWatts();
        return all + neuronWatts();
    }

    private double neuronWatts() {
        if (core.neurons() != null) return core.neurons().leakageWatts();
        return tile.cost(IDLE).leakageWatts(true) * tiles;
    }

    private void add(String name, double areaSquareMetres, double joules, double seconds) {
        entries.add(new Entry(name, areaSquareMetres, joules, seconds));
    }
}
