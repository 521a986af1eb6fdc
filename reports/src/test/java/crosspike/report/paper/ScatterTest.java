package crosspike.report.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import crosspike.report.Lines.Axis;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Scatter.Dot;
import crosspike.report.paper.Scatter.Said;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScatterTest {
    private static final Dot WITHOUT_PRUNING = new Dot(100, Estimate.of(93, 94));
    private static final Dot NOTHING_PRUNED = new Dot(100, Estimate.of(81, 82));
    private static final Dot PRUNED = new Dot(40, Estimate.of(70, 71));

    @Test
    void bothOfTwoPointsAtTheSamePlaceAreDrawn() {
        String both = svg(PRUNED, NOTHING_PRUNED, WITHOUT_PRUNING);

        assertNotEquals(svg(PRUNED, WITHOUT_PRUNING), both);
        assertNotEquals(svg(PRUNED, NOTHING_PRUNED), both);
    }

    @Test
    void theOrderInWhichPointsAreFoundDoesNotMatter() {
        assertEquals(svg(PRUNED, WITHOUT_PRUNING), svg(WITHOUT_PRUNING, PRUNED));
    }

    @Test
    void theCaptionSpeaksOfDiamondsWhereThePaperStatesSomething() {
        String caption = "Means of the seeds, with their 95 % intervals (Student t) where there are several";
        assertEquals(caption + ".", Scatter.caption(List.of()));
        assertEquals(
                caption + "; diamonds are what the paper states.",
                Scatter.caption(List.of(new Said("online", 10, 94))));
    }

    private static String svg(Dot... dots) {
        Axis connectivity = new Axis("connectivity (%)", false);
        Axis accuracy = Axis.ofShares("accuracy (%)");
        return Scatter.of("figure", "Accuracy", connectivity, accuracy, Map.of("online", List.of(dots)))
                .svg();
    }
}
