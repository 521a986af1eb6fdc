package crosspike.report.paper.guo2020;

import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.List;

/** Table 5: gates and memories of the pruning unit, from the adders, comparators and registers that the paper states. */
record Gates() implements PaperFigure {

    @Override
    public List<String> plans() {
        return List.of();
    }

    @Override
    public Drawing draw(Evidence evidence) {
        return Drawing.table(List.of(
                Found.exact("equivalent NAND gates", "", PruningUnit.gates()),
                Found.exact("block memories of 18 Kb", "", PruningUnit.PAPER.blockMemories()),
                Found.exact(
                        "NAND gates, share of the network",
                        "%",
                        100 * PruningUnit.gates() / PruningUnit.GATES_OF_NETWORK)));
    }
}
