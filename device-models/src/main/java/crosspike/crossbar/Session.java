package crosspike.crossbar;

import crosspike.random.RandomStream;

/**
 * One thread's use of an array: the generator its noise and its rounding come from, and the counts and energies it adds
 * up. A session belongs to one thread; sums of sessions are taken in a fixed order, so that results do not depend on the
 * number of threads.
 */
public final class Session {
    /** Where read noise, cycle-to-cycle variation and stochastic rounding are drawn from. */
    public final RandomStream random;

    public long presentations;
    public long inputSpikes;
    public long outputSpikes;
    public long reads;
    public long activeRows;
    public long synapticOperations;
    public long nominalUpdates;
    public long cellReads;
    public long deviceWrites;
    public double potentiationPulses;
    public double depressionPulses;
    public double potentiationSlots;
    public double depressionSlots;
    public long flagReads;
    public long flagReadsSet;
    public long flagWrites;
    public long verifyReads;
    public long failedWrites;
    public long refreshes;
    public double staircaseSeconds;

    public double readJoules;
    public double cellReadJoules;
    public double potentiationJoules;
    public double depressionJoules;
    public double verifyJoules;
    public double halfSelectJoules;

    final LineSums lineSums = LineSums.FASTEST.get();
    final LatestRead latestRead = new LatestRead();

    /** The variances of the cells of the latest read. */
    final LatestRead latestVariances = new LatestRead();

    private float[] scratch = new float[0];
    private float[] variances = new float[0];

    public Session(RandomStream random) {
        this.random = random;
    }

    /** Gives back what arrays lent to this session, for the next to use. What was counted stays; reading on is possible. */
    public void end() {
        latestRead.end();
        latestVariances.end();
    }

    /** The counts so far. */
    public Activity activity() {
        return new Activity(
                presentations,
                inputSpikes,
                outputSpikes,
                reads,
                activeRows,
                synapticOperations,
                nominalUpdates,
                cellReads,
                deviceWrites,
                Math.round(potentiationPulses),
                Math.round(depressionPulses),
                Math.round(potentiationSlots),
                Math.round(depressionSlots),
                flagReads,
                flagReadsSet,
                flagWrites,
                verifyReads,
                failedWrites,
                refreshes,
                staircaseSeconds);
    }

    /** The energy spent so far. */
    public Energy energy() {
        return new Energy(
                readJoules, cellReadJoules, potentiationJoules, depressionJoules, verifyJoules, halfSelectJoules);
    }

    /** A scratch array of at least this length for the thread of this session; its contents are arbitrary. */
    float[] scratch(int length) {
        if (scratch.length < length) {
            scratch = new float[length];
        }
        return scratch;
    }

    /** A second scratch array, for the variances of noisy reads. */
    float[] variances(int length) {
        if (variances.length < length) {
            variances = new float[length];
        }
        return variances;
    }
}
