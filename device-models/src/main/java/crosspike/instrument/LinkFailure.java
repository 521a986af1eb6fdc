package crosspike.instrument;

import java.io.IOException;

/** An exchange that came to nothing, or to an answer that is not to be trusted: the link is made anew. */
final class LinkFailure extends IOException {
    private static final long serialVersionUID = 1L;

    LinkFailure(String message) {
        super(message);
    }
}
