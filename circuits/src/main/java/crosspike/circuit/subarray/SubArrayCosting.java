package crosspike.circuit.subarray;

import crosspike.circuit.module.DigitalMux;
import crosspike.circuit.module.FlipFlopBank;
import crosspike.circuit.module.NeuronPeriphery;
import crosspike.circuit.module.SwitchMatrix;
import java.util.ArrayList;
import java.util.List;

/** Adds up what each part of an array does in a read of one group of columns and in a row update. Section 5. */
record SubArrayCosting(SubArray array, Workload workload) {

    SubArrayCost cost() {
        List<PartCost> parts = new ArrayList<>(Part.values().length);
        boolean all = array.mode().has(Correction.COMPLETE_READ_PATH);
        boolean transistors = array.hasTransistors();
        parts.add(new PartCost(
                Part.ARRAY,
                array.array().areaSquareMetres(),
                0,
                array.columnDelaySeconds(),
                transistors || all,
                0,
                0,
                0));
        if (transistors) addTransistorLines(parts);
        else addCrosspointLines(parts);
        addReadOut(parts, !transistors || all);
        addNeurons(parts);
        return new SubArrayCost(parts);
    }

    private int inputBits() {
        return array.design().inputBits();
    }

    private double clockHertz() {
        return array.design().clockHertz();
    }

    private void addTransistorLines(List<PartCost> parts) {
        var decoder = array.decoder();
        var follower = array.follower();
        var lines = array.array();
        double gateVolts = array.design().cell().accessGateVolts();
        int rows = array.design().rows();
        parts.add(new PartCost(
                Part.WORD_LINE_DECODER,
                decoder.areaSquareMetres(),
                decoder.leakageWatts(),
                decoder.seconds(),
                false,
                decoder.accessJoules() * inputBits(),
                decoder.seconds() * rows,
                decoder.accessJoules()));
        double follow = follower.seconds(decoder.access(), lines.wordLineFarads(), lines.rowOhms());
        parts.add(new PartCost(
                Part.WORD_LINE_FOLLOWER,
                follower.areaSquareMetres(),
                follower.leakageWatts(),
                follow,
                true,
                follower.openAllJoules(gateVolts) * inputBits(),
                follow * rows,
                follower.openOneJoules(gateVolts)));
        SwitchMatrix source = array.columnMatrix();
        double write = array.design().lumpedWriteVolts();
        double switched =
                workload.pulsesPerCell() * cellsPerBatch(source) + (source.lines() - cellsPerBatch(source) / 2);
        parts.add(columnMatrix(Part.SOURCE_LINE_MATRIX, source, switched * source.lineJoules(write)));
        SwitchMatrix bit = array.rowMatrix();
        parts.add(rowMatrix(Part.BIT_LINE_MATRIX, bit, 2 * bit.gateJoules()));
    }

    private void addCrosspointLines(List<PartCost> parts) {
        double write = array.design().lumpedWriteVolts();
        SwitchMatrix word = array.rowMatrix();
        double wordJoules = word.lineJoules(write) * (1 + (word.lines() - 1) / 4.0) + word.gateJoules() * word.lines();
        parts.add(rowMatrix(Part.WORD_LINE_MATRIX, word, wordJoules));
        SwitchMatrix bit = array.columnMatrix();
        double switched = workload.pulsesPerCell() * cellsPerBatch(bit) + bit.lines() / 4.0;
        parts.add(columnMatrix(Part.BIT_LINE_MATRIX, bit, switched * bit.lineJoules(write)));
    }

    /** Columns written together; NeuroSim leaves at most half of the switches active. */
    private double cellsPerBatch(SwitchMatrix matrix) {
        double cells = array.design().cellsPerBatch();
        return array.mode().has(Correction.SWITCH_ACTIVITY) ? cells : Math.min(cells, 0.5 * matrix.lines());
    }

    private PartCost rowMatrix(Part part, SwitchMatrix matrix, double writeJoules) {
        var lines = array.array();
        double activity =
                array.mode().has(Correction.SWITCH_ACTIVITY) ? workload.activeRows() : workload.switchActivity();
        return new PartCost(
                part,
                matrix.areaSquareMetres(),
                matrix.leakageWatts(),
                matrix.readSeconds(lines.rowFarads(), lines.rowOhms(), clockHertz()) * inputBits(),
                true,
                matrix.readJoules(activity, array.design().readVolts()) * inputBits(),
                workload.pulseSeconds(),
                writeJoules + matrix.flopJoules());
    }

    private PartCost columnMatrix(Part part, SwitchMatrix matrix, double batchLineJoules) {
        double batch = batchLineJoules + matrix.gateJoules() * matrix.lines();
        return new PartCost(
                part,
                matrix.areaSquareMetres(),
                matrix.leakageWatts(),
                0,
                false,
                0,
                0,
                workload.batchesPerRow() * batch + matrix.flopJoules());
    }

    private void addReadOut(List<PartCost> parts, boolean shiftAddOnPath) {
        var mux = array.mux();
        parts.add(read(Part.COLUMN_MUX, mux.areaSquareMetres(), 0, 0, mux.selectJoules() * inputBits()));
        var decoder = mux.decoder();
        parts.add(read(
                Part.COLUMN_MUX_DECODER,
                decoder.areaSquareMetres(),
                decoder.leakageWatts(),
                0,
                decoder.accessJoules() * inputBits()));
        var circuits = array.readCircuits();
        double pulse = array.readPulseSeconds();
        parts.add(read(
                Part.READ_CIRCUIT,
                circuits.areaSquareMetres(),
                circuits.leakageWatts(),
                (pulse + 1 / clockHertz()) * inputBits(),
                circuits.conversionJoules() * circuits.count() * inputBits()));
        var subtractors = array.subtractors();
        parts.add(read(
                Part.SUBTRACTOR,
                subtractors.areaSquareMetres(),
                subtractors.leakageWatts(),
                subtractors.seconds(0) * inputBits(),
                subtractors.joules() * subtractors.count() * inputBits()));
        var shiftAdd = array.shiftAdd();
        parts.add(
                shiftAdd == null
                        ? read(Part.SHIFT_ADD, 0, 0, 0, 0)
                        : new PartCost(
                                Part.SHIFT_ADD,
                                shiftAdd.areaSquareMetres(),
                                shiftAdd.leakageWatts(),
                                shiftAdd.seconds(inputBits(), pulse, clockHertz()),
                                shiftAddOnPath,
                                shiftAdd.joules() * inputBits(),
                                0,
                                0));
    }

    private void addNeurons(List<PartCost> parts) {
        NeuronPeriphery neurons = array.neurons();
        double load = neurons.loadFarads();
        int circuits = array.design().readCircuits();
        var adders = neurons.adders();
        parts.add(read(
                Part.NEURON_ADDER,
                adders.areaSquareMetres(),
                adders.leakageWatts(),
                adders.seconds(load),
                adders.joules() * circuits));
        DigitalMux mux = neurons.mux();
        var flops = neurons.flops();
        if (mux == null) {
            parts.add(read(Part.NEURON_MUX, 0, 0, 0, 0));
            parts.add(read(Part.NEURON_MUX_DECODER, 0, 0, 0, 0));
        } else {
            parts.add(read(
                    Part.NEURON_MUX, mux.areaSquareMetres(), 0, mux.seconds(flops.inputFarads()), mux.selectJoules()));
            var decoder = mux.decoder();
            parts.add(new PartCost(
                    Part.NEURON_MUX_DECODER,
                    decoder.areaSquareMetres(),
                    decoder.leakageWatts(),
                    decoder.seconds(),
                    false,
                    decoder.accessJoules(),
                    0,
                    0));
        }
        parts.add(read(
                Part.NEURON_FLIP_FLOPS,
                flops.areaSquareMetres(),
                flops.leakageWatts(),
                FlipFlopBank.seconds(clockHertz()),
                flops.joules(circuits)));
        var subtractors = neurons.subtractors();
        parts.add(read(
                Part.NEURON_SUBTRACTOR,
                subtractors.areaSquareMetres(),
                subtractors.leakageWatts(),
                subtractors.seconds(load),
                subtractors.joules() * circuits));
    }

    /** A part that works in every read and in no write. */
    private static PartCost read(Part part, double squareMetres, double watts, double seconds, double joules) {
        return new PartCost(part, squareMetres, watts, seconds, true, joules, 0, 0);
    }
}
