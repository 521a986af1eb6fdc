package crosspike.spice;

import crosspike.crossbar.ActiveRows;
import crosspike.crossbar.Ages;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeepReset;
import crosspike.crossbar.Disconnects;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.device.PulseResponse;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A crossbar some of whose reads are repeated by other means, and compared. Every session has its first read repeated and then
 * every n-th, so that which reads are does not depend on threads. Results are those of the crossbar itself.
 *
 * @param <C> what is checked
 */
public final class CheckedCrossbar<C extends Crossbar & Ages & DeepReset & Disconnects>
        implements Crossbar, Ages, DeepReset, Disconnects, AutoCloseable {
    private static final Comparator<Difference> ORDER = Comparator.comparingDouble(Difference::size)
            .thenComparing(Comparator.comparingLong(Difference::read).reversed())
            .thenComparing(Comparator.comparingInt(Difference::column).reversed())
            .thenComparingDouble(Difference::amps);

    private final C crossbar;
    private final ArrayReader reader;
    private final int every;
    private final double tolerance;
    private final boolean stops;
    private final double[] volts;
    private final double[] exact;
    private final List<Double> differences = new ArrayList<>();
    private Difference worst;

    /** One column of one read, and how far off it is, relative to the largest current of the read. */
    private record Difference(long read, int column, double amps, double exactAmps, double size) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "read %d, column %d: %.9e A instead of %.9e A", read, column, amps, exactAmps);
        }
    }

    /**
     * @param crossbar what reads and is programmed; used by nobody else
     * @param reader repeats reads; used by nobody else
     * @param every how many reads of a session to the next that is repeated, at least 1
     * @param tolerance largest difference that is allowed, relative to the largest current of the read. Currents are handed on
     *     in single precision, so that sums over many rows are off by about 1e-6
     * @param stops whether a difference beyond that is an error; otherwise it is counted
     */
    public CheckedCrossbar(C crossbar, ArrayReader reader, int every, double tolerance, boolean stops) {
        if (every < 1) throw new UserError("every is " + every + "; expected 1 or more");
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new UserError("tolerance is " + tolerance + "; expected a number between 0 and 1, such as 1e-5");
        }
        this.crossbar = crossbar;
        this.reader = reader;
        this.every = every;
        this.tolerance = tolerance;
        this.stops = stops;
        this.volts = new double[crossbar.rows()];
        this.exact = new double[crossbar.columns()];
    }

    /** What was found so far. */
    public synchronized ReadChecks checks() {
        double[] sorted =
                differences.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new ReadChecks(
                reader.engine(),
                every,
                tolerance,
                sorted.length,
                Arrays.stream(sorted).filter(d -> !(d <= tolerance)).count(),
                Arrays.stream(sorted).average().orElse(0),
                worst == null ? 0 : worst.size(),
                worst == null ? "" : worst.toString());
    }

    @Override
    public void read(int[] activeRows, int count, float[] amps, Session session) {
        long number = session.reads;
        crossbar.read(activeRows, count, amps, session);
        if (number % every == 0) repeat(activeRows, count, amps, number);
    }

    @Override
    public void read(ActiveRows rows, float[] amps, Session session) {
        long number = session.reads;
        crossbar.read(rows, amps, session);
        if (number % every == 0) repeat(rows.list(), rows.count(), amps, number);
    }

    private synchronized void repeat(int[] activeRows, int count, float[] amps, long number) {
        Arrays.fill(volts, 0);
        for (int i = 0; i < count; i++) volts[activeRows[i]] = readVolts();
        compare(amps, number);
    }

    @Override
    public void read(float[] rowVolts, float[] amps, Session session) {
        long number = session.reads;
        crossbar.read(rowVolts, amps, session);
        if (number % every == 0) repeat(rowVolts, amps, number);
    }

    private synchronized void repeat(float[] rowVolts, float[] amps, long number) {
        for (int i = 0; i < volts.length; i++) volts[i] = rowVolts[i];
        compare(amps, number);
    }

    private void compare(float[] amps, long number) {
        if (Arrays.stream(volts).allMatch(v -> v == 0)) Arrays.fill(exact, 0);
        else reader.read(crossbar.conductances(), volts, exact);
        double scale = Math.max(Agreement.largest(exact), ArrayVerifier.SMALLEST_AMPS);
        int column = 0;
        double largest = -1;
        for (int j = 0; j < exact.length; j++) {
            double difference = Math.abs(amps[j] - exact[j]) / scale;
            if (!(difference <= largest)) { // also if it is not a number
                largest = difference;
                column = j;
            }
        }
        Difference found = new Difference(number, column, amps[column], exact[column], largest);
        if (worst == null || ORDER.compare(found, worst) > 0) worst = found;
        differences.add(largest);
        if (stops && !(largest <= tolerance)) throw disagreement(found);
    }

    private CheckFailed disagreement(Difference found) {
        return new CheckFailed(String.format(
                Locale.ROOT,
                "%s, says %s: %.1e of the largest current, beyond the tolerance of %.1e (crossbar.check)",
                found,
                reader.engine(),
                found.size(),
                tolerance));
    }

    @Override
    public int rows() {
        return crossbar.rows();
    }

    @Override
    public int columns() {
        return crossbar.columns();
    }

    @Override
    public double readVolts() {
        return crossbar.readVolts();
    }

    @Override
    public PulseResponse response() {
        return crossbar.response();
    }

    @Override
    public void readLine(Line line, int index, float[] siemens, Session session) {
        crossbar.readLine(line, index, siemens, session);
    }

    @Override
    public void program(Line line, int index, float[] pulses, Session session) {
        crossbar.program(line, index, pulses, session);
    }

    @Override
    public void place(Line line, int index, float[] targets, Session session) {
        crossbar.place(line, index, targets, session);
    }

    @Override
    public void deepReset(Line line, int index, boolean[] which, double fractionOfMin, Session session) {
        crossbar.deepReset(line, index, which, fractionOfMin, session);
    }

    @Override
    public void disconnect(Line line, int index, boolean[] which) {
        crossbar.disconnect(line, index, which);
    }

    @Override
    public void preset(float[][] siemens) {
        crossbar.preset(siemens);
    }

    @Override
    public void age(double seconds, double kelvin, Session session) {
        crossbar.age(seconds, kelvin, session);
    }

    @Override
    public void transfer(Session session) {
        crossbar.transfer(session);
    }

    @Override
    public float[][] conductances() {
        return crossbar.conductances();
    }

    /** Ends what repeats the reads, and what it is about. */
    @Override
    public void close() {
        reader.close();
        if (crossbar instanceof NgspiceCrossbar simulated) simulated.close();
    }
}
