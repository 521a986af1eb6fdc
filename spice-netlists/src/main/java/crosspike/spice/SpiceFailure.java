package crosspike.spice;

import crosspike.input.UserError;

/** A simulation whose result must not be used. The message says why, and where the netlist was kept. */
public class SpiceFailure extends UserError {
    private static final long serialVersionUID = 1L;

    private final Failure failure;

    SpiceFailure(Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    /** Which entry of the catalogue it was. */
    public Failure failure() {
        return failure;
    }
}
