package crosspike.snn.lif;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A second thread for work of a few microseconds at a time: it waits in a loop, and sleeps only when nothing comes for long.
 * Where it is not there in time, because another process has its core, the owner does its work as well.
 */
final class Crew implements AutoCloseable {
    /** Turns of a waiting loop before the other thread is given the core: some 50 µs. */
    private static final int PATIENCE = 5_000;

    private static final long NAP_NANOS = 200_000;

    private final Thread worker;
    private final AtomicInteger claimed = new AtomicInteger();
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

    /** Runs two tasks, at once if it can be, and returns when both are done. */
    void both(Runnable mine, Runnable other) {
        int number = posted + 1;
        task = other;
        posted = number;
        if (isAsleep) {
            LockSupport.unpark(worker);
        }
        mine.run();
        if (claimed.compareAndSet(number - 1, number)) {
            other.run();
            return;
        }
        for (int turn = 0; finished != number; turn++) {
            pause(turn);
        }
        if (failure != null) {
            throw new IllegalStateException("a thread of the layer failed", failure);
        }
    }

    private void work() {
        int seen = 0;
        int turn = 0;
        while (!isClosed) {
            int number = posted;
            if (number == seen) {
                if (turn++ < 4 * PATIENCE) {
                    pause(turn);
                } else {
                    sleepUnlessPosted(seen);
                }
                continue;
            }
            seen = number;
            turn = 0;
            Runnable work = task; // of this number: the owner changes it only after somebody has claimed the number
            if (claimed.compareAndSet(number - 1, number)) {
                run(work);
                finished = number;
            }
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void sleepUnlessPosted(int seen) {
        isAsleep = true;
        if (posted == seen) {
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
