package crosspike.experiment;

import crosspike.circuit.subarray.CellAccess;
import crosspike.circuit.subarray.CellArray;
import crosspike.crossbar.Ages;
import crosspike.crossbar.CellOptions;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeepReset;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Disconnects;
import crosspike.crossbar.Selection;
import crosspike.crossbar.Session;
import crosspike.device.nonideality.PcmProgrammingNoise;
import crosspike.device.nonideality.ProgrammingNoise;
import crosspike.device.nonideality.RramProgrammingNoise;
import crosspike.experiment.config.CellLayers;
import crosspike.experiment.config.CrossbarConfig.Backend;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.InferenceConfig;
import crosspike.experiment.config.ReadCheckConfig;
import crosspike.experiment.config.WiresConfig;
import crosspike.instrument.InstrumentCrossbar;
import crosspike.random.Streams;
import crosspike.spice.ArrayReader;
import crosspike.spice.ArrayWires;
import crosspike.spice.CheckedCrossbar;
import crosspike.spice.Ngspice;
import crosspike.spice.NgspiceCrossbar;
import crosspike.spice.NgspiceReader;
import crosspike.spice.ReadChecks;
import crosspike.spice.SolverReader;
import crosspike.wire.WireCrossbar;
import crosspike.wire.Wires;
import java.util.Optional;

/** The crossbar that a config describes; a backend is added by a case. */
final class ConfiguredCrossbar {
    private ConfiguredCrossbar() {}

    /**
     * The array of the only layer, all cells at the lowest conductance.
     *
     * @param config resolved
     * @param rows word lines
     * @param threads threads a backend may use; results do not depend on it
     */
    static Crossbar of(ExperimentConfig config, int rows, int threads) {
        return of(config, rows, threads, Hardware.REFUSED);
    }

    /** The same, which may be real hardware if that is allowed. */
    static Crossbar of(ExperimentConfig config, int rows, int threads, Hardware hardware) {
        DeviceCrossbar cells = cells(config, rows);
        return switch (config.crossbar().backend()) {
            case DEVICE -> checked(config, cells);
            case WIRE -> checked(config, throughWires(config, cells, threads));
            case NGSPICE ->
                checked(
                        config,
                        new NgspiceCrossbar(cells, Ngspice.find(), arrayWires(config, cells.rows(), cells.columns())));
            case INSTRUMENT -> ConfiguredInstrument.of(config, cells, hardware);
        };
    }

    /** The crossbar, behind a check of some of its reads if the config wants that. */
    private static <C extends Crossbar & Ages & DeepReset & Disconnects> Crossbar checked(
            ExperimentConfig config, C crossbar) {
        ReadCheckConfig check = config.crossbar().check();
        if (check.every() == 0) {
            return crossbar;
        }
        ArrayWires wires = arrayWires(config, crossbar.rows(), crossbar.columns());
        ArrayReader reader = check.by() == ReadCheckConfig.By.NGSPICE
                ? new NgspiceReader(Ngspice.find(), wires)
                : new SolverReader(wires);
        return new CheckedCrossbar<>(crossbar, reader, check.every(), check.tolerance(), check.stop());
    }

    /** What lies around the cells as the backend sees it: nothing for cells on ideal wires. */
    static ArrayWires arrayWires(ExperimentConfig config, int rows, int columns) {
        return config.crossbar().backend().hasWires()
                ? new ArrayWires(
                        wires(config, rows, columns), config.crossbar().wires().unselected())
                : ArrayWires.ideal(rows, columns);
    }

    /** Reads that were repeated and compared, if the config of the crossbar wants that. */
    static Optional<ReadChecks> readChecks(Crossbar crossbar) {
        return crossbar instanceof CheckedCrossbar<?> checked ? Optional.of(checked.checks()) : Optional.empty();
    }

    /** Programs trained weights once more, if the config wants that; draws from stream 0. */
    static void transfer(ExperimentConfig config, Crossbar crossbar, Streams random) {
        if (transfers(config)) ((Ages) crossbar).transfer(new Session(random.stream(0)));
    }

    /** Lets the time pass that the config puts between training and test; draws from stream 0. */
    static void age(ExperimentConfig config, Crossbar crossbar, Streams random) {
        InferenceConfig inference = config.inference();
        if (inference.afterSeconds() > 0) {
            ((Ages) crossbar)
                    .age(inference.afterSeconds(), inference.temperatureKelvin(), new Session(random.stream(0)));
        }
    }

    private static boolean transfers(ExperimentConfig config) {
        if (config.crossbar().backend() == Backend.INSTRUMENT) {
            return false;
        }
        boolean disturbed = CellLayers.of(config).layers().stream()
                .anyMatch(layer -> layer instanceof ProgrammingNoise
                        || layer instanceof PcmProgrammingNoise
                        || layer instanceof RramProgrammingNoise);
        Boolean wanted = config.inference().transfer();
        return wanted != null ? wanted : disturbed;
    }

    /** Ends the processes that a crossbar of this class keeps. */
    static void close(Crossbar crossbar) {
        if (crossbar instanceof CheckedCrossbar<?> checked) {
            checked.close();
        } else if (crossbar instanceof NgspiceCrossbar simulated) {
            simulated.close();
        } else if (crossbar instanceof InstrumentCrossbar measured) {
            measured.close();
        }
    }

    private static DeviceCrossbar cells(ExperimentConfig config, int rows) {
        CellLayers cells = CellLayers.of(config);
        return new DeviceCrossbar(
                rows,
                config.synapse().layout().columns(config.network().outputs()),
                cells.response(),
                config.device().sheet().waveforms(),
                new CellOptions(
                        cells.layers(),
                        config.seed(),
                        config.programming().programming(),
                        config.circuit().access() == CellAccess.CROSSPOINT
                                ? Selection.CROSSPOINT
                                : Selection.TRANSISTOR));
    }

    private static WireCrossbar throughWires(ExperimentConfig config, DeviceCrossbar cells, int threads) {
        WiresConfig wires = config.crossbar().wires();
        return new WireCrossbar(
                cells, wires(config, cells.rows(), cells.columns()), wires.unselected(), wires.tolerance(), threads);
    }

    /** The lines of an array of a config. */
    static Wires wires(ExperimentConfig config, int rows, int columns) {
        WiresConfig wires = config.crossbar().wires();
        if (!wires.needsCircuit()) {
            return wires.wires(rows, columns, 0, 0);
        }
        CellArray priced = CorePricing.core(config, rows).tile().array();
        return wires.wires(rows, columns, priced.rowOhmsPerCell(), priced.columnOhmsPerCell());
    }
}
