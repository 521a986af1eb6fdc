package crosspike.snn.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theBatchesAreTheSameForAnyNumberOfThreads(int threads) {
        List<Long> finished = new ArrayList<>();
        List<String> results =
                Batches.map(620, threads, (number, from, to) -> number + ": " + from + " to " + to, finished::add);
        assertEquals(List.of("0: 0 to 250", "1: 250 to 500", "2: 500 to 620"), results);
        assertEquals(List.of(250L, 500L, 620L), finished);
    }

    /** The first batch cannot end before the second has. */
    @Test
    void resultsKeepTheirOrderWhateverIsReadyFirst() {
        CountDownLatch secondIsDone = new CountDownLatch(1);
        List<Integer> results = Batches.map(
                500,
                2,
                (number, from, to) -> {
                    if (number == 0) {
                        await(secondIsDone);
                    } else {
                        secondIsDone.countDown();
                    }
                    return number;
                },
                done -> {});
        assertEquals(List.of(0, 1), results);
    }

    @Test
    void noImagesAreNoBatches() {
        assertTrue(Batches.map(0, 2, (number, from, to) -> number, done -> {}).isEmpty());
    }

    @Test
    void anExceptionOfTheWorkPassesThroughAsItIs() {
        UserError mistake = new UserError("the user's mistake");
        var thrown = assertThrows(
                UserError.class,
                () -> Batches.map(
                        1_000,
                        2,
                        (number, from, to) -> {
                            if (number == 2) {
                                throw mistake;
                            }
                            return number;
                        },
                        done -> {}));
        assertSame(mistake, thrown);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
