package crosspike.snn.lif;

/**
 * What one step adds to the conductances of a part of the layer: the sum of up to two arrays, so that rows of weights need
 * not be copied. Belongs to one thread.
 */
public final class Drive {
    /** Room for a sum; as long as the part is wide. */
    public final float[] scratch;

    private float[] first;
    private float[] second;
    private int count;
    private int[] slice = new int[0];

    public Drive(int width) {
        scratch = new float[width];
    }

    /** Nothing. */
    public void set() {
        count = 0;
    }

    /** One array, {@link #scratch} or another. Neither copied nor modified. */
    public void set(float[] only) {
        first = only;
        count = 1;
    }

    /** The sum of two arrays. Neither copied nor modified. */
    public void set(float[] one, float[] other) {
        first = one;
        second = other;
        count = 2;
    }

    int count() {
        return count;
    }

    float[] first() {
        return first;
    }

    float[] second() {
        return second;
    }

    /** Some of the spikes, from the beginning of an array. */
    int[] slice(int[] spikes, int from, int to) {
        if (slice.length < to - from) {
            slice = new int[2 * (to - from)];
        }
        System.arraycopy(spikes, from, slice, 0, to - from);
        return slice;
    }
}
