package crosspike.snn.lif;

import java.util.concurrent.locks.LockSupport;

/**
 * A second thread for work of a few microseconds at a time: it waits in a loop, and sleeps only when nothing comes for long.
 * Owned by one thread.
 */
final class Crew implements AutoCloseable {
    /** Turns of a waiting loop before the other thread is given the core: some 50 µs. */
    private static final int PATIENCE = 5_000;

    private static final long NAP_NANOS = 200_000;

    private final Thread worker;
    private Runnable task;
    private Throwable failure;
    private volatile int posted;
    private volatile int finished;
    private volatile boolean isAsleep;
    private volatile boolean isClosed;

    Crew() {
        worker = new Thread(this::work, "crosspike-layer");
        worker.setDaemon(true);
        worker.start();
    }

    /** Runs two tasks at once and returns when both are done. */
    void both(Runnable mine, Runnable other) {
        task = other;
        int number = posted + 1;
        posted = number;
        if (isAsleep) {
            LockSupport.unpark(worker);
        }
        mine.run();
        for (int turn = 0; finished != number; turn++) {
            pause(turn);
        }
        if (failure != null) {
            throw new IllegalStateException("a thread of the layer failed", failure);
        }
    }

    private void work() {
        int done = 0;
        int turn = 0;
        while (!isClosed) {
            if (posted == done) {
                if (turn++ < 4 * PATIENCE) {
                    pause(turn);
                } else {
                    sleepUnlessPosted(done);
                }
                continue;
            }
            turn = 0;
            try {
                task.run();
            } catch (Throwable e) {
                failure = e;
            }
            finished = ++done;
        }
    }

    private void sleepUnlessPosted(int done) {
        isAsleep = true;
        if (posted == done) {
            LockSupport.parkNanos(NAP_NANOS);
        }
        isAsleep = false;
    }

    private static void pause(int turn) {
        if (turn % PATIENCE == PATIENCE - 1) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(worker);
    }
}
