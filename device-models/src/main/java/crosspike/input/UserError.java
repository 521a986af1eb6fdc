package crosspike.input;

/**
 * A mistake the user can mend: the message says what is wrong, where (file, line or key), what was expected and what to
 * do, in one line. The command line prints it without a stack trace and exits with 2.
 */
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
