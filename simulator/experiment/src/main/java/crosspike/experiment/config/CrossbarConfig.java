package crosspike.experiment.config;

import crosspike.input.Key;

/**
 * What computes the currents of a read.
 *
 * @param backend the way it is done
 * @param wires lines of a backend that knows them
 * @param check reads that are repeated by other means
 * @param instrument the one that holds cells
 */
public record CrossbarConfig(
        @Key(
                doc = "What computes the currents of a read. device: cells on ideal wires; wire: cells behind the"
                        + " resistance of their wires, solved exactly; ngspice: each read is a simulation, at most 64 x 64"
                        + " cells; instrument: an array over SCPI, or a part of one, its cells read and written there.",
                defaultValue = "device")
        Backend backend,

        @Key(doc = "Lines of the array, for backends that know them.")
        WiresConfig wires,

        @Key(doc = "Reads that are repeated by other means and compared.")
        ReadCheckConfig check,

        @Key(doc = "The instrument, for the backend of that name.")
        InstrumentConfig instrument) {

    /** Ways to compute the currents of a read. */
    public enum Backend {
        /** The dot product of voltages and conductances. */
        DEVICE,
        /** The solution of the resistive network. */
        WIRE,
        /** The circuit simulator. */
        NGSPICE,
        /** An instrument with real or emulated cells. */
        INSTRUMENT;

        /** Whether the lines of the array matter. */
        public boolean hasWires() {
            return this == WIRE || this == NGSPICE;
        }
    }
}
