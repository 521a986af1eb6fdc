package crosspike.experiment;

/** Hears how far an experiment is. Called from one thread. */
public interface Progress {

    /**
     * A phase begins.
     *
     * @param phase what is done, such as {@code training}
     * @param total images of the phase
     */
    void start(String phase, long total);

    /**
     * @param done images so far
     * @param runningAccuracy fraction of the latest images classified correctly; NaN if not known
     */
    void at(long done, double runningAccuracy);

    /** The phase is over. */
    void end();

    /** Nobody listens. */
    Progress NONE = new Progress() {
        @Override
        public void start(String phase, long total) {}

        @Override
        public void at(long done, double runningAccuracy) {}

        @Override
        public void end() {}
    };
}
