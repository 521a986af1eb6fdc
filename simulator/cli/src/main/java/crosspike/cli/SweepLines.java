package crosspike.cli;

import crosspike.experiment.sweep.SweepProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Progress of a sweep: one line that is rewritten on a terminal, a line now and then in a log. */
final class SweepLines implements SweepProgress {
    private static final long TERMINAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String REWRITE = "\r\u001b[K";

    /** A line longer than the terminal is wide would begin another one, which the next rewriting leaves behind. */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final String name;
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final boolean isTerminal;
    private int points;
    private int finished;
    private int done;
    private int failed;
    private long startedAt;
    private long printedAt;

    /**
     * @param name begins every line
     * @param nanoTime the clock, in ns
     */
    SweepLines(String name, PrintWriter out, LongSupplier nanoTime, boolean isTerminal) {
        this.name = name;
        this.out = out;
        this.nanoTime = nanoTime;
        this.isTerminal = isTerminal;
    }

    @Override
    public void start(int points, int finished) {
        this.points = points;
        this.finished = finished;
        startedAt = nanoTime.getAsLong();
        printedAt = startedAt;
        out.println(
                name + ": " + points + " points" + (finished == 0 ? "" : ", " + finished + " of them finished before"));
        out.flush();
    }

    @Override
    public void at(int done, int failed, double fraction) {
        this.done = done;
        this.failed = failed;
        long now = nanoTime.getAsLong();
        if (now - printedAt < (isTerminal ? TERMINAL_NANOS : LOG_NANOS)) return;
        printedAt = now;
        double seconds = (now - startedAt) * 1e-9;
        String left = fraction > 0 ? ", " + duration(seconds / fraction * (1 - fraction)) + " left" : "";
        String text = line(seconds) + left;
        print(isTerminal ? REWRITE + CUT + text + WRAP : text + "\n");
    }

    @Override
    public void end() {
        double seconds = (nanoTime.getAsLong() - startedAt) * 1e-9;
        print((isTerminal ? REWRITE : "") + line(seconds) + ", " + duration(seconds) + "\n");
    }

    private String line(double seconds) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d points, %d failed, %.3g points/s",
                name,
                finished + done,
                points,
                failed,
                done == 0 ? 0 : done / seconds);
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }

    /** Such as {@code 1 h 5 min}, {@code 3 min 20 s} or {@code 7 s}. */
    static String duration(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        if (time.toDays() > 0) return time.toDays() + " d " + time.toHoursPart() + " h";
        if (time.toHours() > 0) return time.toHours() + " h " + time.toMinutesPart() + " min";
        if (time.toMinutes() > 0) return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        return seconds < 9.5 ? String.format(Locale.ROOT, "%.1f s", seconds) : time.toSeconds() + " s";
    }
}
