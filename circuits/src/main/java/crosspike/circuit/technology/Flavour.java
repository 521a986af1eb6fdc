package crosspike.circuit.technology;

/** Which of the two transistor recipes of a node. */
public enum Flavour {
    /** High performance: fast and leaky. */
    HP,
    /** Low standby power: slow, leaks about a thousand times less. */
    LSTP
}
