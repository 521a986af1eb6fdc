package crosspike.experiment;

import crosspike.circuit.CoreDesign;
import crosspike.circuit.CostReport;
import crosspike.circuit.NeuronKind;
import crosspike.circuit.PruneFlags;
import crosspike.circuit.SynapticCore;
import crosspike.circuit.WeightCells;
import crosspike.circuit.subarray.Cell;
import crosspike.circuit.subarray.CellAccess;
import crosspike.circuit.subarray.SubArrayDesign;
import crosspike.circuit.subarray.WritePulse;
import crosspike.circuit.technology.Technology;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.crossbar.Line;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.experiment.config.CircuitConfig;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.input.UserError;
import java.util.Map;

/** Prices the counts of a run with the synaptic core that its config describes. Needs no training. */
public final class CorePricing {
    private static final double METRES_PER_NANOMETRE = 1e-9;
    /** Keeps the widest transistor within its cell after rounding. */
    private static final double ROUNDING = 1e-12;

    private final SynapticCore core;
    private final Map<String, Activity> activity;
    private final Map<String, Energy> energy;

    private CorePricing(SynapticCore core, Phases<Activity> activity, Phases<Energy> energy) {
        this.core = core;
        this.activity = activity.byName();
        this.energy = energy.byName();
    }

    /**
     * The pricing of a finished run.
     *
     * @param config resolved config of the run, in which {@code circuit} may differ
     */
    public static CorePricing of(RunDirectory run, ExperimentConfig config) {
        RunResult result = run.result();
        return new CorePricing(core(config, run.array().rows()), result.activity(), result.cellEnergy());
    }

    /**
     * The circuit that a config describes.
     *
     * @param config resolved
     * @param inputs word lines of the layer
     * @throws UserError if there cannot be such a circuit
     */
    static SynapticCore core(ExperimentConfig config, int inputs) {
        TechnologyLibrary library = TechnologyLibrary.shipped();
        return SynapticCore.of(
                design(config, inputs, library),
                library,
                config.circuit().model().mode());
    }

    /** The price by component and phase. */
    public CostReport report() {
        return core.price(activity, energy);
    }

    /** How the price of one component in one phase comes about. */
    public String explain(String component, String phase) {
        if (!activity.containsKey(phase)) {
            throw new UserError(
                    "phase " + phase + " is unknown; expected one of " + String.join(", ", activity.keySet()));
        }
        return core.explain(component, activity.get(phase), energy.get(phase));
    }

    /** Power in W that the core leaks. */
    public double leakageWatts() {
        return core.leakageWatts();
    }

    /** Where a config keeps its prune flags. */
    private static PruneFlags flags(ExperimentConfig config) {
        return switch (config.pruneHardware()) {
            case NONE -> PruneFlags.NONE;
            case FLAG_DEVICE -> PruneFlags.BINARY_COLUMN;
            case DEEP_RESET -> PruneFlags.DEEP_RESET;
        };
    }

    private static CoreDesign design(ExperimentConfig config, int inputs, TechnologyLibrary library) {
        PruneFlags flags = flags(config);
        CircuitConfig circuit = config.circuit();
        DeviceSheet sheet = config.device().sheet();
        double node = nanometres(circuit.nodeMetres());
        WeightCells weightCells =
                config.synapse().mapping().columnsPerNeuron() == 2 ? WeightCells.PAIR : WeightCells.SINGLE;
        int columns = config.network().outputs() * (weightCells.columns() + flags.columns());
        Cell cell = new Cell(
                circuit.access(),
                sheet.cell().width(),
                sheet.cell().height(),
                sheet.conductance().maxSiemens(),
                sheet.conductance().minSiemens(),
                circuit.accessOhms() == null ? accessOhms(circuit, sheet, library) : circuit.accessOhms(),
                circuit.accessGateVolts(),
                circuit.access() == CellAccess.FEFET ? circuit.ferroelectricFarads() : 0,
                1);
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
                Math.min(circuit.columnsPerReadOut(), Math.min(columns, circuit.largestColumns())),
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
                false,
                flags,
                circuit.readOut(),
                NeuronKind.LIF_WINNER_TAKE_ALL,
                circuit.neuronBits(),
                Line.COLUMN);
    }

    /** A tenth of the cell's lowest resistance, or what the widest transistor has that fits the cell. */
    private static double accessOhms(CircuitConfig circuit, DeviceSheet sheet, TechnologyLibrary library) {
        Technology technology = library.node(nanometres(circuit.nodeMetres()), circuit.flavour())
                .at(circuit.temperatureKelvin());
        double widest = technology.nmosOhms(technology.features(sheet.cell().width()));
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
