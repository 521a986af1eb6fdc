package crosspike.wire;

import crosspike.input.UserError;

/** A circuit whose solution was not reached; there is no number that could be trusted. */
public final class NotConverged extends UserError {
    private static final long serialVersionUID = 1L;

    NotConverged(String message) {
        super(message);
    }
}
