package crosspike.experiment;

import crosspike.circuit.subarray.CellAccess;
import crosspike.circuit.subarray.CellArray;
import crosspike.crossbar.CellOptions;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Selection;
import crosspike.experiment.config.CellLayers;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.WiresConfig;
import crosspike.wire.WireCrossbar;
import crosspike.wire.Wires;

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
        DeviceCrossbar cells = cells(config, rows);
        return switch (config.crossbar().backend()) {
            case DEVICE -> cells;
            case WIRE -> throughWires(config, cells, threads);
        };
    }

    private static DeviceCrossbar cells(ExperimentConfig config, int rows) {
        CellLayers cells = CellLayers.of(config);
        return new DeviceCrossbar(
                rows,
                config.synapse().mapping().columns(config.network().outputs()),
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
