package crosspike.snn.lif;

/**
 * What some steps add to the conductances of a part of the layer: for each step the sum of some rows, named by their numbers
 * so that nothing need be copied. Belongs to one thread.
 */
public final class Drive {
    private static final SpikeTrain NOTHING = SpikeTrain.of(new int[0]);
    private static final SpikeTrain FIRST_ROW = SpikeTrain.of(new int[] {0});

    private final int width;
    private float[][] rows;
    private int[] numbers;
    private int[] steps;
    private int[] starts;
    private int first;

    private final float[][] sum = new float[1][];
    private int[] slice = new int[0];

    /** @param width length of the rows */
    public Drive(int width) {
        this.width = width;
    }

    /**
     * Step s adds the rows of the inputs that spike in step {@code first + s}. Nothing is copied or modified.
     *
     * @param rows one for each input
     */
    void set(float[][] rows, SpikeTrain spikes, int first) {
        this.rows = rows;
        this.numbers = spikes.inputs();
        this.steps = spikes.steps();
        this.starts = spikes.starts();
        this.first = first;
    }

    /** The only step adds nothing. */
    void setNothing() {
        set(sum, NOTHING, 0);
    }

    /** The only step adds what is then written into the array that is returned. */
    float[] setSum() {
        if (sum[0] == null) {
            sum[0] = new float[width];
        }
        set(sum, FIRST_ROW, 0);
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

    /**
     * The step that adds a row.
     *
     * @param r index into {@link #numbers}
     */
    int step(int r) {
        return steps[r] - first;
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
