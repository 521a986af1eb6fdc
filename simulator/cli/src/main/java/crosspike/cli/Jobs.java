package crosspike.cli;

import crosspike.input.UserError;

/** The option {@code --jobs} of commands that run many configs. */
final class Jobs {
    private static final int MOST = 1024;

    private Jobs() {}

    /**
     * How many at a time; all cores if nothing was said.
     *
     * @throws UserError if it is no sensible number
     */
    static int count(Integer wanted) {
        int count = wanted != null ? wanted : Runtime.getRuntime().availableProcessors();
        if (count < 1 || count > MOST) {
            throw new UserError("--jobs is " + count + "; expected 1 to " + MOST);
        }
        return count;
    }
}
