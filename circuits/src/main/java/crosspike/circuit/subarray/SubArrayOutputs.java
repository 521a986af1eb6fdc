package crosspike.circuit.subarray;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Writes what an array costs as JSON, every key with its unit. */
final class SubArrayOutputs {
    private static final Set<Part> UNTIMED_IN_READ =
            Set.of(Part.ARRAY, Part.SOURCE_LINE_MATRIX, Part.COLUMN_MUX, Part.COLUMN_MUX_DECODER);
    private static final Set<Part> WRITERS = Set.of(
            Part.WORD_LINE_DECODER,
            Part.WORD_LINE_FOLLOWER,
            Part.WORD_LINE_MATRIX,
            Part.SOURCE_LINE_MATRIX,
            Part.BIT_LINE_MATRIX);

    private final SubArray array;
    private final SubArrayCost cost;
    private final SubArrayCost core;
    private final SubArrayCost neurons;
    private final Workload workload;

    private SubArrayOutputs(SubArray array, Workload workload) {
        this.array = array;
        this.cost = array.cost(workload);
        this.core = cost.core();
        this.neurons = cost.neurons();
        this.workload = workload;
    }

    static ObjectNode of(SubArray array, Workload workload) {
        return new SubArrayOutputs(array, workload).groups();
    }

    private ObjectNode groups() {
        ObjectNode groups = JsonNodeFactory.instance.objectNode();
        derived(groups.putObject("derived"));
        area(groups.putObject("area"));
        leakage(groups.putObject("leakage"));
        readLatency(groups.putObject("readLatency"));
        readEnergy(groups.putObject("readDynamicEnergy"));
        writeLatency(groups.putObject("writeLatency_wholeArray"));
        writeEnergy(groups.putObject("writeDynamicEnergy_oneRow"));
        array(groups.putObject("array"));
        return groups;
    }

    private void derived(ObjectNode out) {
        CellArray cells = array.array();
        Cell cell = array.design().cell();
        out.put("vdd_V", array.technology().supplyVolts());
        out.put("numColMuxed_effective", array.design().columnsPerReadCircuit());
        out.put("array_height_m", cells.heightMetres());
        out.put("array_width_m", cells.widthMetres());
        out.put("lengthRow_m", cells.widthMetres());
        out.put("lengthCol_m", cells.heightMetres());
        out.put("capRow1_F", cells.rowFarads());
        out.put("capRow2_F", cells.wordLineFarads());
        out.put("capCol_F", cells.columnFarads());
        out.put("resRow_ohm", cells.rowOhms());
        out.put("resCol_ohm", cells.columnOhms());
        out.put("unitWireRes_ohm_per_m", cells.wireOhmsPerMetre());
        out.put("wireResistanceRow_ohm_per_cell", cells.rowOhmsPerCell());
        out.put("wireResistanceCol_ohm_per_cell", cells.columnOhmsPerCell());
        if (array.hasTransistors()) out.put("widthAccess_F", cells.accessFeatures());
        out.put("resMemCellOn_ohm", cell.onOhms());
        out.put("resMemCellOff_ohm", cell.offOhms());
        out.put("resMemCellAvg_ohm", cell.meanOhms());
        out.put("readCircuit_maxNumIntPerCycle", 1L << array.readCircuits().bits());
        out.put("readCircuit_capTgDrain_F", array.readCircuits().passDrainFarads());
        out.put("readCircuit_capPmosGate_F", array.readCircuits().pmosGateFarads());
        out.put("subtractor_numReadCellPerOperationNeuro", array.design().readCircuits());
        out.put("mux_capTgDrain_F", array.mux().drainFarads());
        out.put("effectiveWriteVoltage_V", array.design().lumpedWriteVolts());
    }

    private void area(ObjectNode out) {
        for (PartCost part : core.parts()) {
            out.put(part.part().label() + "_m2", part.areaSquareMetres());
        }
        out.put("synapticCore_used_m2", core.areaSquareMetres());
        out.put("synapticCore_bounding_m2", array.coreHeightMetres() * array.coreWidthMetres());
        out.put("synapticCore_height_m", array.coreHeightMetres());
        out.put("synapticCore_width_m", array.coreWidthMetres());
        for (PartCost part : neurons.parts()) {
            out.put(part.part().label() + "_m2", part.areaSquareMetres());
        }
        out.put("neuron_total_m2", neurons.areaSquareMetres());
        out.put("total_m2", core.areaSquareMetres() + neurons.areaSquareMetres());
    }

    private void leakage(ObjectNode out) {
        for (PartCost part : cost.parts()) {
            if (part.part() != Part.ARRAY) out.put(part.part().label() + "_W", part.leakageWatts());
        }
        out.put("synapticCore_W", core.leakageWatts());
        out.put("neuron_total_W", neurons.leakageWatts());
        out.put("total_W", core.leakageWatts() + neurons.leakageWatts());
    }

    private void readLatency(ObjectNode out) {
        for (PartCost part : cost.parts()) {
            if (UNTIMED_IN_READ.contains(part.part()) || isCrosspointBitLine(part)) continue;
            boolean never = part.part() == Part.WORD_LINE_DECODER || part.part() == Part.NEURON_MUX_DECODER;
            out.put(part.part().label() + (never ? "_s_notInTotal" : "_s"), part.readSeconds());
        }
        out.put("readPulseWidth_s", array.readPulseSeconds());
        out.put("colDelay_s", array.columnDelaySeconds());
        out.put("synapticCore_total_s", core.readSeconds());
        out.put("neuron_total_s", neurons.readSeconds());
        out.put("total_s", core.readSeconds() + neurons.readSeconds());
    }

    private void readEnergy(ObjectNode out) {
        for (PartCost part : cost.parts()) {
            boolean idle = part.part() == Part.ARRAY || part.part() == Part.SOURCE_LINE_MATRIX;
            if (!idle && !isCrosspointBitLine(part)) out.put(part.part().label() + "_J", part.readJoules());
        }
        out.put("synapticCore_total_J", core.readJoules());
        out.put("neuron_total_J", neurons.readJoules());
        out.put("total_J", core.readJoules() + neurons.readJoules());
    }

    private void writeLatency(ObjectNode out) {
        for (PartCost part : cost.parts()) {
            boolean along = part.part() != Part.SOURCE_LINE_MATRIX && !isCrosspointBitLine(part);
            if (along && WRITERS.contains(part.part())) out.put(part.part().label() + "_s", part.writeSeconds());
        }
        out.put("total_s", cost.writeSeconds());
    }

    private void writeEnergy(ObjectNode out) {
        for (PartCost part : cost.parts()) {
            if (WRITERS.contains(part.part())) out.put(part.part().label() + "_J", part.writeJoules());
        }
        out.put("total_J", cost.writeJoules());
    }

    /** Bit lines of a crosspoint array end in the columns, which are only sensed in a read. */
    private boolean isCrosspointBitLine(PartCost part) {
        return part.part() == Part.BIT_LINE_MATRIX && !array.hasTransistors();
    }

    private void array(ObjectNode out) {
        CellArray cells = array.array();
        SubArrayDesign design = array.design();
        Cell cell = design.cell();
        ArrayElectrics electrics = array.electrics();
        out.put("wireCapRow_F", cells.rowFarads());
        out.put("wireCapCol_F", cells.columnFarads());
        out.put("wireGateCapRow_F", cells.wordLineFarads());
        double largest = electrics.cellAmperes(cell.maxSiemens());
        double smallest = electrics.cellAmperes(cell.minSiemens());
        out.put("maxCellReadCurrent_A", largest);
        out.put("minCellReadCurrent_A", smallest);
        out.put("mediumCellReadCurrent_A", (largest + smallest) / 2);
        ObjectNode currents = out.putObject("cellReadCurrent_A");
        int lastRow = design.rows() - 1;
        int lastColumn = design.columns() - 1;
        corner(currents, "col0_row0", electrics, 0, 0);
        corner(currents, "colLast_row0", electrics, lastColumn, 0);
        corner(currents, "col0_rowLast", electrics, 0, lastRow);
        corner(currents, "colLast_rowLast", electrics, lastColumn, lastRow);
        int active = (int) Math.floor(design.rows() * workload.activeRows() + 1e-9);
        double amperes = electrics.columnAmperes(0, active, cell.middleSiemens());
        out.put("numActiveRows", active);
        out.put("columnCurrent_col0_uniform_gmid_A", amperes);
        out.put(
                "columnCurrent_colLast_uniform_gmid_A",
                electrics.columnAmperes(lastColumn, active, cell.middleSiemens()));
        out.put("arrayReadEnergy_col0_J", electrics.columnReadJoules(active, amperes));
        out.put("arrayReadPulseWidthUsed_s", electrics.conductingSeconds());
        int pulses = workload.cellPulses();
        cellWrite(
                out.putObject("cellWrite_LTP"),
                electrics,
                2.0 * pulses / design.potentiation().levels());
        cellWrite(
                out.putObject("cellWrite_LTD"),
                electrics,
                -2.0 * pulses / design.depression().levels());
        cellWrite(out.putObject("cellWrite_none"), electrics, 0);
        out.put("numBatchWriteSynapse", design.cellsPerBatch());
        out.put("batchWireCapEnergy_J", electrics.batchWireJoules());
    }

    private void corner(ObjectNode out, String name, ArrayElectrics electrics, int column, int row) {
        Cell cell = array.design().cell();
        out.put(name + "_gmin", electrics.cellAmperes(column, row, cell.minSiemens()));
        out.put(name + "_gmid", electrics.cellAmperes(column, row, cell.middleSiemens()));
        out.put(name + "_gmax", electrics.cellAmperes(column, row, cell.maxSiemens()));
    }

    private void cellWrite(ObjectNode out, ArrayElectrics electrics, double deltaWeight) {
        SubArrayDesign design = array.design();
        double before = design.cell().middleSiemens();
        int pulses = electrics.pulses(deltaWeight);
        double after = pulses == 0 ? before : electrics.curve(pulses > 0).after(before, pulses);
        double up = workload.cellPulses() * design.potentiation().seconds();
        double down = workload.cellPulses() * design.depression().seconds();
        out.put("deltaWeight", deltaWeight);
        out.put("numPulse", pulses);
        out.put("conductanceBefore_S", before);
        out.put("conductanceAfter_S", after);
        out.put("batchLatencyLTP_s", up);
        out.put("batchLatencyLTD_s", down);
        out.put("writeEnergy_J", electrics.cellWriteJoules(pulses, before, after, up, down));
    }
}
