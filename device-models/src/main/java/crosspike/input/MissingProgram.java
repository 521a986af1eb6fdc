package crosspike.input;

/** A program that has to be installed first; the message tells the one line to type. The command line exits with 3. */
public class MissingProgram extends UserError {
    private static final long serialVersionUID = 1L;

    public MissingProgram(String message) {
        super(message);
    }

    public MissingProgram(String message, Throwable cause) {
        super(message, cause);
    }
}
