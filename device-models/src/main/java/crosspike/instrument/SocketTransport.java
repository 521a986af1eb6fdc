package crosspike.instrument;

import java.io.BufferedInputStream;
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
    private volatile Socket socket;
    private InputStream in;
    private OutputStream out;

    SocketTransport(Address address, int timeoutMillis) {
        this.address = address;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public void connect() throws IOException {
        disconnect();
        Socket fresh = new Socket();
        try {
            fresh.setTcpNoDelay(true);
            fresh.connect(new InetSocketAddress(address.host(), address.port()), timeoutMillis);
            fresh.setSoTimeout(timeoutMillis);
            in = new BufferedInputStream(fresh.getInputStream(), 1 << 16);
            out = fresh.getOutputStream();
            socket = fresh;
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
        requireConnected();
        out.write((line + '\n').getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String receive() throws IOException {
        requireConnected();
        long deadline = System.nanoTime() + timeoutMillis * 1_000_000L;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        InputStream connection = in; // another thread may connect anew, and that answer is not this one's
        try {
            while (true) {
                int c = connection.read();
                if (c < 0) {
                    throw new LinkFailure("the instrument closed the connection");
                }
                if (c == '\n') {
                    String text = line.toString(StandardCharsets.US_ASCII);
                    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
                }
                line.write(c);
                if (line.size() > LONGEST_ANSWER || (line.size() % 4096 == 0 && System.nanoTime() > deadline)) {
                    throw new LinkFailure("an answer has no end");
                }
            }
        } catch (SocketTimeoutException e) {
            throw new LinkFailure("no answer within " + timeoutMillis + " ms");
        }
    }

    private void requireConnected() throws LinkFailure {
        if (socket == null) {
            throw new LinkFailure("the connection is closed");
        }
    }

    @Override
    public void disconnect() {
        Socket old = socket;
        socket = null;
        if (old != null) {
            try {
                old.close();
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
