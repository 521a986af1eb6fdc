package crosspike.snn.wta;

import java.util.Arrays;

/** Watches the output spikes of a training and tells when a neuron is developed. */
public final class ConsistencyTrigger {
    private final Development development;
    private final int countedMs;
    private final int[] occurrences;
    private final int[] inAll;
    private final long[] spikes;
    private final long[] repeats;
    private int last = -1;
    private int inARow;
    private int lastAcross = -1;
    private int inARowAcross;
    private int previous = -1;

    /** @param displayMs steps of a presentation before its blank time */
    public ConsistencyTrigger(Development development, int displayMs, int neurons) {
        this.development = development;
        this.countedMs = development.countsBlank() ? Integer.MAX_VALUE : displayMs;
        this.occurrences = new int[neurons];
        this.inAll = new int[neurons];
        this.spikes = new long[neurons];
        this.repeats = new long[neurons];
    }

    /** Begins the counts within a presentation anew. */
    public void presentationBegins() {
        last = -1;
        previous = -1;
        Arrays.fill(inAll, 0);
    }

    /** Whether this spike is the one that makes the neuron developed; true once for each neuron. */
    public boolean developedBy(int step, int neuron) {
        spikes[neuron]++;
        repeats[neuron] += neuron == previous ? 1 : 0;
        previous = neuron;
        if (step >= countedMs) {
            return false;
        }
        inARow = neuron == last ? inARow + 1 : 1;
        last = neuron;
        inARowAcross = neuron == lastAcross ? inARowAcross + 1 : 1;
        lastAcross = neuron;
        return development.trigger().occurs(inARow, inARowAcross, ++inAll[neuron], development.run())
                && ++occurrences[neuron] == development.occurrences();
    }

    /** Occurrences of consistent firing so far. */
    public int occurrences(int neuron) {
        return occurrences[neuron];
    }

    /** Output spikes so far. */
    public long spikes(int neuron) {
        return spikes[neuron];
    }

    /**
     * Fraction of the neuron's spikes that followed right after one of its own within the same presentation; NaN if it
     * never fired.
     */
    public double consistency(int neuron) {
        return (double) repeats[neuron] / spikes[neuron];
    }
}
