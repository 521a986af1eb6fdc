package crosspike.spice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs simulations beside each other. */
public final class Simulations {
    private Simulations() {}

    /**
     * Runs all, some at a time.
     *
     * @return their results, in the order given
     * @throws RuntimeException what failed, of several the first in the order given; the others are ended
     */
    public static <T> List<T> run(List<Callable<T>> simulations, int atATime) {
        ExecutorService pool = Executors.newFixedThreadPool(atATime);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> simulation : simulations) running.add(pool.submit(simulation));
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) results.add(result(one));
            return results;
        } finally {
            end(pool);
        }
    }

    /** After a failure, interrupts and so ends the other processes, and waits until none of them writes any more. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T result(Future<T> simulation) {
        try {
            return simulation.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while simulations were running");
        }
    }
}
