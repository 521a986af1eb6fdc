package crosspike.spice;

import crosspike.input.UserError;

/** A read that a second computation does not confirm. The command line exits with 1. */
public class CheckFailed extends UserError {
    private static final long serialVersionUID = 1L;

    public CheckFailed(String message) {
        super(message);
    }
}
