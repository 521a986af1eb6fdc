package crosspike.instrument;

import crosspike.crossbar.Line;
import crosspike.device.Pulse;
import crosspike.device.Waveforms;
import crosspike.input.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An array at the other end of a link, in physical units: row voltages in, column currents out, pulses in. Everything is
 * checked against the limits of the profile before it is sent. For one thread.
 */
public final class Instrument implements AutoCloseable {
    /** How the emulator begins when asked who it is; whatever does not is taken for real hardware. */
    public static final String EMULATOR_IDENTITY = "Crosspike,Emulator";

    /** What an address begins with that is the log of an earlier session. */
    public static final String REPLAY = "replay:";

    private final Profile profile;
    private final Link link;
    private final TransactionLog log;
    private final Waveforms waveforms;
    private final int rows;
    private final int columns;
    private final LineRequests requests;
    private final Thread atExit = new Thread(this::abort, "instrument outputs off");
    private final boolean isReplay;
    private int rowsThere;
    private int columnsThere;
    private boolean driven;

    private Instrument(
            Profile profile,
            Link link,
            TransactionLog log,
            Waveforms waveforms,
            int rows,
            int columns,
            boolean isReplay) {
        this.profile = profile;
        this.link = link;
        this.log = log;
        this.waveforms = waveforms;
        this.rows = rows;
        this.columns = columns;
        this.requests = new LineRequests(profile, waveforms, rows, columns);
        this.rowsThere = rows;
        this.columnsThere = columns;
        this.isReplay = isReplay;
    }

    /**
     * Connects: asks who is there, tells it limits and pulses, leaves outputs off.
     *
     * @param where its address, or {@code replay:FILE}
     * @param waveforms pulses of the device
     * @param rows rows to be used
     * @param columns columns to be used
     * @param log kept open until the instrument is closed; gone if nobody ever answered
     * @throws UserError if nobody answers, or the array there is smaller
     */
    public static Instrument connect(
            String where,
            Profile profile,
            Waveforms waveforms,
            int rows,
            int columns,
            LinkOptions options,
            TransactionLog log) {
        try {
            requirePlainPulses(waveforms, profile.limits());
            return connected(where, profile, waveforms, rows, columns, options, log);
        } catch (RuntimeException e) {
            log.abandon();
            throw e;
        }
    }

    private static Instrument connected(
            String where,
            Profile profile,
            Waveforms waveforms,
            int rows,
            int columns,
            LinkOptions options,
            TransactionLog log) {
        boolean isReplay = where.startsWith(REPLAY);
        Transport transport = isReplay
                ? new ReplayTransport(Path.of(where.substring(REPLAY.length())))
                : new SocketTransport(Address.parse(where), options.timeoutMillis());
        Link link = new Link(transport, profile, options, log, setup(profile, waveforms));
        Instrument instrument = new Instrument(profile, link, log, waveforms, rows, columns, isReplay);
        try {
            link.identity();
            instrument.requireSize();
        } catch (RuntimeException e) {
            instrument.close();
            throw e;
        }
        return instrument;
    }

    private static void requirePlainPulses(Waveforms waveforms, SafetyLimits limits) {
        if (!waveforms.areIdentical()) {
            throw new UserError(
                    "the pulses of this device grow from one to the next, which instruments are not told yet;"
                            + " expected a device without voltage_step and width_step");
        }
        for (Pulse pulse : List.of(waveforms.potentiation(), waveforms.depression())) {
            limits.checkTrain(pulse.volts(), pulse.seconds(), 1, 0);
        }
        limits.checkVolts(waveforms.read().volts(), "a read");
    }

    private static List<String> setup(Profile profile, Waveforms waveforms) {
        Map<String, Object> values = Map.of(
                "amps", profile.limits().currentAmps(),
                "up_volts", waveforms.potentiation().volts(),
                "up_seconds", waveforms.potentiation().seconds(),
                "down_volts", waveforms.depression().volts(),
                "down_seconds", waveforms.depression().seconds());
        return profile.commands().setup().stream()
                .map(command -> Template.parse("commands.setup", command, values.keySet())
                        .fill(values))
                .toList();
    }

    private void requireSize() {
        if (profile.commands().size() == null) {
            return;
        }
        double[] size = ask(List.of(Request.of(profile.commands().size(), 2, 1e9)));
        if (size[0] < rows || size[1] < columns) {
            throw new UserError("the array at the instrument has " + (long) size[0] + " x " + (long) size[1]
                    + " cells; expected at" + " least " + rows + " x " + columns
                    + ": choose fewer in crossbar.instrument.rows and columns");
        }
        rowsThere = (int) size[0];
        columnsThere = (int) size[1];
    }

    /** What the instrument says it is. */
    public String identity() {
        return link.identity();
    }

    /** Where it is. */
    String where() {
        return link.where();
    }

    /** Whether this is the emulator, which nothing can harm. */
    public boolean isEmulated() {
        return identity().startsWith(EMULATOR_IDENTITY);
    }

    /** How it is spoken to. */
    public Profile profile() {
        return profile;
    }

    LinkCounts counts() {
        return link.counts();
    }

    TransactionLog log() {
        return log;
    }

    /**
     * Switches outputs on; from here on they go off with {@link #close} or with the end of the program.
     *
     * @param armed whether the user allows real hardware to be driven; a replay drives none
     * @throws UserError if this is real hardware and it is not allowed
     */
    public void outputsOn(boolean armed) {
        if (!isEmulated() && !isReplay && !armed) {
            throw new UserError(
                    "\"" + identity() + "\" is real hardware; nothing was driven: check the limits of profile "
                            + profile.name() + ", then allow it with --arm");
        }
        if (!driven) {
            driven = true;
            Runtime.getRuntime().addShutdownHook(atExit);
        }
        link.outputsOn();
    }

    /**
     * Currents of all columns with some rows at one voltage.
     *
     * @param amps overwritten, in A
     */
    void read(int[] activeRows, double volts, float[] amps) {
        profile.limits().checkVolts(volts, "a read");
        if (activeRows.length == 0) {
            Arrays.fill(amps, 0, columns, 0f);
            return;
        }
        amps(requests.sums(activeRows, volts, columnsThere), amps);
    }

    private void amps(List<Request> asked, float[] amps) {
        double[] answer = ask(asked);
        for (int c = 0; c < columns; c++) {
            amps[c] = (float) answer[c];
        }
    }

    /** Currents of all columns with each row at a voltage of its own. */
    void read(float[] volts, float[] amps) {
        for (float each : volts) {
            profile.limits().checkVolts(each, "a read");
        }
        if (requests.readsVoltages()) {
            amps(List.of(requests.sums(volts, rowsThere, columnsThere)), amps);
            return;
        }
        float[] part = new float[columns];
        Arrays.fill(amps, 0, columns, 0f);
        rowsByVoltage(volts).forEach((each, at) -> {
            read(at.stream().mapToInt(Integer::intValue).toArray(), each, part);
            for (int c = 0; c < columns; c++) {
                amps[c] += part[c];
            }
        });
    }

    private static Map<Float, List<Integer>> rowsByVoltage(float[] volts) {
        Map<Float, List<Integer>> rows = new LinkedHashMap<>();
        for (int r = 0; r < volts.length; r++) {
            if (volts[r] != 0) {
                rows.computeIfAbsent(volts[r], v -> new ArrayList<>()).add(r);
            }
        }
        return rows;
    }

    /**
     * Conductances of the cells of a line, one by one, at the read voltage.
     *
     * @param siemens overwritten, in S
     */
    void readLine(Line line, int index, float[] siemens) {
        siemens(link.exchange(requests.read(line, index, cellsThere(line))), siemens, requests.cells(line));
    }

    private void siemens(List<List<double[]>> answers, float[] siemens, int cells) {
        double volts = waveforms.read().volts();
        int i = 0;
        for (List<double[]> answer : answers) {
            for (double[] numbers : answer) {
                for (int n = 0; n < numbers.length && i < cells; n++) {
                    siemens[i++] = (float) (numbers[n] / volts);
                }
            }
        }
    }

    /**
     * Applies pulses to the cells of a line and reads them.
     *
     * @param pulses signed whole counts
     * @param maxSiemens highest conductance a cell can have, for the limit of the energy
     * @param after overwritten: what the cells hold afterwards, in S
     */
    void pulse(Line line, int index, float[] pulses, double maxSiemens, float[] after) {
        float most = 0;
        float least = 0;
        for (int i = 0; i < requests.cells(line); i++) {
            most = Math.max(most, pulses[i]);
            least = Math.min(least, pulses[i]);
        }
        check(waveforms.potentiation(), most, maxSiemens);
        check(waveforms.depression(), -least, maxSiemens);
        changeAndRead(
                most > 0 || least < 0 ? requests.pulse(line, index, pulses, cellsThere(line)) : List.of(),
                line,
                index,
                after);
    }

    private void changeAndRead(List<Request> changes, Line line, int index, float[] after) {
        List<Request> all = new ArrayList<>(changes);
        all.addAll(requests.read(line, index, cellsThere(line)));
        List<List<double[]>> answers = link.exchange(all);
        siemens(answers.subList(changes.size(), answers.size()), after, requests.cells(line));
    }

    private void check(Pulse pulse, double count, double maxSiemens) {
        if (count > 0) {
            profile.limits().checkTrain(pulse.volts(), pulse.seconds(), count, maxSiemens);
        }
    }

    /** Whether cells can be put at conductances without pulses, which no real array can. */
    boolean places() {
        return profile.commands().placeColumn() != null && profile.commands().placeRow() != null;
    }

    /**
     * Puts the cells of a line at conductances and reads them.
     *
     * @param targets in S; NaN leaves a cell alone. Not modified.
     * @param after overwritten: what the cells hold afterwards, in S
     */
    void place(Line line, int index, float[] targets, float[] after) {
        changeAndRead(List.of(requests.place(line, index, targets, cellsThere(line))), line, index, after);
    }

    /** The array at the instrument may be larger than what is used of it. */
    private int cellsThere(Line line) {
        return line == Line.ROW ? columnsThere : rowsThere;
    }

    private double[] ask(List<Request> questions) {
        return link.exchange(questions).stream()
                .flatMap(List::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** Current through the first cell at the read voltage, in A: to see that something is there. */
    public double readCell() {
        float[] amps = new float[columns];
        read(new int[] {0}, waveforms.read().volts(), amps);
        return amps[0];
    }

    private void abort() {
        try (log) { // a line that is being written is finished first
            link.abort();
        } catch (UserError e) {
            System.err.println("error: " + e.getMessage());
        }
    }

    /** Switches outputs off, which the instrument must confirm, and ends the link and its log. */
    @Override
    public void close() {
        try {
            link.end();
        } finally {
            log.close();
            if (driven) {
                removeHook();
            }
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException theProgramIsEnding) {
            return;
        }
    }
}
