package crosspike.experiment;

/** A training that can be started. */
public final class Training {
    private final WinnerTakeAllExperiment experiment;

    Training(WinnerTakeAllExperiment experiment) {
        this.experiment = experiment;
    }

    /** Word lines of the layer: known before, so that nobody waits for a training that no circuit can hold. */
    public int rows() {
        return experiment.rows();
    }

    /** Trains, labels and tests. */
    public Trained run() {
        WinnerTakeAllExperiment.Outcome outcome = experiment.run();
        return new Trained(
                outcome.accuracy(),
                experiment.training().size(),
                experiment.labellingImages(),
                outcome.test().predicted().length,
                rows(),
                outcome.network().neurons(),
                outcome.prunedNeurons(),
                outcome.prunedWeights(),
                outcome.weights(),
                outcome.sessions().map(WinnerTakeAllExperiment.Spent::activity),
                outcome.sessions().map(WinnerTakeAllExperiment.Spent::energy));
    }
}
