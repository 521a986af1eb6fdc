package crosspike.crossbar;

import java.util.stream.LongStream;

/**
 * What an array and the network around it did, in counts. Circuits price it afterwards, so one run can be priced for many
 * technology nodes.
 *
 * @param presentations images shown; one that is shown again counts again
 * @param inputSpikes spikes of the input neurons
 * @param outputSpikes spikes of the output neurons
 * @param reads weighted sums: all columns read at once
 * @param activeRows word lines at the read voltage, summed over {@code reads}
 * @param synapticOperations active rows x output neurons, summed over {@code reads}
 * @param nominalUpdates weights the learning rule visited, clipped or unchanged ones included (Shi 2019, Table 2)
 * @param cellReads cells read one line at a time before an update
 * @param deviceWrites cells that received at least one pulse
 * @param potentiationPulses pulses that raise a conductance
 * @param depressionPulses pulses that lower a conductance
 * @param potentiationSlots pulse periods of the potentiation phases: the largest count on each programmed line, summed
 * @param depressionSlots the same for the depression phases
 * @param flagReads prune flags read before an update
 * @param flagReadsSet how many of them said "pruned"
 * @param flagWrites prune flags written
 * @param verifyReads cells read to verify a write
 * @param failedWrites cells that a verified write could not bring within the tolerance
 * @param refreshes pairs of cells that were reset because one of them was nearly at its end
 * @param staircaseSeconds time by which the pulses of staircases lasted longer than as many first pulses, in s
 */
public record Activity(
        long presentations,
        long inputSpikes,
        long outputSpikes,
        long reads,
        long activeRows,
        long synapticOperations,
        long nominalUpdates,
        long cellReads,
        long deviceWrites,
        long potentiationPulses,
        long depressionPulses,
        long potentiationSlots,
        long depressionSlots,
        long flagReads,
        long flagReadsSet,
        long flagWrites,
        long verifyReads,
        long failedWrites,
        long refreshes,
        double staircaseSeconds) {

    public Activity {
        LongStream counts = LongStream.of(
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
                flagWrites,
                verifyReads,
                failedWrites,
                refreshes);
        if (counts.anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count is negative");
        }
    }

    public static final Activity NONE = new Activity(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Activity plus(Activity other) {
        return new Activity(
                presentations + other.presentations,
                inputSpikes + other.inputSpikes,
                outputSpikes + other.outputSpikes,
                reads + other.reads,
                activeRows + other.activeRows,
                synapticOperations + other.synapticOperations,
                nominalUpdates + other.nominalUpdates,
                cellReads + other.cellReads,
                deviceWrites + other.deviceWrites,
                potentiationPulses + other.potentiationPulses,
                depressionPulses + other.depressionPulses,
                potentiationSlots + other.potentiationSlots,
                depressionSlots + other.depressionSlots,
                flagReads + other.flagReads,
                flagReadsSet + other.flagReadsSet,
                flagWrites + other.flagWrites,
                verifyReads + other.verifyReads,
                failedWrites + other.failedWrites,
                refreshes + other.refreshes,
                staircaseSeconds + other.staircaseSeconds);
    }

    /** The same with other reads. */
    public Activity withReads(long otherReads, long otherActiveRows) {
        return with(otherReads, otherActiveRows, nominalUpdates);
    }

    /** The same with other updates of the learning rule. */
    public Activity withNominalUpdates(long otherUpdates) {
        return with(reads, activeRows, otherUpdates);
    }

    private Activity with(long otherReads, long otherActiveRows, long otherUpdates) {
        return new Activity(
                presentations,
                inputSpikes,
                outputSpikes,
                otherReads,
                otherActiveRows,
                synapticOperations,
                otherUpdates,
                cellReads,
                deviceWrites,
                potentiationPulses,
                depressionPulses,
                potentiationSlots,
                depressionSlots,
                flagReads,
                flagReadsSet,
                flagWrites,
                verifyReads,
                failedWrites,
                refreshes,
                staircaseSeconds);
    }
}
