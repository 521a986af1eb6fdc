package crosspike.experiment;

import crosspike.circuit.CoreDesign;
import crosspike.circuit.NeuronKind;
import crosspike.circuit.PruneFlags;
import crosspike.circuit.WeightCells;
import crosspike.circuit.subarray.Cell;
import crosspike.circuit.subarray.CellAccess;
import crosspike.circuit.subarray.SubArrayDesign;
import crosspike.circuit.subarray.WritePulse;
import crosspike.circuit.technology.Technology;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.crossbar.Line;
import crosspike.crossbar.Mapping;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.experiment.config.CircuitConfig;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.InferenceConfig;

/** The synaptic core that a config describes. */
final class ConfiguredCore {
    private static final double METRES_PER_NANOMETRE = 1e-9;
    /** Keeps the widest transistor within its cell after rounding. */
    private static final double ROUNDING = 1e-12;

    private ConfiguredCore() {}

    /**
     * Inputs, cells and periphery of the only layer.
     *
     * @param config network and device
     * @param circuit what is around the cells, instead of the circuit of {@code config}
     */
    static CoreDesign design(
            ExperimentConfig config, CircuitConfig circuit, int inputs, PruneFlags flags, TechnologyLibrary library) {
        DeviceSheet sheet = config.device().sheet();
        double node = nanometres(circuit.nodeMetres());
        InferenceConfig.Resistors resistors = config.inference().resistors();
        Cell cell = resistors == null ? programmable(sheet, circuit, library) : fixed(resistors);
        Mapping mapping = config.synapse().layout();
        WeightCells weightCells = new WeightCells(mapping.columnsPerNeuron(), mapping.isPair(), mapping.bitsPerCell());
        SubArrayDesign tile = new SubArrayDesign(
                node,
                circuit.flavour(),
                circuit.temperatureKelvin(),
                circuit.largestRows(),
                circuit.largestColumns(),
                cell,
                circuit.wireMetres() == null ? library.wires().usualWidth(node) : nanometres(circuit.wireMetres()),
                false,
                false,
                false,
                muxed(config, circuit, weightCells, flags),
                1,
                1,
                circuit.readBits(),
                circuit.clockHertz(),
                sheet.read().voltageVolts(),
                pulse(sheet.potentiation()),
                pulse(sheet.depression()));
        return new CoreDesign(
                inputs,
                config.network().outputs(),
                tile,
                weightCells,
                mapping.kind() == Mapping.Kind.REFERENCE_COLUMN,
                flags,
                circuit.readOut(),
                NeuronKind.LIF_WINNER_TAKE_ALL,
                circuit.neuronBits(),
                Line.COLUMN,
                resistors == null);
    }

    /** @throws KeyError if the library has no such node, or no such wires */
    static void requireTechnology(CircuitConfig circuit, TechnologyLibrary library) {
        library.node(nanometres(circuit.nodeMetres()), circuit.flavour());
        if (circuit.wireMetres() != null) library.wires().wire(nanometres(circuit.wireMetres()));
    }

    private static Cell programmable(DeviceSheet sheet, CircuitConfig circuit, TechnologyLibrary library) {
        return new Cell(
                circuit.access(),
                footprint(circuit, sheet).width(),
                footprint(circuit, sheet).height(),
                sheet.conductance().maxSiemens(),
                sheet.conductance().minSiemens(),
                circuit.accessOhms() == null ? accessOhms(circuit, sheet, library) : circuit.accessOhms(),
                circuit.accessGateVolts(),
                circuit.access() == CellAccess.FEFET ? circuit.ferroelectricFarads() : 0,
                1);
    }

    private static DeviceSheet.Cell footprint(CircuitConfig circuit, DeviceSheet sheet) {
        return circuit.cell() == null ? sheet.cell() : circuit.cell();
    }

    private static Cell fixed(InferenceConfig.Resistors resistors) {
        return new Cell(
                CellAccess.CROSSPOINT,
                resistors.widthFeatures(),
                resistors.heightFeatures(),
                1 / resistors.ohms(),
                0,
                0,
                0,
                0,
                1);
    }

    /**
     * Columns of a multiplexer. Flags have sense amplifiers and take neither read-outs nor time from the weights, so flags
     * make the multiplexer wider; it is never wider than a tile.
     */
    private static int muxed(
            ExperimentConfig config, CircuitConfig circuit, WeightCells weightCells, PruneFlags flags) {
        int columnsPerOutput = weightCells.columns() + flags.columns();
        int outputs = config.network().outputs();
        int tilesAcross = ceil(outputs, Math.max(1, circuit.largestColumns() / columnsPerOutput));
        int tileColumns = ceil(outputs, tilesAcross) * columnsPerOutput;
        return Math.min(ceil(circuit.columnsPerReadOut() * columnsPerOutput, weightCells.columns()), tileColumns);
    }

    private static int ceil(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** A tenth of the cell's lowest resistance, or what the widest transistor has that fits the cell. */
    private static double accessOhms(CircuitConfig circuit, DeviceSheet sheet, TechnologyLibrary library) {
        Technology technology = library.node(nanometres(circuit.nodeMetres()), circuit.flavour())
                .at(circuit.temperatureKelvin());
        double widest = technology.nmosOhms(
                technology.features(footprint(circuit, sheet).width()));
        return Math.max(0.1 / sheet.conductance().maxSiemens(), widest * (1 + ROUNDING));
    }

    private static WritePulse pulse(PulseTrain train) {
        return new WritePulse(
                Math.abs(train.voltageVolts()), train.widthSeconds(), train.pulses(), train.nonlinearity());
    }

    /** Node and wire files name widths in whole nanometres or tenths; a product of doubles seldom is one. */
    private static double nanometres(double metres) {
        return Math.rint(metres / METRES_PER_NANOMETRE * 1e6) / 1e6;
    }
}
