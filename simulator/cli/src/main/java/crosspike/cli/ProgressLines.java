package crosspike.cli;

import crosspike.experiment.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Progress for log files and pipes: a line now and then. */
final class ProgressLines implements Progress {
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private String phase;
    private long total;
    private long done;
    private double accuracy;
    private long startedAt;
    private long printedAt;

    /** @param nanoTime the clock, in ns */
    ProgressLines(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    @Override
    public void start(String phase, long total) {
        this.phase = phase;
        this.total = total;
        done = 0;
        accuracy = Double.NaN;
        startedAt = nanoTime.getAsLong();
        printedAt = startedAt;
    }

    @Override
    public void at(long done, double runningAccuracy) {
        this.done = done;
        accuracy = runningAccuracy;
        long now = nanoTime.getAsLong();
        if (now - printedAt >= INTERVAL_NANOS && done < total) {
            printedAt = now;
            double perSecond = perSecond(now);
            print(
                    "%s: %d of %d images, %.0f images/s%s, %.0f s left",
                    phase, done, total, perSecond, accuracyText(accuracy), (total - done) / perSecond);
        }
    }

    @Override
    public void end() {
        long now = nanoTime.getAsLong();
        print("%s: %d images in %.1f s%s", phase, done, (now - startedAt) * 1e-9, accuracyText(accuracy));
    }

    private double perSecond(long now) {
        return done / ((now - startedAt) * 1e-9);
    }

    private void print(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    /** {@code , accuracy 93.1 %}; nothing if it is not known. */
    static String accuracyText(double accuracy) {
        return Double.isNaN(accuracy) ? "" : String.format(Locale.ROOT, ", accuracy %.1f %%", 100 * accuracy);
    }
}
