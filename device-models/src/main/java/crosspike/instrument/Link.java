package crosspike.instrument;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;

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
    private static final String NO_ERROR = "0";
    private static final int FIRST_PAUSE_MILLIS = 5;

    private final Transport transport;
    private final Profile profile;
    private final LinkOptions options;
    private final TransactionLog log;
    private final List<String> setup;
    private final LinkCounts counts = new LinkCounts();
    private final Object writing = new Object();
    private String identity;
    private long sequence;
    private boolean connected;
    private boolean isReset;
    private boolean wantsOutputs;
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

        boolean isDone() {
            for (boolean each : done) {
                if (!each) return false;
            }
            return true;
        }
    }

    /** @param setup commands that follow each connecting */
    Link(Transport transport, Profile profile, LinkOptions options, TransactionLog log, List<String> setup) {
        this.transport = transport;
        this.profile = profile;
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
                giveUpConnection(e, failures);
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

    private void giveUpConnection(IOException e, int failures) {
        if (ending.get()) {
            throw new UserError("the instrument was told to stop; its outputs are off");
        }
        transport.disconnect();
        connected = false;
        String reason = e instanceof LinkFailure ? e.getMessage() : "the link failed: " + e.getMessage();
        log.write(TransactionLog.FAILED, reason);
        transport.failed(reason);
        counts.failures++;
        if (failures > options.retries()) {
            throw new UserError("instrument at " + transport.name() + ": " + reason + " (tried " + failures
                    + " times); expected an instrument that answers as profile " + profile.name()
                    + " says: try crosspike instrument check");
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
                    send(line(exchange.requests.get(next), exchange.numbers[next]));
                }
                next++;
            }
            if (waiting.isEmpty()) {
                return;
            }
            Sent sent = waiting.remove();
            Request request = exchange.requests.get(sent.request());
            exchange.answers.set(sent.request(), check(receive(), request, sent.number()));
            exchange.done[sent.request()] = true;
            counts.took(System.nanoTime() - sent.nanos());
        }
    }

    private String line(Request request, long number) {
        List<String> commands = new ArrayList<>(request.commands());
        if (asksForCompliance(request)) {
            commands.add(profile.commands().compliance());
        }
        commands.add(profile.commands().error());
        return framed(number, commands);
    }

    private boolean asksForCompliance(Request request) {
        return profile.commands().compliance() != null && !request.counts().isEmpty();
    }

    private static String numbered(String command, long number) {
        return command.replace("{sequence}", Long.toString(number));
    }

    /** The numbers of an answer, if every part of it is right. */
    private List<double[]> check(String answer, Request request, long number) throws IOException {
        List<String> parts = Statements.split(unframed(answer, number));
        boolean limits = asksForCompliance(request);
        int expected = request.counts().size() + (limits ? 2 : 1);
        if (parts.size() != expected) {
            throw new LinkFailure(
                    "an answer has " + parts.size() + " parts instead of " + expected + ": " + shown(answer));
        }
        requireNoError(parts.get(expected - 1));
        if (limits && truth(parts.get(expected - 2))) {
            throw new LinkFailure("a current was limited: the array conducts more than limits.current of the profile, "
                    + profile.limits().currentAmps() + " A");
        }
        List<double[]> numbers = new ArrayList<>(request.counts().size());
        for (int i = 0; i < request.counts().size(); i++) {
            numbers.add(numbers(
                    parts.get(i), request.counts().get(i), request.bounds().get(i)));
        }
        return numbers;
    }

    private String withoutChecksum(String answer) throws LinkFailure {
        if (profile.commands().checksum() == null) {
            return answer;
        }
        int end = answer.lastIndexOf(';');
        String content = end < 0 ? "" : answer.substring(0, end);
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.ISO_8859_1));
        if (end < 0 || !answer.substring(end + 1).equals(Long.toString(crc.getValue()))) {
            throw new LinkFailure("the checksum of an answer is wrong: " + shown(answer));
        }
        return content;
    }

    private static double[] numbers(String part, int count, double bound) throws LinkFailure {
        double[] numbers = new double[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int comma = part.indexOf(',', from);
            boolean last = i == count - 1;
            if (last ? comma >= 0 : comma < 0) {
                throw new LinkFailure("an answer has " + part.split(",", -1).length + " numbers instead of " + count);
            }
            String text = part.substring(from, last ? part.length() : comma).strip();
            double number = ScpiNumber.parse(text);
            if (!Double.isFinite(number)) {
                throw new LinkFailure("an answer has \"" + shown(text) + "\" instead of a number");
            }
            if (!(Math.abs(number) <= bound)) {
                throw new LinkFailure("an answer has " + shown(text) + ", beyond what can be: " + bound);
            }
            numbers[i] = number;
            from = comma + 1;
        }
        return numbers;
    }

    private void requireNoError(String entry) throws LinkFailure {
        String code = entry.strip();
        if (code.startsWith("+")) code = code.substring(1);
        int comma = code.indexOf(',');
        if (!(comma < 0 ? code : code.substring(0, comma)).equals(NO_ERROR)) {
            counts.errors++;
            throw new LinkFailure("the instrument says " + shown(entry));
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
            throw new LinkFailure("another instrument answers: " + shown(here) + " instead of " + shown(identity));
        }
        settleChanges(exchange);
        if (!isReset) {
            command(profile.commands().reset());
            isReset = true;
        }
        send(profile.commands().clear());
        command(profile.commands().outputsOff());
        for (String each : setup) {
            command(each);
        }
        if (wantsOutputs) {
            command(profile.commands().outputsOn());
        }
        connected = true;
    }

    /** Which of the changes that were begun on the last connection were done. */
    private void settleChanges(Exchange exchange) throws IOException {
        for (int i = 0; i < exchange.done.length; i++) {
            if (!exchange.begun[i]
                    || exchange.done[i]
                    || !exchange.requests.get(i).changesCells()) {
                continue;
            }
            if (profile.commands().wasDone() == null) {
                counts.unsettled++;
                exchange.done[i] = true;
            } else {
                exchange.done[i] = truth(ask(numbered(profile.commands().wasDone(), exchange.numbers[i])));
                exchange.begun[i] = exchange.done[i];
            }
        }
    }

    private static boolean truth(String text) throws LinkFailure {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "0", "OFF" -> false;
            case "1", "ON" -> true;
            default -> throw new LinkFailure("the instrument says \"" + shown(text) + "\" instead of 0 or 1");
        };
    }

    /** A command of its own, which must leave no error. */
    private void command(String command) throws IOException {
        long number = ++sequence;
        send(framed(number, List.of(command, profile.commands().error())));
        requireNoError(unframed(receive(), number));
    }

    /** A question of its own. */
    private String ask(String question) throws IOException {
        long number = ++sequence;
        send(framed(number, List.of(question)));
        String answer = unframed(receive(), number);
        if (answer.isBlank()) {
            throw new LinkFailure("no answer to " + question);
        }
        return answer;
    }

    /** Commands in one line, its number before and its checksum after them, as far as the instrument knows them. */
    private String framed(long number, List<String> commands) {
        StringBuilder line = new StringBuilder();
        if (profile.commands().sequence() != null) {
            Statements.append(line, numbered(profile.commands().sequence(), number));
        }
        commands.forEach(command -> Statements.append(line, command));
        if (profile.commands().checksum() != null) {
            Statements.append(line, profile.commands().checksum());
        }
        return line.toString();
    }

    /** An answer without its number and its checksum, which are right. */
    private String unframed(String answer, long number) throws LinkFailure {
        String content = withoutChecksum(answer);
        if (profile.commands().sequence() == null) {
            return content;
        }
        String expected = Long.toString(number);
        if (content.equals(expected)) {
            return "";
        }
        if (!content.startsWith(expected + ";")) {
            throw new LinkFailure("an answer belongs to another line: " + shown(answer));
        }
        return content.substring(expected.length() + 1);
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
        log.write(TransactionLog.ANSWERED, answer);
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
                transport.failed(e.getMessage());
                counts.failures++;
            }
        }
        throw new UserError("instrument at " + transport.name() + " did not confirm that its outputs are off ("
                + last.getMessage() + "); OUTPUTS MAY BE ON: switch them off at the instrument");
    }

    private void switchOff() throws IOException {
        long number = ++sequence;
        String line = framed(
                number,
                List.of(profile.commands().outputsOff(), profile.commands().outputs()));
        note(TransactionLog.SENT, line);
        transport.send(line);
        String answer = transport.receive();
        note(TransactionLog.ANSWERED, answer);
        if (truth(unframed(answer, number))) {
            throw new LinkFailure("its outputs are still on");
        }
    }

    /** A full disk must not keep outputs on. */
    private void note(char mark, String text) {
        try {
            log.write(mark, text);
        } catch (UserError e) {
            counts.unlogged++;
        }
    }

    private static String shown(String text) {
        String printable = text.replaceAll("[^ -~]", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "...";
    }
}
