package crosspike.circuit;

import crosspike.circuit.subarray.SubArrayDesign;
import crosspike.crossbar.Line;
import crosspike.input.UserError;

/**
 * One layer of synapses and how it is built.
 *
 * @param inputs inputs of the layer, one row each
 * @param outputs output neurons of the layer
 * @param largestTile cell, periphery and the size an array may have; a smaller layer takes a smaller array
 * @param weightCells cells that hold a weight
 * @param referenceColumn whether each tile has a column of middle conductance to subtract
 * @param flags where prune flags are kept
 * @param readOut circuits that read columns
 * @param neurons what sits behind them
 * @param neuronBits bits of a neuron's potential
 * @param programmedLine the lines {@link crosspike.crossbar.Activity} counted pulse slots of: the columns of an output
 *     neuron or the rows of an input
 * @param programmable whether cells can be written; fixed resistors cannot, and lines have no switches for it
 */
public record CoreDesign(
        int inputs,
        int outputs,
        SubArrayDesign largestTile,
        WeightCells weightCells,
        boolean referenceColumn,
        PruneFlags flags,
        ReadOutKind readOut,
        NeuronKind neurons,
        int neuronBits,
        Line programmedLine,
        boolean programmable) {

    public CoreDesign {
        atLeastOne(inputs, "inputs");
        atLeastOne(outputs, "outputs");
        if (neuronBits < 2 || neuronBits > 64) {
            throw new UserError("neuron bits are " + neuronBits + "; expected 2 to 64");
        }
    }

    private static void atLeastOne(int value, String key) {
        if (value < 1) throw new UserError(key + " is " + value + "; expected at least 1");
    }

    /** Columns of one output neuron, flags included. */
    public int columnsPerOutput() {
        return weightCells.columns() + flags.columns();
    }
}
