package crosspike.snn.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.random.RandomStream;
import crosspike.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonRateTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1, 50, 200, 600, 1000, 10_000})
    void theThresholdIsTheProbabilityOfAnEventInOneMillisecond(double hertz) {
        double probability = 1 - Math.exp(-hertz / 1000);
        assertEquals(probability, PoissonRate.threshold(hertz) * 0x1p-32, 0x1p-33);
    }

    /** 640,000 steps; the mean is within 4 standard errors √(p(1−p)/N) of the probability. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 20, 200, 600, 5_000})
    void everyStepSpikesWithThatProbability(double hertz) {
        long threshold = PoissonRate.threshold(hertz);
        RandomStream random = Streams.of(1, "spikes").stream(0);
        int[] bySteps = new int[64];
        int n = 10_000;
        for (int i = 0; i < n; i++) {
            long spikes = PoissonRate.spikes(threshold, -1L, random);
            for (int step = 0; step < 64; step++) {
                bySteps[step] += (int) (spikes >>> step & 1);
            }
        }
        double p = 1 - Math.exp(-hertz / 1000);
        double sum = 0;
        double chiSquare = 0;
        for (int count : bySteps) {
            sum += count;
            chiSquare += (count - n * p) * (count - n * p) / (n * p * (1 - p));
        }
        assertEquals(p, sum / (64 * n), 4 * Math.sqrt(p * (1 - p) / (64 * n)));
        double limit = 118; // 64 degrees of freedom: exceeded less than once in 10,000
        double found = chiSquare;
        assertTrue(found < limit, () -> "steps differ: chi-square is " + found);
    }

    /** Neighbouring steps share the words that are drawn, but not their bits. */
    @Test
    void neighbouringStepsAreIndependent() {
        long threshold = PoissonRate.threshold(1000 * Math.log(2)); // p = 1/2
        RandomStream random = Streams.of(2, "spikes").stream(0);
        int both = 0;
        int n = 10_000;
        for (int i = 0; i < n; i++) {
            long spikes = PoissonRate.spikes(threshold, -1L, random);
            both += Long.bitCount(spikes & spikes >>> 1);
        }
        // overlapping pairs: the variance of a pair is 3/16, the covariance with each of two neighbours 1/16
        assertEquals(0.25, both / (63.0 * n), 4 * Math.sqrt(5.0 / 16 / (63 * n)));
    }

    @Test
    void rateZeroNeverSpikes() {
        RandomStream random = Streams.of(3, "spikes").stream(0);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(0, PoissonRate.spikes(PoissonRate.threshold(0), -1L, random));
        }
    }

    @Test
    void stepsThatDoNotTakePartNeverSpikeAndCostNoDraws() {
        RandomStream random = Streams.of(4, "spikes").stream(0);
        long steps = 0x00FF_0F0F_8000_0001L;
        for (int i = 0; i < 1_000; i++) {
            assertEquals(0, PoissonRate.spikes(PoissonRate.threshold(5_000), steps, random) & ~steps);
        }
        long next = Streams.of(5, "spikes").stream(0).bits();
        RandomStream untouched = Streams.of(5, "spikes").stream(0);
        PoissonRate.spikes(PoissonRate.threshold(200), 0, untouched);
        assertEquals(next, untouched.bits());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 10_001, Double.NaN})
    void ratesAreBetween0And10000Hertz(double hertz) {
        var e = assertThrows(IllegalArgumentException.class, () -> PoissonRate.threshold(hertz));
        assertEquals("rate is " + hertz + " Hz; expected 0 to 10000 Hz", e.getMessage());
    }
}
