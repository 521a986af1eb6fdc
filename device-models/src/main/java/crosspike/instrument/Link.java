package crosspike.instrument;

import crosspike.input.UserError;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A conversation in which no answer is taken for another. After every line the error queue is asked; an answer counts only
 * if it has all its parts, the number of the line and the checksum if the instrument knows them, and as many finite numbers
 * within their bounds as were asked for. At any doubt the connection is made anew, with outputs off until the limits are set
 * again, and what was not done is asked again. Pulses are never sent twice: an instrument that numbers its lines is asked what
 * it did last; with any other, what the cells hold afterwards is what happened.
 *
 * <p>For one thread; {@link #end} may come from another.
 */
final class Link {
    private static final int FIRST_PAUSE_MILLIS = 5;

    private final Transport transport;
    private final Profile profile;
    private final Framing framing;
    private final LinkOptions options;
    private final TransactionLog log;
    private final List<String> setup;
    private final LinkCounts counts = new LinkCounts();
    private final Object writing = new Object(); // held where the thread that ends the link must not come between
    private String identity;
    private long sequence;
    private boolean connected;
    private boolean isReset;
    private boolean wantsOutputs;
    /** Failures at pulses of which nobody knows whether they were done, none confirmed between. */
    private int unsettledInRow;

    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** A line that was sent, with its number. */
    private record Sent(int request, long number, long nanos) {}

    /** An exchange under way. */
    private static final class Exchange {
        final List<Request> requests;
        final long[] numbers;
        final boolean[] begun;
        final boolean[] done;
        final List<List<double[]>> answers;

        Exchange(List<Request> requests) {
            this.requests = requests;
            this.numbers = new long[requests.size()];
            this.begun = new boolean[requests.size()];
            this.done = new boolean[requests.size()];
            this.answers = new ArrayList<>(Collections.nCopies(requests.size(), List.of()));
        }
    }

    /** @param setup commands that follow each connecting */
    Link(Transport transport, Profile profile, LinkOptions options, TransactionLog log, List<String> setup) {
        this.transport = transport;
        this.profile = profile;
        this.framing = new Framing(profile);
        this.options = options;
        this.log = log;
        this.setup = List.copyOf(setup);
    }

    LinkCounts counts() {
        return counts;
    }

    /** Where the instrument is, in words. */
    String where() {
        return transport.name();
    }

    /** What the instrument says it is; asked when the first connection is made. */
    String identity() {
        if (identity == null) {
            exchange(List.of());
        }
        return identity;
    }

    void outputsOn() {
        wantsOutputs = true;
        exchange(List.of(new Request(List.of(profile.commands().outputsOn()), List.of(), List.of(), false)));
    }

    /**
     * Sends lines and waits for what they answer.
     *
     * @return for each request the numbers of its answers
     * @throws UserError if the instrument does not do it, also not when tried again
     */
    List<List<double[]>> exchange(List<Request> requests) {
        Exchange exchange = new Exchange(requests);
        for (int i = 0; i < exchange.numbers.length; i++) {
            exchange.numbers[i] = ++sequence;
        }
        int failures = 0;
        while (true) {
            int before = count(exchange.done);
            try {
                if (!connected) {
                    connect(exchange);
                }
                converse(exchange);
                return exchange.answers;
            } catch (IOException e) {
                failures = count(exchange.done) > before ? 1 : failures + 1;
                giveUpConnection(e, leaveChanges(exchange) ? Math.max(failures, unsettledInRow) : failures);
            }
        }
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    /**
     * Leaves the changes that were begun as they are, with an instrument that cannot say whether it did them: what the cells
     * hold is what happened. But one that confirms none of them does not work.
     *
     * @return whether there are any
     */
    private boolean leaveChanges(Exchange exchange) {
        int left = 0;
        for (int i = 0; i < exchange.done.length && profile.commands().wasDone() == null; i++) {
            if (isOpen(exchange, i)) {
                exchange.done[i] = true;
                left++;
            }
        }
        counts.unsettled += left;
        unsettledInRow += left > 0 ? 1 : 0;
        return left > 0;
    }

    /** Whether it is a change that was begun and may have been done. */
    private static boolean isOpen(Exchange exchange, int i) {
        return exchange.begun[i]
                && !exchange.done[i]
                && exchange.requests.get(i).changesCells();
    }

    private void giveUpConnection(IOException e, int failures) {
        String reason = e instanceof LinkFailure ? e.getMessage() : "the link failed: " + e.getMessage();
        synchronized (writing) {
            if (ending.get()) {
                throw new UserError("the instrument was told to stop; its outputs are off");
            }
            transport.disconnect();
            connected = false;
            log.write(TransactionLog.FAILED, reason);
            transport.failed();
        }
        counts.failures++;
        if (failures > options.retries()) {
            throw new UserError("instrument at " + transport.name() + ": " + reason + " (tried " + failures
                    + " times); expected an instrument that answers as profile " + profile.name()
                    + " says, and cells of the device that is named; crosspike instrument check --device NAME --log FILE"
                    + " shows what it answers");
        }
        if (!(e instanceof LinkFailure)) {
            pause(failures);
        }
    }

    /** Nobody listens: perhaps soon. */
    private void pause(int failures) {
        try {
            Thread.sleep(Math.min(options.timeoutMillis(), FIRST_PAUSE_MILLIS << Math.min(failures, 20)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while waiting for the instrument at " + transport.name(), e);
        }
    }

    /** Lines are sent some ahead of their answers, in order. */
    private void converse(Exchange exchange) throws IOException {
        Deque<Sent> waiting = new ArrayDeque<>();
        int next = 0;
        while (next < exchange.done.length || !waiting.isEmpty()) {
            while (next < exchange.done.length && waiting.size() < profile.linesAhead()) {
                if (!exchange.done[next]) {
                    exchange.begun[next] = true;
                    waiting.add(new Sent(next, exchange.numbers[next], System.nanoTime()));
                    send(framing.line(exchange.requests.get(next), exchange.numbers[next]));
                }
                next++;
            }
            if (waiting.isEmpty()) {
                return;
            }
            Sent sent = waiting.remove();
            Request request = exchange.requests.get(sent.request());
            exchange.answers.set(sent.request(), framing.numbers(receive(), request, sent.number()));
            exchange.done[sent.request()] = true;
            unsettledInRow = request.changesCells() ? 0 : unsettledInRow;
            counts.took(System.nanoTime() - sent.nanos());
        }
    }

    /** Connects, and brings the instrument where it was: errors cleared, outputs off, limits, outputs. */
    private void connect(Exchange exchange) throws IOException {
        synchronized (writing) {
            requireGoingOn();
            log.write(TransactionLog.CONNECTED, transport.name());
            transport.connect();
        }
        counts.connections++;
        String here = ask(profile.commands().identify());
        if (identity == null) {
            identity = here;
        } else if (!identity.equals(here)) {
            throw new LinkFailure(
                    "another instrument answers: " + Framing.shown(here) + " instead of " + Framing.shown(identity));
        }
        settleChanges(exchange);
        send(profile.commands().clear()); // first, because errors of an earlier client outlive a reset
        if (!isReset) {
            command(profile.commands().reset());
            isReset = true;
        }
        command(profile.commands().outputsOff());
        for (String each : setup) {
            command(each);
        }
        if (wantsOutputs) {
            command(profile.commands().outputsOn());
        }
        connected = true;
    }

    /** Asks which of the changes that were begun on the last connection were done. */
    private void settleChanges(Exchange exchange) throws IOException {
        for (int i = 0; i < exchange.done.length; i++) {
            if (isOpen(exchange, i)) {
                exchange.done[i] =
                        Framing.truth(ask(Framing.numbered(profile.commands().wasDone(), exchange.numbers[i])));
                exchange.begun[i] = exchange.done[i];
            }
        }
    }

    /** A command of its own, which must leave no error. */
    private void command(String command) throws IOException {
        long number = ++sequence;
        send(framing.framed(number, List.of(command, profile.commands().error())));
        Framing.requireNoError(framing.unframed(receive(), number));
    }

    /** A question of its own. */
    private String ask(String question) throws IOException {
        long number = ++sequence;
        send(framing.framed(number, List.of(question)));
        String answer = framing.unframed(receive(), number);
        if (answer.isBlank()) {
            throw new LinkFailure("no answer to " + question);
        }
        return answer;
    }

    private void send(String line) throws IOException {
        synchronized (writing) {
            requireGoingOn();
            log.write(TransactionLog.SENT, line);
            transport.send(line);
        }
        counts.lines++;
    }

    private void requireGoingOn() throws LinkFailure {
        if (ending.get()) {
            throw new LinkFailure("the program is ending");
        }
    }

    private String receive() throws IOException {
        requireGoingOn();
        String answer = transport.receive();
        synchronized (writing) {
            requireGoingOn();
            log.write(TransactionLog.ANSWERED, answer);
        }
        return answer;
    }

    /**
     * Switches outputs off and sees that they are, on as many connections as it takes; nothing is sent afterwards. Does nothing
     * if no connection was ever made. If another thread does it or did it, this one waits until that is over, so that neither
     * the log nor the program ends before the answer has come.
     *
     * @throws UserError if the instrument does not confirm it
     */
    void end() {
        if (ending.compareAndSet(false, true)) {
            end(!connected);
        } else {
            awaitEnd();
        }
    }

    /** Breaks off what another thread is waiting for, then {@link #end}. */
    void abort() {
        if (ending.compareAndSet(false, true)) {
            transport.disconnect();
            end(true);
        } else {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param afresh whether a connection has to be made first */
    private void end(boolean afresh) {
        try {
            if (identity != null) {
                synchronized (writing) {
                    seeOutputsOff(afresh);
                }
            }
        } finally {
            ended.countDown();
        }
    }

    private void seeOutputsOff(boolean afresh) {
        boolean fresh = afresh;
        IOException last = null;
        for (int attempt = 0; attempt <= options.retries() + 1; attempt++) {
            try {
                if (fresh) {
                    note(TransactionLog.CONNECTED, transport.name());
                    transport.connect();
                }
                switchOff();
                transport.disconnect();
                return;
            } catch (IOException e) {
                last = e;
                fresh = true;
                transport.disconnect();
                note(TransactionLog.FAILED, String.valueOf(e.getMessage()));
                transport.failed();
                counts.failures++;
            }
        }
        throw new UserError("instrument at " + transport.name() + " did not confirm that its outputs are off ("
                + last.getMessage() + "); OUTPUTS MAY BE ON: switch them off at the instrument");
    }

    private void switchOff() throws IOException {
        long number = ++sequence;
        String line = framing.framed(
                number,
                List.of(profile.commands().outputsOff(), profile.commands().outputs()));
        note(TransactionLog.SENT, line);
        transport.send(line);
        String answer = transport.receive();
        note(TransactionLog.ANSWERED, answer);
        if (Framing.truth(framing.unframed(answer, number))) {
            throw new LinkFailure("its outputs are still on");
        }
    }

    /** A full disk must not keep outputs on. */
    private void note(char mark, String text) {
        try {
            log.write(mark, text);
        } catch (UserError theDiskIsFull) {
            return;
        }
    }
}
