package crosspike.experiment.config;

import crosspike.input.Key;

/**
 * What computes the currents of a read.
 *
 * @param backend the way it is done
 * @param wires lines of a backend that knows them
 */
public record CrossbarConfig(
        @Key(
                doc = "What computes the currents of a read. device: cells on ideal wires; wire: cells behind the"
                        + " resistance of their wires, solved exactly.",
                defaultValue = "device")
        Backend backend,

        @Key(doc = "Lines of the array, for backends that know them.")
        WiresConfig wires) {

    /** Ways to compute the currents of a read. */
    public enum Backend {
        /** The dot product of voltages and conductances. */
        DEVICE,
        /** The solution of the resistive network. */
        WIRE
    }
}
