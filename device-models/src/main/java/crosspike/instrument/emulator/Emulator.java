package crosspike.instrument.emulator;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Session;
import crosspike.input.UserError;
import crosspike.random.Streams;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A SCPI server with an array of modelled cells inside. One client at a time: a new connection ends the one before, and what
 * that had sent but was not begun is dropped. The cells keep what they hold from one client to the next.
 */
public final class Emulator implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 24;
    private static final int LINES_PER_AGEING = 100;

    private final ServerSocket server;
    private final EmulatedArray array;
    private final Interpreter interpreter;
    private final Faults faults;
    private final Options options;
    private final Object lock = new Object();
    private Socket client;
    private long lines;

    /**
     * @param device name of the device, for the identity
     * @param seed of the noise of the cells
     * @param lateMillis delay of late answers, in ms
     * @param secondsPerLine time that passes for the cells with each line, in s; 0 for cells that do not age
     */
    public record Options(String device, long seed, int lateMillis, double secondsPerLine) {}

    private Emulator(ServerSocket server, DeviceCrossbar cells, Faults faults, Options options) {
        this.server = server;
        this.array = new EmulatedArray(cells, new Session(Streams.of(options.seed(), "emulated instrument").stream(0)));
        this.interpreter = new Interpreter(array, options.device());
        this.faults = faults;
        this.options = options;
    }

    /**
     * Starts to listen.
     *
     * @param bind interface, such as {@code 127.0.0.1}
     * @param port TCP port; 0 takes a free one
     * @param cells the array; used by nobody else
     * @throws UserError if the port is taken
     */
    public static Emulator start(String bind, int port, DeviceCrossbar cells, Faults faults, Options options) {
        try {
            ServerSocket server = new ServerSocket();
            try {
                server.setReuseAddress(true);
                server.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
            } catch (IOException e) {
                server.close();
                throw e;
            }
            Emulator emulator = new Emulator(server, cells, faults, options);
            daemon("emulator", emulator::accept);
            return emulator;
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(
                    "cannot listen on " + bind + ":" + port + ": " + e.getMessage() + "; expected an interface of this"
                            + " machine and a port that is free, such as --port 0",
                    e);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Where it listens, as {@code host:port}. */
    public String address() {
        return server.getInetAddress().getHostAddress() + ":" + port();
    }

    /** Whether outputs are on. */
    public boolean outputs() {
        synchronized (lock) {
            return array.outputs();
        }
    }

    /** What the cells hold, in S. */
    public float[][] conductances() {
        synchronized (lock) {
            return array.cells().conductances();
        }
    }

    /** Lines received. */
    public long lines() {
        synchronized (lock) {
            return lines;
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket next = server.accept();
                next.setTcpNoDelay(true);
                synchronized (lock) {
                    if (server.isClosed()) { // while the connection came in
                        close(next);
                        return;
                    }
                    close(client);
                    client = next;
                }
                daemon("emulator client", () -> serve(next));
            } catch (IOException closed) {
                continue; // the loop ends if it was the server that was closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            OutputStream out = socket.getOutputStream();
            for (String line = line(in); line != null; line = line(in)) {
                if (!answer(line, socket, out)) {
                    return;
                }
            }
        } catch (IOException theClientLeft) {
            close(socket);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a line without end");
            }
            line.write(c);
        }
        return null;
    }

    /** Does a line and answers it, with what the faults make of both; false if the link drops. */
    private boolean answer(String line, Socket socket, OutputStream out) throws IOException {
        Fault fault;
        String answer;
        synchronized (lock) {
            if (socket != client) {
                return false;
            }
            fault = faults.next();
            if (fault == Fault.LOST) {
                return true;
            }
            if (fault == Fault.DROP_BEFORE) {
                return false;
            }
            lines++;
            if (options.secondsPerLine() > 0 && lines % LINES_PER_AGEING == 0) {
                array.age(LINES_PER_AGEING * options.secondsPerLine());
            }
            array.disturb(fault == Fault.INVALID, fault == Fault.COMPLIANCE);
            answer = interpreter.run(line, fault == Fault.ERROR);
        }
        if (answer.isEmpty()) {
            return fault != Fault.DROP_AFTER && fault != Fault.DROP_WITHIN;
        }
        if (fault == null) {
            write(answer + '\n', out);
            return true;
        }
        return disturbed(fault, answer, out);
    }

    private boolean disturbed(Fault fault, String answer, OutputStream out) throws IOException {
        switch (fault) {
            case UNANSWERED -> {}
            case LATE -> {
                pause();
                write(answer + '\n', out);
            }
            case GARBLED -> write(garbled(answer) + '\n', out);
            case CUT -> write(answer.substring(0, faults.position(answer.length())) + '\n', out);
            case TWICE -> write(answer + '\n' + answer + '\n', out);
            case DROP_AFTER -> {
                return false;
            }
            case DROP_WITHIN -> {
                write(answer.substring(0, faults.position(answer.length())), out);
                return false;
            }
            default -> write(answer + '\n', out);
        }
        return true;
    }

    /** One to three characters become other printable ones, digits often. */
    private String garbled(String answer) {
        StringBuilder text = new StringBuilder(answer);
        int count = 1 + faults.position(3);
        for (int i = 0; i < count; i++) {
            int at = faults.position(text.length());
            char other =
                    faults.position(2) == 0 ? (char) ('0' + faults.position(10)) : (char) (' ' + faults.position(95));
            text.setCharAt(at, other);
        }
        return text.toString();
    }

    private void pause() {
        try {
            Thread.sleep(options.lateMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void close(Socket socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException nothingIsLeftToClose) {
                return;
            }
        }
    }

    /** Waits until it is closed, or the thread is interrupted. */
    public void await() throws InterruptedException {
        synchronized (lock) {
            while (!server.isClosed()) {
                lock.wait();
            }
        }
    }

    /** Listens no more, and drops its client. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException nothingIsLeftToClose) {
            return;
        } finally {
            synchronized (lock) {
                close(client);
                lock.notifyAll();
            }
        }
    }
}
