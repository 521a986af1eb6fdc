package crosspike.cli;

import crosspike.experiment.Progress;
import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress for people: a bar with images per second, running accuracy and the time left. */
final class ProgressOnTerminal implements Progress {
    private static final int COLUMNS = 100;
    private static final long MESSAGE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final PrintStream out;
    private ProgressBar bar;
    private long messageAt;
    private double accuracy;

    ProgressOnTerminal(PrintStream out) {
        this.out = out;
    }

    @Override
    public void start(String phase, long total) {
        messageAt = System.nanoTime();
        accuracy = Double.NaN;
        bar = new ProgressBarBuilder()
                .setTaskName(phase)
                .setInitialMax(total)
                .setUnit(" images", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(out, COLUMNS))
                .build();
    }

    @Override
    public void at(long done, double runningAccuracy) {
        bar.stepTo(done);
        accuracy = runningAccuracy;
        long now = System.nanoTime();
        if (now - messageAt >= MESSAGE_NANOS) {
            messageAt = now;
            bar.setExtraMessage(ProgressLines.accuracyText(accuracy));
        }
    }

    @Override
    public void end() {
        bar.setExtraMessage(ProgressLines.accuracyText(accuracy));
        bar.close();
    }
}
