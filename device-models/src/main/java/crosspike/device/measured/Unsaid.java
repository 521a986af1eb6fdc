package crosspike.device.measured;

import crosspike.input.UserError;

/** A file does not say what is needed; its owner can, as {@link ImportOptions} or in the file. */
public final class Unsaid extends UserError {
    private static final long serialVersionUID = 1L;

    private final String problem;

    /**
     * @param problem what is missing, and where
     * @param remedy which option of {@code crosspike import} says it
     */
    Unsaid(String problem, String remedy) {
        super(problem + "; " + remedy);
        this.problem = problem;
    }

    /** What is missing, for those who have no options to give. */
    public String problem() {
        return problem;
    }
}
