package crosspike.experiment;

/** A training that can be started. */
public final class Training {
    private final NetworkExperiment experiment;

    Training(NetworkExperiment experiment) {
        this.experiment = experiment;
    }

    /** Word lines of the layer: known before, so that nobody waits for a training that no circuit can hold. */
    public int rows() {
        return experiment.rowPixels().length;
    }

    /** Trains, labels and tests. */
    public Trained run() {
        Outcome outcome = experiment.run();
        Images images = experiment.images();
        return new Trained(
                outcome.accuracy(),
                images.training().size(),
                images.labelling().size(),
                images.test().size(),
                rows(),
                outcome.outputs(),
                outcome.prunedNeurons(),
                outcome.prunedWeights(),
                outcome.weights(),
                outcome.connections(),
                outcome.layer().stream().toList(),
                outcome.activity(),
                outcome.energy());
    }
}
