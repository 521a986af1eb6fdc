package crosspike.experiment.config;

/** Learning rule and length of training of one kind of network. */
public sealed interface LearningConfig permits Shi2019Learning, DiehlCookLearning {

    /** Passes over the training images. */
    double epochs();

    /** The same for another length of training. */
    LearningConfig withEpochs(double otherEpochs);

    /** The same with what it names in files written out. */
    LearningConfig resolved();
}
