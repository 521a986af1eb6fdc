package crosspike.circuit.subarray;

import crosspike.input.UserError;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which corrections to NeuroSim's model are made.
 *
 * @param corrections those made
 * @param gateShare resistance of the transmission gates of switch matrices and multiplexers in 1T1R arrays as a share of
 *     that of the cells behind them; 0.5, or 0.1 to reproduce the areas published in 2019
 */
public record Mode(Set<Correction> corrections, double gateShare) {

    /** All corrections: what a designer wants. */
    public static final Mode DEFAULT = new Mode(EnumSet.allOf(Correction.class), 0.5);

    /** None: the numbers of MLP+NeuroSim V3.0 without its undefined behaviour. */
    public static final Mode NEUROSIM_COMPATIBLE = new Mode(EnumSet.noneOf(Correction.class), 0.5);

    public Mode {
        corrections = Collections.unmodifiableSet(
                corrections.isEmpty() ? EnumSet.noneOf(Correction.class) : EnumSet.copyOf(corrections));
        Cell.require(gateShare > 0 && gateShare <= 1, "transmission gate share", gateShare, "above 0 and at most 1");
    }

    /** The mode of a name in a file. */
    public static Mode named(String name) {
        return switch (name) {
            case "default" -> DEFAULT;
            case "neurosim-compatible" -> NEUROSIM_COMPATIBLE;
            default ->
                throw new UserError("circuit mode " + name + " is unknown; expected default or neurosim-compatible");
        };
    }

    /** This mode with one correction made. */
    public Mode with(Correction correction) {
        EnumSet<Correction> set = EnumSet.of(correction);
        set.addAll(corrections);
        return new Mode(set, gateShare);
    }

    /** Whether a correction is made. */
    public boolean has(Correction correction) {
        return corrections.contains(correction);
    }
}
