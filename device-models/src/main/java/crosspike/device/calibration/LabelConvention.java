package crosspike.device.calibration;

import crosspike.device.Nonlinearity;
import crosspike.input.UserError;

/** How a nonlinearity label becomes the shape parameter a of a pulse curve. */
public enum LabelConvention {
    /** By the definition of the label, to the precision of a double. A label of 0 is a straight line: a is infinite. */
    EXACT {
        @Override
        public double shape(double label) {
            return Nonlinearity.shape(label);
        }
    },

    /**
     * As the NeuroSim family reads it: from a list with one entry for each hundredth from 0.01 to 9, printed to six
     * decimals. The hundredths are cut off in binary floating point, so that 0.29 is read as 0.28; a label of 0 is read as
     * −0.01, and labels beyond ±9 as ±9. The entries themselves follow from the definition.
     */
    TABULATED {
        @Override
        public double shape(double label) {
            if (!Double.isFinite(label)) {
                throw new UserError("nonlinearity label is " + label + "; expected a number");
            }
            double hundredths = Math.max(1, Math.min(100 * Nonlinearity.MAX, (int) (100 * Math.abs(label))));
            double entry = Math.rint(DECIMALS * Nonlinearity.shape(hundredths / 100)) / DECIMALS;
            return label > 0 ? entry : -entry;
        }
    };

    private static final double DECIMALS = 1e6;

    /**
     * Shape parameter a of the curve, in units of the full pulse count; its sign is that of the label.
     *
     * @throws UserError if the label has no meaning in this convention
     */
    public abstract double shape(double label);
}
