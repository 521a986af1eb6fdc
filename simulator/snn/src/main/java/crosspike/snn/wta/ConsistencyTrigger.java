package crosspike.snn.wta;

/**
 * Tells when a neuron is developed enough to be pruned: it has fired {@code run} times in a row within one presentation, on
 * {@code occurrences} occasions (Shi 2019, Table 1: 8 spikes, r = 10). A run counts once, when it reaches its length; it
 * starts anew with each presentation.
 */
public final class ConsistencyTrigger {
    private final int run;
    private final int occurrences;
    private final int[] counts;
    private int last;
    private int length;

    public ConsistencyTrigger(int run, int occurrences, int neurons) {
        this.run = run;
        this.occurrences = occurrences;
        this.counts = new int[neurons];
        presentationBegins();
    }

    /** Forgets the current run. */
    public void presentationBegins() {
        last = -1;
        length = 0;
    }

    /** Whether this spike is the one that makes the neuron developed; true once for each neuron. */
    public boolean developedBy(int neuron) {
        length = neuron == last ? length + 1 : 1;
        last = neuron;
        return length == run && ++counts[neuron] == occurrences;
    }

    /** Neurons that are developed. */
    public int developed() {
        int developed = 0;
        for (int count : counts) {
            developed += count >= occurrences ? 1 : 0;
        }
        return developed;
    }
}
