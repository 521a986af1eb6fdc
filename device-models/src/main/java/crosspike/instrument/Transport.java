package crosspike.instrument;

import java.io.IOException;

/** Lines to and from an instrument. One thread uses it; {@link #disconnect} may come from another. */
interface Transport {

    /** Connects anew. */
    void connect() throws IOException;

    /** Sends one line. */
    void send(String line) throws IOException;

    /** The next line of the instrument. */
    String receive() throws IOException;

    /** Ends the connection, and whoever waits for it. */
    void disconnect();

    /** Told what the link made of an exchange that came to nothing; a recorded one finds its place by it. */
    default void failed() {}

    /** Where the instrument is, in words. */
    String name();
}
