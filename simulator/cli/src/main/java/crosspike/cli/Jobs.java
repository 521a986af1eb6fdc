package crosspike.cli;

import crosspike.input.UserError;

/** The options {@code --jobs} and {@code --threads}. */
final class Jobs {
    private static final int MOST = 1024;

    private Jobs() {}

    /**
     * How many at a time; all cores if nothing was said.
     *
     * @throws UserError if it is no sensible number
     */
    static int count(Integer wanted) {
        return count("--jobs", wanted);
    }

    /** The same of another option. */
    static int count(String option, Integer wanted) {
        int count = wanted != null ? wanted : Runtime.getRuntime().availableProcessors();
        if (count < 1 || count > MOST) {
            throw new UserError(option + " is " + count + "; expected 1 to " + MOST);
        }
        return count;
    }
}
