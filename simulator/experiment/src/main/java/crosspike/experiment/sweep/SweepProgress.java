package crosspike.experiment.sweep;

/** Hears how far a sweep has come; must return quickly. */
public interface SweepProgress {

    /** Hears and says nothing. */
    SweepProgress SILENT = new SweepProgress() {
        @Override
        public void start(int points, int finished) {}

        @Override
        public void at(int done, int failed, double fraction) {}

        @Override
        public void end() {}
    };

    /**
     * The work begins.
     *
     * @param points points of the plan, or of the shard
     * @param finished how many of them were finished before
     */
    void start(int points, int finished);

    /**
     * Points are done.
     *
     * @param done points done since the start, failed ones among them
     * @param failed how many of them failed
     * @param fraction of the work that was left at the start, in [0, 1]
     */
    void at(int done, int failed, double fraction);

    /** The work is over. */
    void end();
}
