package crosspike.snn.lif;

/**
 * What some steps add to the conductances of a part of the layer: for each step the sum of some rows, named by their numbers
 * so that nothing need be copied. Belongs to one thread.
 */
public final class Drive {
    private final int width;
    private float[][] rows;
    private int[] numbers;
    private int[] starts;
    private int first;

    private final float[][] sum = new float[1][];
    private final int[] zero = {0};
    private final int[] upTo = new int[2];
    private int[] slice = new int[0];

    /** @param width length of the rows */
    public Drive(int width) {
        this.width = width;
    }

    /**
     * Step s adds the rows {@code numbers[starts[first + s]]} to {@code numbers[starts[first + s + 1] − 1]}. Nothing is
     * copied or modified.
     */
    void set(float[][] rows, int[] numbers, int[] starts, int first) {
        this.rows = rows;
        this.numbers = numbers;
        this.starts = starts;
        this.first = first;
    }

    /** The only step adds nothing. */
    void setNothing() {
        upTo[1] = 0;
        set(sum, zero, upTo, 0);
    }

    /** The only step adds what is then written into the array that is returned. */
    float[] setSum() {
        if (sum[0] == null) {
            sum[0] = new float[width];
        }
        upTo[1] = 1;
        set(sum, zero, upTo, 0);
        return sum[0];
    }

    float[][] rows() {
        return rows;
    }

    int[] numbers() {
        return numbers;
    }

    /** Index into {@link #numbers} of the first row of a step. */
    int from(int step) {
        return starts[first + step];
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
