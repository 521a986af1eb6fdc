package crosspike.experiment;

import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.Phases;
import crosspike.snn.dataset.Dataset;

/** The training of several runs, one after another, as one phase. */
final class JointTraining {
    private final Progress whole;
    private long done;

    /** @param images training images of all runs together */
    JointTraining(String phase, long images, Progress whole) {
        this.whole = whole;
        whole.start(phase, images);
    }

    /** Images that the training of a config shows. */
    static long images(ExperimentConfig config, Dataset data) {
        return config.learning()
                .images(config.data().trainingImages(data.training().size()));
    }

    /** What one of the runs is to tell its progress. */
    Progress part() {
        return new Part();
    }

    void end() {
        whole.end();
    }

    private void add(long images, double runningAccuracy) {
        done += images;
        whole.at(done, runningAccuracy);
    }

    private final class Part implements Progress {
        private boolean training;
        private long seen;

        @Override
        public void start(String phase, long total) {
            training = phase.equals(Phases.TRAINING) && seen == 0; // a search for a connectivity trains several times
        }

        @Override
        public void at(long done, double runningAccuracy) {
            if (training) {
                add(done - seen, runningAccuracy);
                seen = done;
            }
        }

        @Override
        public void end() {}
    }
}
