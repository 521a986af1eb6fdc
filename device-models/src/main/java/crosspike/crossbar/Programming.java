package crosspike.crossbar;

import crosspike.input.UserError;

/**
 * How writes are done.
 *
 * @param scheme with or without verifying
 * @param tolerance what a verified write may be off, as a fraction of the conductance range; above 0 and at most 1
 * @param maxPulses most pulses that one cell gets in one verified write, at least 1
 */
public record Programming(Scheme scheme, double tolerance, int maxPulses) {

    /** Programming schemes. */
    public enum Scheme {
        /** The weight is read, the pulses of an average cell are applied, nothing is verified. */
        OPEN_LOOP,
        /** As open-loop, but nothing is read before either. */
        BLIND,
        /** After each train the cell is read, and pulsed on until it is where it should be. */
        WRITE_VERIFY
    }

    /** Read, pulse, do not look. */
    public static final Programming OPEN_LOOP = new Programming(Scheme.OPEN_LOOP, 0.01, 100);

    public Programming {
        if (!(tolerance > 0 && tolerance <= 1)) {
            throw new UserError("write tolerance is " + tolerance + "; expected above 0 and at most 1");
        }
        if (maxPulses < 1) {
            throw new UserError("pulses of a write are at most " + maxPulses + "; expected at least 1");
        }
    }

    /** Whether writes are verified. */
    public boolean verifies() {
        return scheme == Scheme.WRITE_VERIFY;
    }
}
