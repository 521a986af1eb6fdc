package crosspike.snn.wta;

import static crosspike.snn.encoding.SpikeTrains.NEVER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Mapping;
import crosspike.crossbar.Session;
import crosspike.random.Streams;
import crosspike.snn.StdpWindow;
import crosspike.snn.StdpWindow.Interpolation;
import crosspike.snn.StdpWindow.Point;
import crosspike.snn.dataset.ImageSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredWindowTest {
    /** 8 % of the range at once, 4 % after 10 ms. */
    private static final StdpWindow WINDOW =
            new StdpWindow(List.of(new Point(0, 0.08), new Point(0.010, 0.04)), Interpolation.LINEAR);

    /** Four rows: at once, after 5 ms, after 11 ms (outside), never. Two of four are potentiated: both factors are 1/2. */
    @Test
    void aRowChangesAsMeasuredAtTheTimeSinceItsLatestSpike() {
        MeasuredWindow rule = MeasuredWindow.ofRange(WINDOW, -0.01, 1);
        assertArrayEquals(
                new float[] {0.08f, 0.06f, -0.01f, -0.01f}, // ΔG/range · 2 weights per range · 1/2
                changes(rule, new float[4], 0, 5, 11, NEVER),
                1e-7f);
    }

    @Test
    void outsideTheTableNothingChangesUnlessAskedFor() {
        MeasuredWindow rule = MeasuredWindow.ofRange(WINDOW, 0, 1);
        assertArrayEquals(new float[] {0.06f, 0, 0, 0}, changes(rule, new float[4], 10, 11, 50, NEVER), 1e-7f);
        assertArrayEquals(new float[4], changes(rule, new float[4], 11, 12, 50, NEVER));
    }

    /** Eq. 3 of Shi 2019: one of four rows is potentiated, so 3/4 and 1/4. */
    @Test
    void potentiationIsScaledByTheShareOfTheOthersAndDepressionByItsOwn() {
        assertArrayEquals(
                new float[] {0.12f, -0.02f, -0.02f, -0.02f},
                changes(MeasuredWindow.ofRange(WINDOW, -0.04, 1), new float[4], 0, NEVER, NEVER, NEVER),
                1e-7f);
    }

    @Test
    void changesInAnyUnitAreScaledToTheRange() {
        assertArrayEquals(
                changes(MeasuredWindow.ofRange(WINDOW, -0.04, 0.5), new float[4], 0, 3, NEVER, NEVER),
                changes(
                        MeasuredWindow.ofRange(
                                new StdpWindow(
                                        List.of(new Point(0, 0.04), new Point(0.010, 0.02)), Interpolation.LINEAR),
                                -0.02,
                                1),
                        new float[4],
                        0,
                        3,
                        NEVER,
                        NEVER),
                1e-7f);
    }

    /** Gmax = 6 Gmin: at w = 1 a cell has 1.2 ranges, at w = −1 0.2. */
    @Test
    void changesOfTheConductanceAreInProportionToIt() {
        MeasuredWindow rule = MeasuredWindow.ofConductance(WINDOW, -0.05, 0.2);
        assertTrue(rule.readsWeights());
        assertFalse(MeasuredWindow.ofRange(WINDOW, 0, 1).readsWeights());
        assertArrayEquals(
                new float[] {0.08f * 1.2f, 0.08f * 0.2f, -0.05f * 1.2f, -0.05f * 0.7f},
                changes(rule, new float[] {1, -1, 1, 0}, 0, 0, NEVER, NEVER),
                1e-6f);
    }

    @Test
    void aNetworkLearnsByIt() {
        WtaNetwork network = Halves.network(Halves.IDEAL, Mapping.SINGLE, 1);
        ImageSet images = Halves.images(200, 1);
        Trainer trainer = new Trainer(
                network,
                MeasuredWindow.ofRange(
                        new StdpWindow(List.of(new Point(0, 0.01), new Point(0.010, 0.004)), Interpolation.LINEAR),
                        -0.01,
                        1),
                Pruning.NONE,
                Halves.SCHEDULE,
                2,
                Streams.of(1, "training"),
                new Session(Streams.of(1, "device").stream(0)));
        trainer.learn(images, 0, 200);
        assertTrue(trainer.runningAccuracy() > 0.8, () -> "running accuracy is " + trainer.runningAccuracy());
    }

    @Test
    void aWindowHasASideOfInputsThatSpikeFirst() {
        StdpWindow after = new StdpWindow(List.of(new Point(-0.01, -1)), Interpolation.LINEAR);
        var e = assertThrows(IllegalArgumentException.class, () -> MeasuredWindow.ofRange(after, 0, 1));
        assertEquals(
                "STDP window has no point at 0 or after; expected the side of inputs that spike before the output",
                e.getMessage());
    }

    private static float[] changes(MeasuredWindow rule, float[] weights, int... sinceMs) {
        float[] changes = new float[weights.length];
        rule.changes(weights, new int[weights.length], 0, sinceMs, changes, new float[weights.length]);
        return changes;
    }
}
