package crosspike.experiment.config;

/** Networks by name. */
public enum NetworkKind {
    /** The winner-take-all network of Shi et al. 2019. */
    SHI2019
}
