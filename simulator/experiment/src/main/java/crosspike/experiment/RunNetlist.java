package crosspike.experiment;

import crosspike.circuit.subarray.CellAccess;
import crosspike.circuit.subarray.CellArray;
import crosspike.circuit.subarray.SubArray;
import crosspike.crossbar.Mapping;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.UserError;
import crosspike.spice.LineNumbers;
import crosspike.spice.export.ArrayExport;
import crosspike.spice.export.CellModel;
import crosspike.spice.export.CellModel.Access;
import crosspike.spice.export.Excerpt;
import crosspike.spice.export.Lif;
import crosspike.spice.export.LineModel;
import crosspike.spice.export.PulseShape;
import crosspike.spice.export.Selection;
import crosspike.spice.export.Stimulus;
import crosspike.spice.export.Templates;
import java.util.Arrays;
import java.util.Optional;

/** The netlist of a part of a finished run's array, with the wires, transistors and pulses that its config describes. */
public final class RunNetlist {
    private final NetlistWish wish;
    private final ExperimentConfig config;
    private final ArrayLayout array;
    private final DeviceSheet device;

    private RunNetlist(NetlistWish wish, ExperimentConfig config, ArrayLayout array) {
        this.wish = wish;
        this.config = config;
        this.array = array;
        this.device = config.device().sheet();
    }

    /**
     * What is to be written.
     *
     * @throws UserError if the wish contradicts itself, or the run
     */
    public static ArrayExport of(RunDirectory run, NetlistWish wish) {
        RunNetlist netlist = new RunNetlist(wish, ConfigFile.of(run).config(), run.array());
        Selection selection = netlist.selection();
        Excerpt excerpt = Excerpt.of(netlist.config.name(), run.conductance(), selection.rows(), selection.columns());
        CellModel cells = netlist.cells();
        Stimulus stimulus = netlist.stimulus(selection, cells.access());
        Excerpt complete = netlist.pairsAndFlags(excerpt, run);
        ArrayExport export = new ArrayExport(
                complete,
                netlist.lines(),
                cells,
                stimulus.columns(complete.bitLines().size()),
                Optional.empty(),
                wish.templates() == null ? Templates.installed() : new Templates(wish.templates()));
        return wish.hasNeurons() ? export.withNeurons(netlist.neuron(export)) : export;
    }

    private Selection selection() {
        if (wish.tile() != null) return Selection.tile(wish.tile(), array.rows(), array.columns());
        if (wish.columns() != null) return Selection.columns(wish.columns(), array.rows(), array.columns());
        return Selection.all(array.rows(), array.columns());
    }

    private Excerpt pairsAndFlags(Excerpt excerpt, RunDirectory run) {
        Mapping mapping = config.synapse().layout();
        Excerpt paired = mapping.isPair() ? excerpt.withPairs() : excerpt;
        if (!wish.hasFlags()) return paired;
        if (wish.program() != null) {
            throw new UserError("--flags is for reads; leave it out, or --program");
        }
        return paired.withFlags(run.pruned(), mapping.columnsPerNeuron(), array.maxSiemens(), array.minSiemens());
    }

    private LineModel lines() {
        LineModel own = wish.isIdeal() || isGiven() ? LineModel.IDEAL : ofTechnology();
        return new LineModel(
                or(wish.segmentOhms(), own.wordOhms()),
                or(wish.segmentOhms(), own.bitOhms()),
                or(wish.segmentFarads(), own.wordFarads()),
                or(wish.segmentFarads(), own.bitFarads()),
                or(wish.driverOhms(), 0),
                or(wish.senseOhms(), 0));
    }

    /** Whether the wires need nothing of the config. */
    private boolean isGiven() {
        return wish.segmentOhms() != null && wish.segmentFarads() != null;
    }

    private LineModel ofTechnology() {
        CellArray cells = tile().array();
        return new LineModel(
                cells.rowOhmsPerCell(),
                cells.columnOhmsPerCell(),
                cells.rowFarads() / cells.columns(),
                cells.columnFarads() / cells.rows(),
                0,
                0);
    }

    private SubArray tile() {
        return CorePricing.core(config, array.rows()).tile();
    }

    private CellModel cells() {
        Access access = wish.access() != null
                ? wish.access()
                : !wish.isIdeal() && config.circuit().access() == CellAccess.ONE_TRANSISTOR
                        ? Access.SWITCH
                        : Access.NONE;
        return new CellModel(
                access,
                access == Access.NONE ? 0 : accessOhms(),
                config.circuit().accessGateVolts(),
                sinhPerVolt(),
                array.readVolts());
    }

    /** Of the transistor that the config prices; of a tenth of the lowest resistance if it prices none. */
    private double accessOhms() {
        double priced = tile().design().cell().seriesOhms();
        return priced > 0 ? priced : 0.1 / array.maxSiemens();
    }

    private double sinhPerVolt() {
        if (wish.sinhPerVolt() == null) return 0;
        if (!wish.sinhPerVolt().isNaN()) return wish.sinhPerVolt();
        double ratio = device.ivNonlinearity()
                .orElseThrow(() -> new UserError("device " + device.name()
                        + " has no iv_nonlinearity; expected a steepness in 1/V, such as --sinh 3"));
        // sinh(b·V) / sinh(b·V/2) = 2·cosh(b·V/2) is the ratio
        double half = Math.max(1, ratio / 2);
        return 2
                * Math.log(half + Math.sqrt(half * half - 1))
                / Math.abs(device.potentiation().voltageVolts());
    }

    private Stimulus stimulus(Selection selection, Access access) {
        int rows = selection.rows().length;
        int columns = selection.columns().length;
        if (wish.program() != null) {
            int[] cell = selection.cell(wish.program());
            PulseTrain train = wish.lowers() ? device.depression() : device.potentiation();
            double volts = Math.abs(train.voltageVolts()) * (wish.lowers() ? -1 : 1);
            PulseShape pulse = PulseShape.ofWidth(train.widthSeconds()).times(wish.pulses());
            return access == Access.NONE
                    ? Stimulus.writeHalfSelected(rows, columns, cell[0], cell[1], volts, pulse)
                    : Stimulus.writeGated(rows, columns, cell[0], cell[1], volts, pulse);
        }
        double[] volts = new double[rows];
        if (wish.rows() == null) {
            Arrays.fill(volts, array.readVolts());
        } else {
            int[] read = LineNumbers.parse("row", wish.rows(), array.rows());
            for (int i = 0; i < rows; i++) {
                boolean isRead = Arrays.binarySearch(read, selection.rows()[i]) >= 0;
                volts[i] = isRead ? array.readVolts() : 0;
            }
            if (Arrays.stream(volts).allMatch(v -> v == 0)) {
                throw new UserError("--rows \"" + wish.rows()
                        + "\" has no row of this part of the array; expected some of its rows, "
                        + selection.rows()[0] + " to " + selection.rows()[rows - 1]);
            }
        }
        Stimulus read = Stimulus.read(volts, columns);
        if (!wish.isPulsed()) return read;
        return read.pulsed(PulseShape.ofWidth(device.read().widthSeconds()).times(wish.pulses()));
    }

    private Lif neuron(ArrayExport export) {
        if (config.synapse().mapping() == Mapping.Kind.SLICED) {
            throw new UserError(
                    "--lif is for neurons that the current of a column feeds, but columns of sliced weights are"
                            + " read one by one, shifted and added; leave it out");
        }
        PulseShape pulse = export.stimulus()
                .pulse()
                .orElseThrow(() -> new UserError("a neuron needs time to fire; add --transient"));
        Lif suiting = Lif.suiting(export.strongestNeuronAmps(), pulse.widthSeconds());
        if (wish.membraneFarads() == null) return suiting;
        double leakOhms = suiting.leakOhms() * suiting.farads() / wish.membraneFarads();
        return new Lif(wish.membraneFarads(), leakOhms, suiting.thresholdVolts());
    }

    private static double or(Double own, double otherwise) {
        return own != null ? own : otherwise;
    }
}
