package crosspike.report.paper.guo2020;

/**
 * The digital unit that prunes (Guo 2020, section Implementation Overhead, Tables 4 and 5): one access a cycle, nothing in
 * parallel. The paper prints totals only; the terms below give each of them to the last digit, so they are how we think it
 * counted. Its averages by image are those of 301 prunings (batches of 100 images from 30,000 to 60,000, both included) and
 * of 7 (batches of 5,000).
 *
 * @param inputs of the layer
 * @param neurons of the layer
 * @param groups of neurons at most; 20 in the paper
 */
record PruningUnit(int inputs, int neurons, int groups) {
    /** The paper's network. */
    static final PruningUnit PAPER = new PruningUnit(784, 100, 20);

    /** "The memory access (read and write) to an SRAM cell under the same technology consumes around 0.5 pJ". */
    private static final double JOULES_PER_BIT = 0.5e-12;

    private static final int IMAGES = 60_000;
    private static final int FIRST = 30_000;
    private static final int SPIKE_COUNT_BITS = 16;
    private static final int WEIGHT_BITS = 8;
    private static final int FLAG_BITS = 1;
    private static final int THRESHOLD_BITS = 24; // 16 and 8 bits for the integer and the fractional part

    /** Energy of a synaptic operation on Loihi, as the paper takes it. */
    static final double JOULES_PER_OPERATION = 23.6e-12;

    private static final int ADDERS = 4;
    private static final int COMPARATORS = 18;
    private static final int REGISTER_BITS = 620;
    private static final int WORD_BITS = 16;
    private static final int GATES_PER_ADDER_BIT = 9; // NANDs of a full adder
    private static final int GATES_PER_COMPARATOR_BIT = 16;
    private static final int GATES_PER_REGISTER_BIT = 5;
    private static final int BLOCK_MEMORY_BITS = 18 * 1024;

    /** "The number of NAND gates for an SNN with 100 neurons was estimated according to" Guo's digital implementation. */
    static final double GATES_OF_NETWORK = 3.0e6;

    /** Finds least and most spikes, and divides the range. */
    long groupingCycles() {
        return neurons + groups;
    }

    /** For each neuron a read, two comparisons and a subtraction. */
    long groupingOperations() {
        return 4L * neurons;
    }

    /** Each neuron is compared with each group. */
    long adaptingCycles() {
        return (long) neurons * groups;
    }

    /** For each neuron comparisons with half of the groups on average, and a write. */
    long adaptingOperations() {
        return (long) neurons * (groups / 2 + 1);
    }

    /** Each weight is visited. */
    long weightCycles() {
        return (long) inputs * neurons;
    }

    /** Each weight is read and compared. */
    long weightOperations() {
        return 2L * inputs * neurons;
    }

    long cycles() {
        return groupingCycles() + adaptingCycles() + weightCycles();
    }

    long operations() {
        return groupingOperations() + adaptingOperations() + weightOperations();
    }

    /**
     * A count of one pruning, by image of the paper's training: 60,000 images, pruned after each batch from 30,000 on, the last
     * one included.
     */
    static double perImage(double count, int batch) {
        int prunings = (IMAGES - FIRST) / batch + 1;
        return count * prunings / IMAGES;
    }

    /** Energy of one pruning, all of it priced as memory access: weights with their flags, comparisons, spike counts. */
    double joules() {
        long bits = weightCycles() * (2L * WEIGHT_BITS + FLAG_BITS)
                + (groupingOperations() + adaptingOperations()) * SPIKE_COUNT_BITS;
        return bits * JOULES_PER_BIT;
    }

    /** NAND gates of the unit. */
    static long gates() {
        return (long) WORD_BITS * (ADDERS * GATES_PER_ADDER_BIT + COMPARATORS * GATES_PER_COMPARATOR_BIT)
                + (long) REGISTER_BITS * GATES_PER_REGISTER_BIT;
    }

    /** Block memories of 18 Kb: spike counts in some, thresholds in others. */
    int blockMemories() {
        return blocks((long) neurons * SPIKE_COUNT_BITS) + blocks((long) neurons * THRESHOLD_BITS);
    }

    private static int blocks(long bits) {
        return Math.toIntExact((bits + BLOCK_MEMORY_BITS - 1) / BLOCK_MEMORY_BITS);
    }
}
