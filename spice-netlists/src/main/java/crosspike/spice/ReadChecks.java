package crosspike.spice;

/**
 * What became of the reads that were repeated. The difference of a read is the largest of its columns' currents, relative to
 * the largest current.
 *
 * @param engine who repeated them
 * @param every each how many reads of a session one was repeated
 * @param tolerance largest difference that is allowed
 * @param checked reads that were repeated
 * @param beyond how many of them were off by more
 * @param meanDifference mean over the reads; 0 if none was repeated
 * @param worstDifference largest of all
 * @param worst that read in words: number in its session, column, both currents; empty if none was repeated
 */
public record ReadChecks(
        String engine,
        int every,
        double tolerance,
        long checked,
        long beyond,
        double meanDifference,
        double worstDifference,
        String worst) {

    /** Whether something was repeated and nothing was beyond the tolerance. */
    public boolean passed() {
        return checked > 0 && beyond == 0;
    }
}
