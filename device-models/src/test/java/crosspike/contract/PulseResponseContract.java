package crosspike.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.ConductanceRange;
import crosspike.device.PulseResponse;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PulseResponse} does. */
public abstract class PulseResponseContract {
    /** A few float roundings of Gmax, as a fraction of the range. */
    private static final double ROUNDING = 1e-6;

    /** A response without noise. */
    protected abstract PulseResponse quiet();

    /** The same device with as much noise as it can have; by default it has none. */
    protected PulseResponse noisy() {
        return quiet();
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#hundred")
    void anyTrainLeavesEveryCellInTheRange(long seed) {
        for (PulseResponse response : new PulseResponse[] {quiet(), noisy()}) {
            var cases = new SplittableRandom(seed);
            float[] siemens = anyConductances(response, cases, 50);
            float[] pulses = anyTrains(response, cases, 50, 3);
            response.program(siemens, pulses, 50, stream(seed));
            for (float g : siemens) {
                assertTrue(
                        response.range().minSiemens() <= g
                                && g <= response.range().maxSiemens(),
                        () -> g + " S has left " + response.range());
            }
        }
    }

    /** A wish of any size becomes a train, such as that of a window whose unit was mistaken. */
    @ParameterizedTest
    @ValueSource(floats = {1e9f, 0x1p31f, 1e20f, Float.POSITIVE_INFINITY})
    void aTrainBeyondAllBoundsLeadsWhereAVeryLongOneDoes(float pulses) {
        float middle =
                quiet().nearest(quiet().range().minSiemens() + quiet().range().widthSiemens() / 2);
        assertEquals(after(quiet(), middle, 1e6f), after(quiet(), middle, pulses));
        assertEquals(after(quiet(), middle, -1e6f), after(quiet(), middle, -pulses));
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#hundred")
    void withoutNoiseMorePulsesNeverMeanLess(long seed) {
        var cases = new SplittableRandom(seed);
        float from = anyConductances(quiet(), cases, 1)[0];
        float[] trains = anyTrains(quiet(), cases, 20, 1.5);
        Arrays.sort(trains);
        float last = Float.NEGATIVE_INFINITY;
        for (float train : trains) {
            float now = after(quiet(), from, train);
            float before = last;
            assertTrue(now >= before, () -> train + " pulses lead to " + now + " S, fewer pulses to " + before + " S");
            assertTrue(train > 0 ? now >= from : now <= from, () -> train + " pulses went from " + from + " to " + now);
            last = now;
        }
    }

    @Test
    void zeroPulsesChangeNothing() {
        for (PulseResponse response : new PulseResponse[] {quiet(), noisy()}) {
            float[] siemens = anyConductances(response, new SplittableRandom(1), 50);
            float[] before = siemens.clone();
            response.program(siemens, new float[50], 50, stream(1));
            assertArrayEquals(before, siemens);
        }
    }

    /** A pruned cell may be reset below its range, and stays there while others of its line are written. */
    @Test
    void zeroPulsesLeaveACellBelowItsRangeThere() {
        for (PulseResponse response : new PulseResponse[] {quiet(), noisy()}) {
            float deep = 0.1f * response.range().minSiemens();
            float[] siemens = {deep, response.range().minSiemens()};
            response.program(siemens, new float[] {0, 1}, 2, stream(1));
            assertEquals(deep, siemens[0]);
        }
    }

    @Test
    protected void aFullSwingGoesFromEndToEnd() {
        ConductanceRange range = quiet().range();
        double rounding = ROUNDING * range.maxSiemens();
        float up = after(quiet(), range.minSiemens(), (float) quiet().potentiationPulses());
        float down = after(quiet(), range.maxSiemens(), (float) -quiet().depressionPulses());
        assertEquals(range.maxSiemens(), up, rounding);
        assertEquals(range.minSiemens(), down, rounding);
    }

    @Test
    void onlyTheFirstCellsAreProgrammedAndThePulsesStayAsTheyAre() {
        float min = quiet().range().minSiemens();
        float[] siemens = {min, min, min};
        float swing = (float) quiet().potentiationPulses();
        float[] pulses = {swing, swing, swing};
        quiet().program(siemens, pulses, 2, stream(1));
        assertArrayEquals(new float[] {swing, swing, swing}, pulses);
        assertTrue(siemens[0] > min && siemens[1] > min, "two cells are programmed");
        assertEquals(min, siemens[2], "the third is not");
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void theNearestStateIsAStateInTheRange(long seed) {
        var cases = new SplittableRandom(seed);
        ConductanceRange range = quiet().range();
        float wanted = (float) (range.maxSiemens() * cases.nextDouble(-1, 2));
        float held = quiet().nearest(wanted);
        assertEquals(held, quiet().nearest(held), "a state is its own nearest state");
        assertEquals(held, range.clamp(held), "a state is in the range");
        assertEquals(range.minSiemens(), quiet().nearest(range.minSiemens()));
        assertEquals(range.maxSiemens(), quiet().nearest(range.maxSiemens()));
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void theSameStreamGivesTheSameConductances(long seed) {
        var cases = new SplittableRandom(seed);
        float[] one = anyConductances(noisy(), cases, 20);
        float[] two = one.clone();
        float[] pulses = anyTrains(noisy(), cases, 20, 1);
        noisy().program(one, pulses, 20, stream(seed));
        noisy().program(two, pulses, 20, stream(seed));
        assertArrayEquals(one, two);
    }

    /** Conductance of a cell after one train. */
    public static float after(PulseResponse response, float siemens, float pulses) {
        float[] line = {siemens};
        response.program(line, new float[] {pulses}, 1, stream(1));
        return line[0];
    }

    /** Random numbers for a test. */
    public static RandomStream stream(long seed) {
        return Streams.of(seed, "test").stream(0);
    }

    /** Conductances that the cells can hold, both ends often among them. */
    static float[] anyConductances(PulseResponse response, SplittableRandom cases, int count) {
        float[] siemens = new float[count];
        ConductanceRange range = response.range();
        for (int i = 0; i < count; i++) {
            float x = Math.min(1f, Math.max(0f, (float) cases.nextDouble(-0.2, 1.2)));
            siemens[i] = response.nearest(range.clamp(range.minSiemens() + x * range.widthSiemens()));
        }
        return siemens;
    }

    /** Trains of up to {@code swings} full swings in both directions; whole pulses unless the device takes fractions. */
    static float[] anyTrains(PulseResponse response, SplittableRandom cases, int count, double swings) {
        float[] pulses = new float[count];
        for (int i = 0; i < count; i++) {
            float n = (float) (cases.nextDouble(-swings, swings) * response.potentiationPulses());
            pulses[i] = response.takesFractionalPulses() ? n : Math.round(n);
        }
        return pulses;
    }
}
