package crosspike.experiment.config;

import crosspike.input.Key;

/**
 * Reads that are repeated by other means while the network learns and is tested.
 *
 * @param every each how many reads of a session one is repeated; 0: none
 * @param by who repeats them
 * @param tolerance largest difference that is allowed
 * @param stop whether a larger one ends the run
 */
public record ReadCheckConfig(
        @Key(
                doc = "Repeat the first read of every session and then each so many; 0: none. Training is one session,"
                        + " labelling and testing have one for each 250 images.",
                min = 0,
                max = 1_000_000_000,
                defaultValue = "0")
        int every,

        @Key(
                doc = "What repeats them, from the conductances of the moment: wire, the exact solver; ngspice, which"
                        + " takes at most 64 x 64 cells.",
                defaultValue = "wire")
        By by,

        @Key(
                doc =
                        "Largest difference of a column's current, relative to the largest of the read. Currents are handed"
                                + " on in single precision: sums over hundreds of rows are off by about 1e-6.",
                above = 0,
                max = 1,
                defaultValue = "1e-5")
        double tolerance,

        @Key(doc = "End the run at a larger difference; false: count it.", defaultValue = "true")
        boolean stop) {

    /** What repeats reads. */
    public enum By {
        /** The exact solution of the resistive network. */
        WIRE,
        /** The circuit simulator. */
        NGSPICE
    }
}
