package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.random.RandomStream;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxTest {

    /** Chi-square with 6 degrees of freedom exceeds 27.9 once in 10,000. */
    @ParameterizedTest
    @CsvSource({"1, 1", "0.5, 2", "2, 3", "10, 4"})
    void everyNeuronWinsAsOftenAsItsProbabilitySays(float beta, long seed) {
        float[] potentials = {-3, -2.9f, -4.5f, -3.3f, -3.05f, -3.6f, -2.8f};
        for (int k = 0; k < potentials.length; k++) {
            potentials[k] /= beta; // the same probabilities for every gain
        }
        int n = 100_000;
        int[] wins = new int[potentials.length];
        Softmax softmax = new Softmax(beta, potentials.length);
        RandomStream random = Streams.of(seed, "winners").stream(0);
        for (int i = 0; i < n; i++) {
            wins[softmax.draw(potentials, random)]++;
        }
        double sum = 0;
        for (float u : potentials) {
            sum += Math.exp(beta * u);
        }
        double chiSquare = 0;
        for (int k = 0; k < potentials.length; k++) {
            double expected = n * Math.exp(beta * potentials[k]) / sum;
            chiSquare += (wins[k] - expected) * (wins[k] - expected) / expected;
        }
        double found = chiSquare;
        assertTrue(found < 27.9, () -> "chi-square is " + found + " for " + Arrays.toString(wins));
    }

    @Test
    void aFarLoserNeverWins() {
        float[] potentials = {0, 26, 0.5f, 0, 0.9f};
        Softmax softmax = new Softmax(1, 5);
        RandomStream random = Streams.of(5, "winners").stream(0);
        for (int i = 0; i < 100_000; i++) {
            assertEquals(1, softmax.draw(potentials, random));
        }
    }

    @Test
    void whatIsNeglectedWouldWinLessThanOnceInTenMillionSpikes() {
        assertTrue(499 * Math.exp(Exponential.LOWEST) < 1e-7);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1e6f, 0, 1e6f})
    void onlyDifferencesCount(float common) {
        Softmax softmax = new Softmax(1, 3);
        RandomStream random = Streams.of(6, "winners").stream(0);
        RandomStream same = Streams.of(6, "winners").stream(0);
        for (int i = 0; i < 1_000; i++) {
            int shifted = softmax.draw(new float[] {common + 1, common, common + 2}, random);
            assertEquals(softmax.draw(new float[] {1, 0, 2}, same), shifted);
        }
    }

    /** Probabilities of 1e-4 and more: of 100,000 draws of one of 300 neurons, by how far they are from what is expected. */
    @Test
    void probabilitiesAreRightForManyNeuronsToo() {
        float[] potentials = new float[300];
        SplittableRandom cases = new SplittableRandom(8);
        double sum = 0;
        for (int k = 0; k < potentials.length; k++) {
            potentials[k] = (float) cases.nextDouble(0, 3);
            sum += Math.exp(potentials[k]);
        }
        int n = 100_000;
        int[] wins = new int[potentials.length];
        Softmax softmax = new Softmax(1, potentials.length);
        RandomStream random = Streams.of(8, "winners").stream(0);
        for (int i = 0; i < n; i++) {
            wins[softmax.draw(potentials, random)]++;
        }
        double chiSquare = 0;
        for (int k = 0; k < potentials.length; k++) {
            double expected = n * Math.exp(potentials[k]) / sum;
            chiSquare += (wins[k] - expected) * (wins[k] - expected) / expected;
        }
        assertEquals(299, chiSquare, 3.9 * Math.sqrt(2 * 299)); // exceeded once in 10,000
    }

    /** Around the powers of two at which the tree of sums grows. */
    @Test
    void theWinnerMayStandAnywhere() {
        for (int neurons : new int[] {1, 2, 3, 4, 5, 31, 32, 33, 64, 65}) {
            for (int winner = 0; winner < neurons; winner++) {
                float[] potentials = new float[neurons];
                Arrays.fill(potentials, -100);
                potentials[winner] = 3;
                float[] before = potentials.clone();
                RandomStream random = Streams.of(7, "winners").stream(winner);
                assertEquals(winner, new Softmax(1, neurons).draw(potentials, random));
                assertArrayEquals(before, potentials, "potentials are not modified");
            }
        }
    }
}
