package crosspike.experiment.sweep.plan;

import crosspike.input.Dimension;
import crosspike.input.UserError;

/** Numbers between two others. */
record Range(Quantity from, Quantity to, Scale scale, boolean whole) {

    Range {
        if (scale == Scale.LOG && !(from.si() > 0 && to.si() > 0)) {
            throw new UserError(
                    "from and to of a logarithmic scale are above 0; expected scale: linear, or other ends");
        }
    }

    /**
     * @param key which key, for messages
     * @throws UserError if the ends are no two quantities of one kind
     */
    static Range of(String key, String from, String to, Scale scale, boolean whole) {
        Quantity low = quantity(key, "from", from);
        Quantity high = quantity(key, "to", to);
        if (!low.fits(high)) {
            throw new UserError("from and to of " + key + " are " + from + " and " + to
                    + "; expected two numbers with units of one kind");
        }
        if (whole && !low.isBare()) {
            throw new UserError("whole: true is for bare numbers, but from of " + key + " is " + from
                    + "; expected no whole, or a list of values");
        }
        return new Range(low, high, scale, whole);
    }

    private static Quantity quantity(String key, String end, String text) {
        return Quantity.of(text)
                .orElseThrow(() -> new UserError(
                        end + " of " + key + " is \"" + text + "\"; expected a number, with its unit if it has one"));
    }

    /** The value at a fraction of the way, as a user would type it. */
    String at(double fraction) {
        double value = scale.between(from.si(), to.si(), fraction);
        return Quantity.text(whole ? Math.rint(value) : value, whole ? Dimension.NONE : from.dimension());
    }
}
