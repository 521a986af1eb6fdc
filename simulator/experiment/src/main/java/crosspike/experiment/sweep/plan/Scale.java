package crosspike.experiment.sweep.plan;

/** How the space between two numbers is measured. */
public enum Scale {
    LINEAR,
    LOG;

    /** The number at a fraction of the way from one to another. */
    double between(double from, double to, double fraction) {
        return this == LOG ? from * StrictMath.pow(to / from, fraction) : from + (to - from) * fraction;
    }
}
