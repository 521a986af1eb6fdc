package crosspike.circuit;

import crosspike.circuit.logic.Layout;
import crosspike.input.KeyError;

/**
 * A layer cut into equal arrays. Section 11.1 of {@code docs/circuit-model.md}: as few tiles as the largest array allows,
 * each as small as it can be; the columns of an output stay together.
 *
 * @param down tiles one below another; their sums are added
 * @param across tiles side by side
 * @param rows rows of a tile
 * @param columns columns of a tile, its reference column included
 * @param outputs output neurons of a tile
 */
public record Tiling(int down, int across, int rows, int columns, int outputs) {

    /** Cuts a layer up. */
    static Tiling of(CoreDesign design) {
        int reference = design.referenceColumn() ? 1 : 0;
        int most = (design.largestTile().columns() - reference) / design.columnsPerOutput();
        if (most < 1) {
            throw new KeyError(
                    "cols",
                    "is " + design.largestTile().columns() + "; expected at least "
                            + (design.columnsPerOutput() + reference) + ", the columns of one output neuron");
        }
        int across = Layout.ceilDiv(design.outputs(), most);
        int outputs = Layout.ceilDiv(design.outputs(), across);
        int down = Layout.ceilDiv(design.inputs(), design.largestTile().rows());
        return new Tiling(
                down,
                across,
                Layout.ceilDiv(design.inputs(), down),
                outputs * design.columnsPerOutput() + reference,
                outputs);
    }

    /** Number of tiles. */
    public int tiles() {
        return down * across;
    }
}
