package crosspike.snn.lif;

import java.util.Arrays;

/** The neurons that are calculated one by one, because they fired lately. */
final class ApartNeurons {
    /**
     * Inhibitory conductances this near to each other, in leak conductances, are the same: chosen, because what the difference
     * moves in all is 1e-4 · 40 mV · 2 ms / 100 ms, less than 0.1 µV.
     */
    private static final float SAME_INHIBITION = 1e-4f;

    private final int holdSteps;
    private final int blockSteps;
    private final float resetPotential;

    private final int[] neurons;
    private final int[] place; // of each neuron in the list; −1 for those that are not
    private final int[] sinceSpike;
    private final float[] inhibition;
    private int count;

    private final int[] steps; // what the latest advance led to
    private final float[] potential;
    private final float[] inhibitionAfter;
    private final boolean[] fires;
    private final float[] received = new float[Tile.STEPS]; // by one neuron in each step

    /**
     * @param holdSteps steps for which the potential is held after a spike
     * @param blockSteps steps after a spike before the next
     */
    ApartNeurons(int neurons, int holdSteps, int blockSteps, float resetPotential) {
        this.holdSteps = holdSteps;
        this.blockSteps = blockSteps;
        this.resetPotential = resetPotential;
        this.neurons = new int[neurons];
        this.place = new int[neurons];
        this.sinceSpike = new int[neurons];
        this.inhibition = new float[neurons];
        this.steps = new int[neurons];
        this.potential = new float[neurons];
        this.inhibitionAfter = new float[neurons];
        this.fires = new boolean[neurons];
        Arrays.fill(place, -1);
    }

    void clear() {
        for (int k = 0; k < count; k++) {
            place[neurons[k]] = -1;
        }
        count = 0;
    }

    int count() {
        return count;
    }

    int neuron(int k) {
        return neurons[k];
    }

    /** Where a neuron is after the latest {@link #advance}. */
    float potential(int k) {
        return potential[k];
    }

    /** Steps of the latest {@link #advance}. */
    int steps(int k) {
        return steps[k];
    }

    boolean fires(int k) {
        return fires[k];
    }

    /**
     * Works out where a neuron goes; nothing changes until {@link #settle}.
     *
     * @param v its potential
     * @param g its excitatory conductance
     * @param column its place in the rows of the drive
     * @param most steps at most
     * @return steps until it fires, or {@code most}
     */
    int advance(int k, float v, float g, float threshold, Layer layer, Drive drive, int column, int most) {
        float own = inhibition[k];
        if (sinceSpike[k] + most <= holdSteps) {
            return hold(k, own, layer.keepInhibition(), most);
        }
        float keep = layer.keepExcitation();
        float[][] rows = drive.rows();
        int[] numbers = drive.numbers();
        Arrays.fill(received, 0, most, 0f);
        int end = drive.from(most);
        for (int r = drive.from(0); r < end; r++) {
            received[drive.step(r)] += rows[numbers[r]][column];
        }
        fires[k] = false;
        int s = 0;
        while (s < most && !fires[k]) {
            int since = sinceSpike[k] + s;
            v = since < holdSteps ? resetPotential : layer.stepAlone(v, g, own);
            fires[k] = since >= blockSteps && v > threshold;
            own *= layer.keepInhibition();
            g = g * keep + received[s++];
        }
        steps[k] = s;
        potential[k] = v;
        inhibitionAfter[k] = own;
        return s;
    }

    private int hold(int k, float own, float keepInhibition, int most) {
        float left = own;
        for (int s = 0; s < most; s++) {
            left *= keepInhibition;
        }
        steps[k] = most;
        potential[k] = resetPotential;
        inhibitionAfter[k] = left;
        fires[k] = false;
        return most;
    }

    /** Takes over what the latest {@link #advance} of each neuron led to. */
    void settle() {
        for (int k = 0; k < count; k++) {
            inhibition[k] = inhibitionAfter[k];
            sinceSpike[k] += steps[k];
        }
    }

    /** Whether nothing tells a neuron from the others any more, but for its inhibitory neuron. */
    boolean mayReturn(int k, float common) {
        return sinceSpike[k] >= blockSteps && !fires[k] && Math.abs(inhibition[k] - common) < SAME_INHIBITION;
    }

    void remove(int k) {
        place[neurons[k]] = -1;
        count--;
        if (k < count) {
            neurons[k] = neurons[count];
            sinceSpike[k] = sinceSpike[count];
            inhibition[k] = inhibition[count];
            place[neurons[k]] = k;
        }
    }

    /**
     * A neuron fires.
     *
     * @param common inhibition that all others feel
     */
    void fired(int neuron, float common) {
        if (place[neuron] < 0) {
            place[neuron] = count;
            neurons[count] = neuron;
            inhibition[count++] = common;
        }
        sinceSpike[place[neuron]] = 0;
    }

    /** All feel an inhibitory spike but the neuron it comes from. */
    void inhibit(float weight, int source) {
        for (int k = 0; k < count; k++) {
            inhibition[k] += neurons[k] == source ? 0f : weight;
        }
    }
}
