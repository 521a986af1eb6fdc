package crosspike.crossbar;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * One thread's use of an array: the generator its noise and its rounding come from, and the counts and energies it adds
 * up. A session belongs to one thread; sums of sessions are taken in a fixed order, so that results do not depend on the
 * number of threads.
 */
public final class Session {
    /** Where read noise, cycle-to-cycle variation and stochastic rounding are drawn from. */
    public final UniformRandomProvider random;

    public long presentations;
    public long inputSpikes;
    public long outputSpikes;
    public long reads;
    public long activeRows;
    public long synapticOperations;
    public long nominalUpdates;
    public long cellReads;
    public long deviceWrites;
    public long potentiationPulses;
    public long depressionPulses;
    public long potentiationSlots;
    public long depressionSlots;
    public long flagReads;
    public long flagReadsSet;
    public long flagWrites;

    public double readJoules;
    public double cellReadJoules;
    public double potentiationJoules;
    public double depressionJoules;

    public Session(UniformRandomProvider random) {
        this.random = random;
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
                potentiationPulses,
                depressionPulses,
                potentiationSlots,
                depressionSlots,
                flagReads,
                flagReadsSet,
                flagWrites);
    }

    /** The energy spent so far. */
    public Energy energy() {
        return new Energy(readJoules, cellReadJoules, potentiationJoules, depressionJoules);
    }
}
