package crosspike.experiment;

import static java.util.Map.entry;

import crosspike.circuit.CostReport;
import crosspike.circuit.PruneFlags;
import crosspike.circuit.SynapticCore;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.circuit.technology.TechnologyNode;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.experiment.config.CircuitConfig;
import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.input.KeyError;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prices the counts of a run with the synaptic core that its config describes. Needs no training. */
public final class CorePricing {
    /** Keys of the config that say what the circuit models name otherwise. */
    private static final Map<String, String> CONFIG_KEYS = Map.ofEntries(
            entry("minConductance_S", "conductance.min of the device"),
            entry("maxConductance_S", "conductance.max of the device"),
            entry("cellWidth_F", "cell.width_F (of circuit, else of the device)"),
            entry("cellHeight_F", "cell.height_F (of circuit, else of the device)"),
            entry("readVoltage_V", "read.voltage of the device"),
            entry("currentNonlinearity", "the nonlinearity of currents"),
            entry("accessResistance_ohm", "circuit.access_resistance"),
            entry("accessGateVoltage_V", "circuit.access_gate_voltage"),
            entry("gateCapacitance_F", "circuit.ferroelectric_capacitance"),
            entry("numColMuxed", "circuit.columns_per_read_out"),
            entry("readCircuitBits", "circuit.read_bits"),
            entry("clockFrequency_Hz", "circuit.clock"),
            entry("rows", "circuit.largest_rows"),
            entry("cols", "circuit.largest_columns"),
            entry("array wire width", "circuit.wire_width: array wire width"),
            entry("technology node", "circuit.node: technology node"));

    private final ExperimentConfig config;
    private final CircuitConfig circuit;
    private final int inputs;
    private final PruneFlags flags;
    private final Map<String, Activity> activity;
    private final Map<String, Energy> energy;
    private final int testImages;
    private final TechnologyLibrary library;

    private CorePricing(
            ExperimentConfig config,
            CircuitConfig circuit,
            int inputs,
            PruneFlags flags,
            Map<String, Activity> activity,
            Map<String, Energy> energy,
            int testImages,
            TechnologyLibrary library) {
        this.config = config;
        this.circuit = circuit;
        this.inputs = inputs;
        this.flags = flags;
        this.activity = priced(config, activity, Activity.NONE);
        this.energy = priced(config, energy, Energy.NONE);
        this.testImages = testImages;
        this.library = library;
    }

    /** Fixed resistors do not learn: whatever the training took was spent elsewhere. */
    static <T> Map<String, T> priced(ExperimentConfig config, Map<String, T> phases, T none) {
        if (config.inference().resistors() == null) return phases;
        Map<String, T> here = new LinkedHashMap<>(phases);
        here.put(Phases.TRAINING, none);
        return here;
    }

    /**
     * The pricing of a finished run.
     *
     * @param config resolved config of the run, in which {@code circuit} may differ
     */
    public static CorePricing of(RunDirectory run, ExperimentConfig config) {
        RunResult result = run.result();
        return new CorePricing(
                config,
                config.circuit(),
                run.array().rows(),
                flags(config),
                result.activity().byName(),
                result.cellEnergy().byName(),
                result.testImages(),
                TechnologyLibrary.shipped());
    }

    /**
     * The pricing of a training.
     *
     * @param config resolved config of the training, in which {@code circuit} may differ
     * @param library the nodes there are, read once for many pricings
     */
    public static CorePricing of(ExperimentConfig config, Trained trained, TechnologyLibrary library) {
        return new CorePricing(
                config,
                config.circuit(),
                trained.rows(),
                flags(config),
                trained.activity().byName(),
                trained.cellEnergy().byName(),
                trained.testImages(),
                library);
    }

    /** The pricing of a finished run with the circuit its config describes. */
    public static CorePricing of(RunDirectory run) {
        return of(run, ConfigFile.of(run).config());
    }

    /**
     * The circuit that a config describes.
     *
     * @param config resolved
     * @param inputs word lines of the layer
     * @throws UserError if there cannot be such a circuit
     */
    static SynapticCore core(ExperimentConfig config, int inputs) {
        return core(config, inputs, TechnologyLibrary.shipped());
    }

    private static SynapticCore core(ExperimentConfig config, int inputs, TechnologyLibrary library) {
        return core(config, config.circuit(), inputs, flags(config), library);
    }

    /**
     * Makes sure that the circuit of a config can be built.
     *
     * @param inputs word lines of the layer
     * @throws UserError if it cannot
     */
    public static void check(ExperimentConfig config, int inputs, TechnologyLibrary library) {
        core(config, inputs, library);
    }

    /**
     * Makes sure that there are the node and the wires a circuit is made of; whether it can be built is only known with its inputs.
     *
     * @throws UserError if there are none
     */
    public static void checkTechnology(CircuitConfig circuit, TechnologyLibrary library) {
        try {
            ConfiguredCore.requireTechnology(circuit, library);
        } catch (KeyError e) {
            throw named(e);
        }
    }

    private SynapticCore core() {
        return core(config, circuit, inputs, flags, library);
    }

    private static SynapticCore core(
            ExperimentConfig config, CircuitConfig circuit, int inputs, PruneFlags flags, TechnologyLibrary library) {
        try {
            return SynapticCore.of(
                    ConfiguredCore.design(config, circuit, inputs, flags, library),
                    library,
                    circuit.model().mode());
        } catch (KeyError e) {
            throw named(e);
        }
    }

    private static UserError named(KeyError e) {
        return CONFIG_KEYS.containsKey(e.key()) ? e.under(CONFIG_KEYS.get(e.key())) : e;
    }

    /**
     * The price by component and phase.
     *
     * @throws UserError if the core cannot be built; so do {@link #explain} and {@link #leakageWatts}
     */
    public CostReport report() {
        return core().price(activity, energy);
    }

    /** How the price of one component in one phase comes about. */
    public String explain(String component, String phase) {
        if (!activity.containsKey(phase)) {
            throw new UserError(
                    "phase " + phase + " is unknown; expected one of " + String.join(", ", activity.keySet()));
        }
        return core().explain(component, activity.get(phase), energy.get(phase));
    }

    /** Power in W that the core leaks. */
    public double leakageWatts() {
        return core().leakageWatts();
    }

    /** Energy, time and area in a few sums. */
    public RunTotals totals() {
        return RunTotals.of(report(), testImages);
    }

    /**
     * The same counts at every node of the library, largest first, in both flavours; only node and flavour change. A node at
     * which the core cannot be built says why.
     */
    public List<NodePrice> nodes() {
        return library.nodes().stream().map(this::at).toList();
    }

    private NodePrice at(TechnologyNode node) {
        double metres = metres(node.nanometres());
        String flavour = RecordWriter.name(node.flavour());
        try {
            CircuitConfig there = circuit.at(metres, node.flavour());
            return NodePrice.of(metres, flavour, with(there, flags));
        } catch (UserError e) {
            return NodePrice.impossible(metres, flavour, e.getMessage());
        }
    }

    /**
     * The same counts without prune flags, and with each kind of them. Without flags no flag is read or written, and the rest
     * of the counts stays: what is compared is hardware, not networks.
     *
     * @return one price for each kind, that without flags first; empty for a run without flag devices, which counted no use of
     *     flags: where cells are reset deeply, the read before an update tells
     */
    public List<FlagPrice> flagHardware() {
        if (flags != PruneFlags.BINARY_COLUMN) return List.of();
        RunTotals without = with(circuit, PruneFlags.NONE).totals();
        return Arrays.stream(PruneFlags.values())
                .map(kind -> flagged(kind, without))
                .toList();
    }

    private FlagPrice flagged(PruneFlags kind, RunTotals without) {
        String hardware = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        try {
            Activity training = kind == PruneFlags.NONE ? Activity.NONE : activity.get(Phases.TRAINING);
            RunTotals totals = with(circuit, kind).totals();
            return FlagPrice.of(hardware, training.flagReads(), training.flagWrites(), totals, without);
        } catch (UserError e) {
            return FlagPrice.impossible(hardware, e.getMessage());
        }
    }

    private CorePricing with(CircuitConfig other, PruneFlags kind) {
        return new CorePricing(config, other, inputs, kind, activity, energy, testImages, library);
    }

    /** The double that a config with this many nanometres gives. */
    private static double metres(double nanometres) {
        return BigDecimal.valueOf(nanometres).movePointLeft(9).doubleValue();
    }

    /** Where a config keeps its prune flags. */
    private static PruneFlags flags(ExperimentConfig config) {
        return switch (config.pruneHardware()) {
            case NONE -> PruneFlags.NONE;
            case FLAG_DEVICE -> PruneFlags.BINARY_COLUMN;
            case DEEP_RESET -> PruneFlags.DEEP_RESET;
        };
    }
}
