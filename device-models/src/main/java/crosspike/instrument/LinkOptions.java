package crosspike.instrument;

import crosspike.input.UserError;

/**
 * How patient a link is.
 *
 * @param timeoutMillis longest wait for a connection or an answer, in ms
 * @param retries how many times in a row an exchange is tried again on a new connection
 */
public record LinkOptions(int timeoutMillis, int retries) {
    public LinkOptions {
        if (timeoutMillis < 1 || timeoutMillis > 3_600_000) {
            throw new UserError("timeout of the instrument is " + timeoutMillis + " ms; expected 1 ms to 1 h");
        }
        if (retries < 0 || retries > 1000) {
            throw new UserError("retries of the instrument are " + retries + "; expected 0 to 1000");
        }
    }
}
