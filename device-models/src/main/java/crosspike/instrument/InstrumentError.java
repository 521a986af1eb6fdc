package crosspike.instrument;

/** The instrument reports an error of its own. */
final class InstrumentError extends LinkFailure {
    private static final long serialVersionUID = 1;

    InstrumentError(String message) {
        super(message);
    }
}
