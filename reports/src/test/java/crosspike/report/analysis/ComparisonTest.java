package crosspike.report.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import crosspike.report.SyntheticSweep;
import crosspike.report.analysis.Comparison.Difference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String PLAN = "axes:\n- {key: device.levels, values: [2, 4, 8]}\nrecord: [accuracy_eq5]\n";

    @TempDir
    Path folder;

    private Path sweep(String name, String plan, double first, double step) {
        Path path = folder.resolve(name);
        SyntheticSweep.write(path, plan, labels -> List.of(first + step * Double.parseDouble(labels.get(0))));
        return path;
    }

    @Test
    void sweepsAreComparedWhereBothHavePoints() {
        Path first = sweep("a", PLAN, 0, 0.1);
        Path second = sweep("b", PLAN.replace("[2, 4, 8]", "[4, 8, 16]") + "seeds: 1\n", 0, 0.05);
        Comparison comparison = Comparison.of(first, second);
        assertEquals(2, comparison.combinations());
        Comparison.Move move = comparison.results().get(0);
        assertEquals(0.6, move.first(), 1e-12, "mean of 0.4 and 0.8");
        assertEquals(0.3, move.second(), 1e-12);
        assertEquals(0.5, move.ratio(), 1e-12);
        assertEquals(
                List.of(new Difference("axes.0.values", "[2, 4, 8]", "[4, 8, 16]"), new Difference("seeds", "", "1")),
                comparison.knobs());
    }

    @Test
    void ofASweepAndItselfThereIsNothingToSay() {
        Path one = sweep("a", PLAN, 0.5, 0);
        Comparison comparison = Comparison.of(one, one);
        assertEquals(List.of(), comparison.knobs());
        assertEquals(List.of(), comparison.results());
    }

    @Test
    void sweepsOverOtherAxesAreRefused() {
        Path first = sweep("a", PLAN, 0, 0.1);
        Path second = sweep("b", PLAN.replace("device.levels", "device.pulses"), 0, 0.1);
        UserError error = assertThrows(UserError.class, () -> Comparison.of(first, second));
        assertEquals(
                first + " is over [device.levels] and " + second
                        + " over [device.pulses]; expected two sweeps over the same axes",
                error.getMessage());
    }

    @Test
    void sweepsWithoutAPointInCommonAreRefused() {
        Path first = sweep("a", PLAN, 0, 0.1);
        Path second = sweep("b", PLAN.replace("[2, 4, 8]", "[3, 5]"), 0, 0.1);
        UserError error = assertThrows(UserError.class, () -> Comparison.of(first, second));
        assertTrue(error.getMessage().contains("have no point in common"), error.getMessage());
    }

    @Test
    void aSweepAndARunAreRefused() throws Exception {
        Path first = sweep("a", PLAN, 0, 0.1);
        Path other = Files.createDirectory(folder.resolve("run"));
        UserError error = assertThrows(UserError.class, () -> Comparison.of(other, first));
        assertEquals(
                first + " is a sweep and " + other + " is not; expected two runs or two sweeps", error.getMessage());
        Path none = folder.resolve("none");
        assertEquals(
                none + " does not exist; expected two runs or two sweeps",
                assertThrows(UserError.class, () -> Comparison.of(first, none)).getMessage());
    }
}
