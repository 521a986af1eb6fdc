package crosspike.experiment.config;

import crosspike.circuit.ReadOutKind;
import crosspike.circuit.subarray.CellAccess;
import crosspike.circuit.subarray.Mode;
import crosspike.circuit.technology.Flavour;
import crosspike.device.library.DeviceSheet.Cell;
import crosspike.input.Dimension;
import crosspike.input.Document;
import crosspike.input.Key;
import crosspike.input.RecordReader;

/**
 * What prices the counts: the synaptic core around the cells. A finished run can be priced again with other values.
 *
 * @param nodeMetres technology node, the feature size F
 * @param flavour transistor recipe
 * @param temperatureKelvin temperature of the circuits
 * @param model whether NeuroSim's model is corrected or reproduced
 * @param access what stands between a cell and its lines
 * @param cell footprint of a cell; null: that of the device
 * @param largestRows most word lines of one array; a larger layer is tiled
 * @param largestColumns most bit lines of one array
 * @param wireMetres width of the array's wires; null: the width usual at the node
 * @param accessOhms resistance of the access transistor; null: a tenth of the cell's lowest resistance, or
 *     that of the widest transistor that fits the cell
 * @param accessGateVolts gate voltage of the open access transistor
 * @param ferroelectricFarads gate capacitance of a FeFET
 * @param columnsPerReadOut columns of weights that share a read-out
 * @param readOut circuits that read columns
 * @param readBits bits of a read-out
 * @param neuronBits bits of a neuron's potential
 * @param clockHertz clock of the digital parts
 */
public record CircuitConfig(
        @Key(
                doc = "Technology node, the feature size F.",
                dimension = Dimension.LENGTH,
                name = "node",
                min = 1e-9,
                max = 1e-6,
                defaultValue = "32 nm")
        double nodeMetres,

        @Key(doc = "Transistor recipe: hp, high performance, or lstp, low standby power.", defaultValue = "hp")
        Flavour flavour,

        @Key(
                doc = "Temperature of the circuits.",
                dimension = Dimension.TEMPERATURE,
                min = 300,
                max = 400,
                defaultValue = "300 K")
        double temperatureKelvin,

        @Key(
                doc =
                        "corrected: our choices; neurosim: NeuroSim V3.0, quirks included. docs/circuit-model.md, section 9.",
                defaultValue = "corrected")
        Model model,

        @Key(
                doc = "What stands between a cell and its lines: one-transistor (1T1R), crosspoint (nothing) or fefet.",
                defaultValue = "one-transistor")
        CellAccess access,

        @Key(
                doc =
                        "Footprint of a cell; absent: that of the device, whatever the access is. A crosspoint takes 2 F x 2 F.",
                optional = true)
        Cell cell,

        @Key(
                doc = "Most word lines of one array; a larger layer is tiled.",
                min = 1,
                max = 1_048_576,
                defaultValue = "512")
        int largestRows,

        @Key(
                doc = "Most bit lines of one array; a larger layer is tiled.",
                min = 1,
                max = 1_048_576,
                defaultValue = "1024")
        int largestColumns,

        @Key(
                doc = "Width of the array's wires; absent: the width usual at the node.",
                dimension = Dimension.LENGTH,
                name = "wire_width",
                optional = true,
                min = 1e-9,
                max = 1e-6)
        Double wireMetres,

        @Key(
                doc =
                        "Resistance of the access transistor; absent: a tenth of the cell's lowest resistance, or more if the cell is too narrow for that.",
                dimension = Dimension.RESISTANCE,
                name = "access_resistance",
                optional = true,
                min = 1,
                max = 1e9)
        Double accessOhms,

        @Key(
                doc = "Gate voltage of the open access transistor.",
                dimension = Dimension.VOLTAGE,
                name = "access_gate_voltage",
                min = 0,
                max = 20,
                defaultValue = "1.1 V")
        double accessGateVolts,

        @Key(
                doc = "Gate capacitance of a FeFET cell.",
                dimension = Dimension.CAPACITANCE,
                name = "ferroelectric_capacitance",
                min = 0,
                max = 1e-10,
                defaultValue = "2.1717 aF")
        double ferroelectricFarads,

        @Key(
                doc = "Columns of weights that share a read-out; never more than the array has.",
                min = 1,
                max = 65_536,
                defaultValue = "8")
        int columnsPerReadOut,

        @Key(doc = "Circuits that read columns.", defaultValue = "integrate-and-fire")
        ReadOutKind readOut,

        @Key(doc = "Bits of a read-out.", min = 1, max = 30, defaultValue = "8")
        int readBits,

        @Key(doc = "Bits of a neuron's potential.", min = 2, max = 64, defaultValue = "16")
        int neuronBits,

        @Key(
                doc = "Clock of the digital parts.",
                dimension = Dimension.FREQUENCY,
                name = "clock",
                min = 1e3,
                max = 1e11,
                defaultValue = "1 GHz")
        double clockHertz) {

    /** This circuit at another node; a wire width or access resistance that was given stays. */
    public CircuitConfig at(double otherNodeMetres, Flavour otherFlavour) {
        return new CircuitConfig(
                otherNodeMetres,
                otherFlavour,
                temperatureKelvin,
                model,
                access,
                cell,
                largestRows,
                largestColumns,
                wireMetres,
                accessOhms,
                accessGateVolts,
                ferroelectricFarads,
                columnsPerReadOut,
                readOut,
                readBits,
                neuronBits,
                clockHertz);
    }

    /**
     * What of this circuit a training on ideal wires sees; everything else is at its default. Circuits that are equal in this are
     * trained alike: only the selection of cells for writing, by transistors or by nothing, reaches the cells.
     */
    CircuitConfig forTraining() {
        return access == CellAccess.CROSSPOINT ? ForTraining.CROSSPOINT : ForTraining.TRANSISTOR;
    }

    private static final class ForTraining {
        static final CircuitConfig CROSSPOINT = withAccess("crosspoint");
        static final CircuitConfig TRANSISTOR = withAccess("one-transistor");

        private static CircuitConfig withAccess(String name) {
            return RecordReader.read(Document.parse("access: " + name, "circuit"), CircuitConfig.class);
        }
    }

    /** Circuit models by name. */
    public enum Model {
        CORRECTED,
        NEUROSIM;

        /** The corrections it makes. */
        public Mode mode() {
            return this == NEUROSIM ? Mode.NEUROSIM_COMPATIBLE : Mode.DEFAULT;
        }
    }
}
