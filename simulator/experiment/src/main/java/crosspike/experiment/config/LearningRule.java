package crosspike.experiment.config;

/** How an output spike changes the weights of its neuron. */
public enum LearningRule {
    /** Exponential potentiation and constant depression (Shi 2019, Eq. 3). */
    EXPONENTIAL,
    /** As a device was measured to change. */
    MEASURED_WINDOW
}
