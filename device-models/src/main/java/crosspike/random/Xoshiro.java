package crosspike.random;

import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * The generator xoshiro256++ with loops over many draws. They hold its state in local variables: in fields, every draw waits until what
 * the one before has stored can be loaded again.
 */
final class Xoshiro extends XoShiRo256PlusPlus {

    Xoshiro(long state0, long state1, long state2, long state3) {
        super(state0, state1, state2, state3);
    }

    /** As {@link RandomStream#successes}. */
    void successes(long[] thresholds, int bits, long[] trials, long[] out, int count) {
        long a = state0;
        long b = state1;
        long c = state2;
        long d = state3;
        for (int i = 0; i < count; i++) {
            long threshold = thresholds[i];
            long successes = 0;
            long undecided = trials[i];
            for (int bit = bits - 1; bit >= 0 && undecided != 0; bit--) {
                long drawn = Long.rotateLeft(a + d, 23) + a;
                long shifted = b << 17;
                c ^= a;
                d ^= b;
                b ^= c;
                a ^= d;
                c ^= shifted;
                d = Long.rotateLeft(d, 45);
                // all ones or none: a branch would be predicted wrongly half of the time
                long isSet = -(threshold >>> bit & 1);
                long differs = drawn ^ isSet;
                successes |= undecided & differs & isSet;
                undecided &= ~differs;
            }
            out[i] = successes;
        }
        state0 = a;
        state1 = b;
        state2 = c;
        state3 = d;
    }

    /** As {@link RandomStream#uniform(float[], int)}. */
    void uniform(float[] out, int count) {
        long a = state0;
        long b = state1;
        long c = state2;
        long d = state3;
        for (int i = 0; i < count; i++) {
            out[i] = RandomStream.uniform(Long.rotateLeft(a + d, 23) + a);
            long shifted = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = Long.rotateLeft(d, 45);
        }
        state0 = a;
        state1 = b;
        state2 = c;
        state3 = d;
    }
}
