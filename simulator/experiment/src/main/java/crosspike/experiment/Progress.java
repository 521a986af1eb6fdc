package crosspike.experiment;

/** Hears how far a run has come. Called by one thread, many times a second; must return quickly. */
public interface Progress {

    /** Hears and says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void start(String phase, long total) {}

        @Override
        public void at(long done, double runningAccuracy) {}

        @Override
        public void end() {}
    };

    /**
     * A phase begins.
     *
     * @param phase what is being done, in a word or two: {@code training}
     * @param total images to show, at least 0
     */
    void start(String phase, long total);

    /**
     * So many images of the phase are done.
     *
     * @param done images shown so far, at most the total
     * @param runningAccuracy fraction of recent images classified correctly; NaN if none is known
     */
    void at(long done, double runningAccuracy);

    /** The phase is over. */
    void end();
}
