package crosspike.snn.encoding;

import crosspike.random.SplitMix64;
import java.util.Arrays;

/**
 * Draws many words of random bits, each word with a probability of its own that a bit is set. Every bit compares a random number
 * of 32 bits with the threshold, bit by bit from the top, until all bits of all words are decided, which takes some 14 rounds for
 * a hundred words. A round's random words are those of {@link SplitMix64}, a hash of key, word and round, so
 * that they are made side by side in loops that compilers turn into vector code. Holds the buffers of one thread.
 */
final class BernoulliWords {
    /** Bits of a threshold, and random words that there are for each word. */
    private static final int BITS = 32;

    /** Rounds in which hardly ever all bits are decided. */
    private static final int ROUNDS = 9;

    /** Of each word: where its random words begin; the one of a round; bits that are undecided. */
    private final long[] starts;

    private final long[] random;
    private final long[] undecided;

    /**
     * @param most words to draw at once
     */
    BernoulliWords(int most) {
        this.starts = new long[most];
        Arrays.setAll(starts, i -> i * BITS * SplitMix64.GAMMA);
        this.random = new long[most];
        this.undecided = new long[most];
    }

    /**
     * Draws words.
     *
     * @param thresholds probability of each word's bits, in units of 2⁻³², less than 2³². Not modified.
     * @param wanted bits that take part; the others are not set
     * @param key random; with the same key the same words are drawn
     * @param out overwritten: its first {@code count} words
     */
    void draw(long[] thresholds, int count, long wanted, long key, long[] out) {
        Arrays.fill(undecided, 0, count, wanted);
        Arrays.fill(out, 0, count, 0);
        for (int round = 1; round <= BITS; round++) {
            hash(starts, key + round * SplitMix64.GAMMA, random, count);
            decide(random, thresholds, BITS - round, undecided, out, count);
            if (round > ROUNDS && areNone(undecided, count)) {
                return;
            }
        }
    }

    private static void hash(long[] starts, long key, long[] random, int count) {
        for (int i = 0; i < count; i++) {
            random[i] = SplitMix64.mix(starts[i] + key);
        }
    }

    /**
     * A bit is decided where the random number differs from the threshold, and set where that is the larger one. All that is read
     * of a word is read before anything is written, as its vector code needs.
     */
    private static void decide(long[] random, long[] thresholds, int bit, long[] undecided, long[] out, int count) {
        int toSign = Long.SIZE - 1 - bit;
        for (int i = 0; i < count; i++) {
            long threshold = thresholds[i] << toSign >> Long.SIZE - 1; // all ones or none
            long open = undecided[i];
            long set = out[i];
            long decided = open & (random[i] ^ threshold);
            undecided[i] = open ^ decided;
            out[i] = set | decided & threshold;
        }
    }

    private static boolean areNone(long[] bits, int count) {
        long any = 0;
        for (int i = 0; i < count; i++) {
            any |= bits[i];
        }
        return any == 0;
    }
}
