package crosspike.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tells how far each phase of a run is, and how long it took. For one thread. */
final class PhaseClock {
    /** Points of the learning curve. */
    static final int CHECKPOINTS = 100;
    /** Training images between two reports of progress. */
    static final int PROGRESS_IMAGES = 50;

    private final Progress progress;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    PhaseClock(Progress progress) {
        this.progress = progress;
    }

    void begin(String phase, long images) {
        seconds.put(phase, -System.nanoTime() * 1e-9);
        progress.start(phase, images);
    }

    /** So many images are done. */
    void at(long done) {
        progress.at(done, Double.NaN);
    }

    /** So many images are done, and so many of the last were right. */
    void at(long done, double accuracy) {
        progress.at(done, accuracy);
    }

    void end(String phase) {
        seconds.merge(phase, System.nanoTime() * 1e-9, Double::sum);
        progress.end();
    }

    /** What each phase took, in s, in the order of the run. */
    Map<String, Double> seconds() {
        return seconds;
    }
}
