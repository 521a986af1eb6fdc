package crosspike.experiment.config;

import crosspike.crossbar.Programming;
import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * How cells are written.
 *
 * @param scheme with or without reading before and verifying after
 * @param tolerance what a verified write may be off, as a fraction of the conductance range
 * @param maxPulses most pulses of a verified write
 */
public record ProgrammingConfig(
        @Key(
                doc =
                        "open-loop: read, then pulse; blind: pulse without reading; write-verify: pulse and read until right.",
                defaultValue = "open-loop")
        Programming.Scheme scheme,

        @Key(
                doc = "What a verified write may be off, as a fraction of the conductance range.",
                dimension = Dimension.FRACTION,
                above = 0,
                max = 1,
                defaultValue = "1 %")
        double tolerance,

        @Key(doc = "Most pulses of a verified write.", min = 1, max = 1_000_000, defaultValue = "100")
        int maxPulses) {

    /** The same for an array. */
    public Programming programming() {
        return new Programming(scheme, tolerance, maxPulses);
    }
}
