package crosspike.experiment.config;

/** Neurons and their timing; the key {@code kind} says of which network. */
public sealed interface NetworkConfig permits Shi2019Network, DiehlCookNetwork {

    /** Kind of a config that says none. */
    String USUAL = "shi2019";

    /** Output neurons. */
    int outputs();
}
