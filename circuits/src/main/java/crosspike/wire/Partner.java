package crosspike.wire;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A second thread that takes the second half of each piece of work, if it comes in time: whoever is free first claims it,
 * so that a busy machine costs speed and never a deadlock. It waits actively, for parts of a millisecond.
 */
final class Partner implements AutoCloseable {
    private static final int SPINS_BEFORE_YIELD = 2000;

    private final AtomicLong claimed = new AtomicLong();
    private volatile long turn;
    private volatile long done;
    private volatile boolean isClosed;
    private volatile Throwable failure;
    private Runnable second;

    private Partner() {}

    /** Asks a thread of the common pool to help until {@link #close}. */
    static Partner start() {
        Partner partner = new Partner();
        ForkJoinPool.commonPool().execute(partner::help);
        return partner;
    }

    /** Runs both, and returns when both have ended. */
    void run(Runnable first, Runnable second) {
        this.second = second;
        long now = turn + 1;
        turn = now;
        first.run();
        if (claimed.compareAndSet(now - 1, now)) {
            second.run();
            return;
        }
        for (int spins = 0; done < now; spins++) {
            pause(spins);
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    private void help() {
        long seen = 0;
        for (int spins = 0; !isClosed; spins++) {
            long now = turn;
            if (now == seen) {
                pause(spins);
                continue;
            }
            spins = 0;
            seen = now;
            if (claimed.compareAndSet(now - 1, now)) {
                try {
                    second.run();
                } catch (RuntimeException | Error e) {
                    failure = e;
                } finally {
                    done = now;
                }
            }
        }
    }

    private static void pause(int spins) {
        if (spins < SPINS_BEFORE_YIELD) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
