package crosspike.snn.wta;

/**
 * What counts as an occurrence of consistent firing. Shi 2019, Pruning During Training: "we accumulate a count of the
 * occurrences where there are at least 8 consecutive output spikes [...] from a specific output neuron during the 40 ms
 * presentation period". Which spikes make an occurrence is open; these are the readings. n is {@link Development#run}.
 */
public enum Trigger {
    /** The literal reading: an unbroken run reaches n within one presentation. A run counts once, however long. */
    RUN {
        @Override
        boolean occurs(int inARow, int inARowAcross, int inAll, int n) {
            return inARow == n;
        }
    },
    /** Runs go on from one presentation to the next, and every n spikes of a run count. */
    RUN_ACROSS {
        @Override
        boolean occurs(int inARow, int inARowAcross, int inAll, int n) {
            return inARowAcross % n == 0;
        }
    },
    /** Every spike of a run within one presentation counts, from the n-th on. */
    RUN_EVERY_SPIKE {
        @Override
        boolean occurs(int inARow, int inARowAcross, int inAll, int n) {
            return inARow >= n;
        }
    },
    /** The neuron's spikes within one presentation reach n, whatever fires in between. */
    TOTAL {
        @Override
        boolean occurs(int inARow, int inARowAcross, int inAll, int n) {
            return inAll == n;
        }
    },
    /** Every spike of the neuron within one presentation counts, from the n-th on, whatever fires in between. */
    TOTAL_EVERY_SPIKE {
        @Override
        boolean occurs(int inARow, int inARowAcross, int inAll, int n) {
            return inAll >= n;
        }
    };

    /**
     * Whether a spike is an occurrence.
     *
     * @param inARow spikes of the neuron in a row within the presentation, this one included
     * @param inARowAcross the same, presentations regardless
     * @param inAll spikes of the neuron within the presentation, this one included
     * @param n spikes that are wanted
     */
    abstract boolean occurs(int inARow, int inARowAcross, int inAll, int n);
}
