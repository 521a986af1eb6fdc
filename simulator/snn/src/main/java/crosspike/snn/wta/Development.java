package crosspike.snn.wta;

/**
 * When a neuron is developed enough to be pruned: after some occurrences of consistent firing.
 *
 * @param trigger what counts as an occurrence
 * @param run output spikes that make one
 * @param occurrences occurrences that make a neuron developed
 * @param countsBlank whether spikes in the blank time at the end of a presentation count; if not, it is as if they were not
 *     there
 */
public record Development(Trigger trigger, int run, int occurrences, boolean countsBlank) {

    /** Shi 2019, Table 1: 8 spikes in a row, r = 10, read literally. */
    public static final Development SHI2019 = literal(8, 10);

    public Development {
        if (run < 1 || occurrences < 1) {
            throw new IllegalArgumentException(
                    "pruning after " + occurrences + " runs of " + run + "; expected at least 1 each");
        }
    }

    /** Runs that reach their length within one presentation. */
    public static Development literal(int run, int occurrences) {
        return new Development(Trigger.RUN, run, occurrences, true);
    }
}
