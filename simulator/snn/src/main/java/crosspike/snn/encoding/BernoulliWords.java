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

    /** Rounds after which to look whether all bits are decided. */
    private static final int ROUNDS = 4;

    /** Of each word: where its random words begin; those of a round; bits of the threshold to come; bits that are undecided. */
    private final long[] starts;

    private final long[] random;
    private final long[] ahead;
    private final long[] undecided;

    /**
     * @param most words to draw at once
     */
    BernoulliWords(int most) {
        this.starts = new long[most];
        Arrays.setAll(starts, i -> i * BITS * SplitMix64.GAMMA);
        this.random = new long[most];
        this.ahead = new long[most];
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
        for (int i = 0; i < count; i++) {
            ahead[i] = thresholds[i] << Long.SIZE - BITS;
        }
        Arrays.fill(undecided, 0, count, wanted);
        Arrays.fill(out, 0, count, 0);
        for (int round = 1; round <= BITS; round++) {
            hash(starts, key + round * SplitMix64.GAMMA, random, count);
            decide(random, ahead, undecided, out, count);
            if (round % ROUNDS == 0 && areNone(undecided, count)) {
                return;
            }
        }
    }

    private static void hash(long[] starts, long key, long[] random, int count) {
        for (int i = 0; i < count; i++) {
            random[i] = SplitMix64.mix(starts[i] + key);
        }
    }

    /** A bit is decided where the random number differs from the threshold, and set where that is the larger one. */
    private static void decide(long[] random, long[] ahead, long[] undecided, long[] out, int count) {
        for (int i = 0; i < count; i++) {
            long threshold = ahead[i] >> Long.SIZE - 1; // all ones or none
            long differs = random[i] ^ threshold;
            long open = undecided[i];
            out[i] |= open & differs & threshold;
            undecided[i] = open & ~differs;
            ahead[i] <<= 1;
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
