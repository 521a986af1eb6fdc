package crosspike.crossbar;

/** How an array remembers which weights are pruned (Shi 2019 proposes both kinds of hardware). */
public enum PruneHardware {
    /** It does not: the network knows, at no cost. */
    NONE,
    /** One binary device more for each weight, read before each update. */
    FLAG_DEVICE,
    /** The pruned cell itself, reset to a conductance below its range: the read before an update tells. */
    DEEP_RESET
}
