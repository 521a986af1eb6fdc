package crosspike.instrument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** SCPI over a raw TCP socket: lines of ASCII that end in a line feed, in both directions. */
final class SocketTransport implements Transport {
    private static final int LONGEST_ANSWER = 1 << 24;

    private final Address address;
    private final int timeoutMillis;
    private volatile Connection connection;

    SocketTransport(Address address, int timeoutMillis) {
        this.address = address;
        this.timeoutMillis = timeoutMillis;
    }

    /** A socket with what came in and was not taken yet. */
    private static final class Connection {
        final Socket socket;
        final InputStream in;
        final OutputStream out;
        private final byte[] buffer = new byte[1 << 16];
        private int from;
        private int to;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        /** The next byte; -1 at the end. An instrument that sends a byte now and then does not put the deadline off. */
        int next(long deadline) throws IOException {
            if (from == to) {
                long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
                if (millis <= 0) {
                    throw new SocketTimeoutException();
                }
                socket.setSoTimeout((int) millis);
                from = 0;
                to = Math.max(0, in.read(buffer));
                if (to == 0) {
                    return -1;
                }
            }
            return buffer[from++] & 0xff;
        }
    }

    @Override
    public void connect() throws IOException {
        disconnect();
        Socket fresh = new Socket();
        try {
            fresh.setTcpNoDelay(true);
            fresh.connect(new InetSocketAddress(address.host(), address.port()), timeoutMillis);
            connection = new Connection(fresh);
        } catch (UnknownHostException e) {
            fresh.close();
            throw new IOException("no host has the name " + address.host(), e);
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }

    @Override
    public void send(String line) throws IOException {
        connected().out.write((line + '\n').getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String receive() throws IOException {
        Connection here = connected(); // another thread may connect anew, and that answer is not this one's
        long deadline = System.nanoTime() + timeoutMillis * 1_000_000L;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try {
            while (true) {
                int c = here.next(deadline);
                if (c < 0) {
                    throw new LinkFailure("the instrument closed the connection");
                }
                if (c == '\n') {
                    String text = line.toString(StandardCharsets.US_ASCII);
                    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
                }
                line.write(c);
                if (line.size() > LONGEST_ANSWER) {
                    throw new LinkFailure("an answer has no end");
                }
            }
        } catch (SocketTimeoutException e) {
            throw new LinkFailure("no answer within " + timeoutMillis + " ms");
        }
    }

    private Connection connected() throws LinkFailure {
        Connection here = connection;
        if (here == null) {
            throw new LinkFailure("the connection is closed");
        }
        return here;
    }

    @Override
    public void disconnect() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.socket.close();
            } catch (IOException nothingIsLeftToClose) {
                return;
            }
        }
    }

    @Override
    public String name() {
        return address.toString();
    }
}
