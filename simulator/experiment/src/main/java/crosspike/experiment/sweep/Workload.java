package crosspike.experiment.sweep;

import crosspike.experiment.config.ExperimentConfig;

/**
 * How long things take in proportion to each other: images shown times columns of cells.
 *
 * @param training images shown in training, in all trainings of a search
 * @param labelling images shown to label
 * @param test images shown in the test
 * @param columns bit lines
 */
record Workload(double training, double labelling, double test, int columns) {
    /** Pricing a point is about as much work as showing this many images to this many columns. */
    static final double PRICE = 3 * 500;
    /** Images of a set of which the config takes all: any number does, since it is the same for most points. */
    private static final int ALL = 60_000;

    private static final int ALL_TEST = 10_000;

    static Workload of(ExperimentConfig config) {
        return of(config, ALL, ALL_TEST);
    }

    /** The same of a data set with so many images to learn from and to be tested on. */
    static Workload of(ExperimentConfig config, int all, int allTest) {
        int images = config.data().trainingImages(all);
        Integer labelling = config.data().labelling();
        return new Workload(
                images * config.learning().epochs() * config.pruning().usualTrainings(),
                labelling == null ? images : labelling,
                config.data().testImages(allTest),
                config.synapse().layout().columns(config.network().outputs()));
    }

    /** The training as a whole; an image of the test spikes longest. */
    double total() {
        return (training + labelling + 4 * test) * columns;
    }
}
