package crosspike.snn.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/** Splits images into batches of a fixed size, works on several at once and hands the results back in order. */
public final class Batches {
    /** Images in a batch. A fixed number, so that batches and their sums are the same for any number of threads. */
    public static final int SIZE = 250;

    private Batches() {}

    /** Work on the images {@code from} to {@code to} − 1 of batch {@code number}. */
    public interface Work<R> {
        R run(int number, int from, int to);
    }

    /**
     * @param images how many images there are
     * @param threads threads to use, at least 1
     * @param progress told the number of finished images, from the calling thread
     * @return one result for each batch, in order
     */
    public static <R> List<R> map(int images, int threads, Work<R> work, LongConsumer progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Batches::daemon);
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (int from = 0, number = 0; from < images; from += SIZE, number++) {
                int first = from;
                int batch = number;
                futures.add(pool.submit(() -> work.run(batch, first, Math.min(images, first + SIZE))));
            }
            List<R> results = new ArrayList<>(futures.size());
            for (Future<R> future : futures) {
                results.add(future.get());
                progress.accept(Math.min(images, (long) results.size() * SIZE));
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "crosspike-batch");
        thread.setDaemon(true);
        return thread;
    }
}
