package crosspike.snn.lif;

import java.util.Arrays;

/**
 * The state of the layer's neurons, in the parts of its synapses. Potentials are relative to the excitatory reversal
 * potential.
 *
 * <p>All neurons feel the same inhibition but those that fired lately, which lack their own. These few, and those that are
 * held after a spike, are kept in a list and calculated one by one; so neither inhibitory conductances nor refractory times
 * need arrays. Their thresholds in the arrays are out of reach.
 */
final class Layer {
    /** A threshold no potential reaches; finite, as ∞ − ∞ is not a number. */
    private static final float OUT_OF_REACH = 1e6f;
    /** No stable integration leads beyond the reversal potentials, which are within 1 V. */
    private static final float ABSURD_VOLTS = 3f;
    /** Inhibitory conductances this near to each other, in leak conductances, are the same. */
    private static final float SAME_INHIBITION = 1e-5f;

    private final LifModel model;
    private final float[] theta;
    private final Inhibitors inhibitors;
    private final boolean backward;
    private final float a;
    private final float gain;
    private final float keepExcitation;
    private final float keepInhibition;
    private final float restPotential;
    private final float resetPotential;
    private final float restDrive;
    private final float inhibitoryDrive;
    private final float threshold;
    private final int holdSteps;
    private final int blockSteps;

    private final int width;
    private final float[][] v;
    private final float[][] g;
    private final float[][] thresholds;
    private final float[][] over;
    private final float[] zeros;
    private float inhibition;

    private final int[] apart; // the neurons that are calculated one by one
    private final float[] apartV;
    private final float[] apartG;
    private final float[] apartInhibition;
    private final int[] sinceSpike;
    private final int[] place;
    private int apartCount;

    private final int[] fired;
    private int firedCount;
    private boolean diverged;

    Layer(LifModel model, float[] theta, int parts, int width) {
        this.model = model;
        this.theta = theta;
        int neurons = theta.length;
        LifNeuron n = model.neuron();
        Timing timing = model.timing();
        this.inhibitors = new Inhibitors(model.inhibition(), timing, neurons);
        this.backward = timing.integrator() == Timing.Integrator.BACKWARD_EULER;
        double step = timing.stepSeconds() / n.membraneSeconds();
        this.a = (float) step;
        this.gain = (float) (step * n.gain());
        this.keepExcitation = timing.keep(n.excitatorySeconds());
        this.keepInhibition = timing.keep(n.inhibitorySeconds());
        double zero = n.excitatoryVolts();
        this.restPotential = (float) (n.restVolts() - zero);
        this.resetPotential = (float) (n.resetVolts() - zero);
        this.restDrive = (float) (step * (n.restVolts() - zero));
        this.inhibitoryDrive = (float) (step * (n.inhibitoryVolts() - zero));
        this.threshold = (float) (n.thresholdVolts() - zero);
        this.holdSteps = timing.steps(n.refractorySeconds());
        this.blockSteps = Math.max(holdSteps, timing.steps(n.blockSeconds()));
        this.width = width;
        this.v = new float[parts][];
        this.g = new float[parts][];
        this.thresholds = new float[parts][];
        this.over = new float[parts][];
        for (int p = 0; p < parts; p++) {
            int size = Kernels.padded(width);
            v[p] = new float[size];
            g[p] = new float[size];
            thresholds[p] = new float[size];
            over[p] = new float[size];
        }
        this.zeros = new float[Kernels.padded(width)];
        this.apart = new int[neurons];
        this.apartV = new float[neurons];
        this.apartG = new float[neurons];
        this.apartInhibition = new float[neurons];
        this.sinceSpike = new int[neurons];
        this.place = new int[neurons];
        this.fired = new int[neurons];
        reset();
    }

    /** All neurons at rest, as after an endless pause. */
    void reset() {
        for (float[] part : v) {
            Arrays.fill(part, restPotential);
        }
        quiet();
    }

    /** A pause without any spike, in closed form. */
    void pause(double seconds) {
        float left = (float) StrictMath.exp(-seconds / model.neuron().membraneSeconds());
        for (int p = 0; p < v.length; p++) {
            int size = Math.min(width, theta.length - p * width);
            for (int j = 0; j < size; j++) {
                diverged |= !(Math.abs(v[p][j]) < ABSURD_VOLTS);
            }
            Kernels.relax(v[p], restPotential, left);
        }
        quiet();
    }

    private void quiet() {
        for (float[] part : g) {
            Arrays.fill(part, 0f);
        }
        inhibition = 0;
        apartCount = 0;
        Arrays.fill(place, -1);
        for (int p = 0; p < thresholds.length; p++) {
            int size = Math.min(width, theta.length - p * width);
            Arrays.fill(thresholds[p], OUT_OF_REACH);
            for (int j = 0; j < size; j++) {
                thresholds[p][j] = threshold + theta[p * width + j];
            }
        }
        inhibitors.reset();
    }

    /**
     * Advances all membranes by a step. The neurons that fire are {@link #fired} after it.
     *
     * @param drives what the inputs that spike in this step add to the conductances, for each part
     */
    void step(Drive[] drives) {
        for (int k = 0; k < apartCount; k++) {
            int j = apart[k];
            apartV[k] = v[j / width][j % width];
            apartG[k] = g[j / width][j % width];
        }
        for (int p = 0; p < v.length; p++) {
            advance(p, drives[p]);
        }
        firedCount = 0;
        for (int p = 0; p < v.length; p++) {
            collect(p);
        }
        stepApart();
        inhibition *= keepInhibition;
    }

    private void advance(int p, Drive drive) {
        float offset = restDrive + inhibitoryDrive * inhibition;
        if (backward) {
            float leak = 1f + a * (1f + inhibition);
            Kernels.backward(v[p], g[p], thresholds[p], over[p], drive, gain, keepExcitation, leak, offset);
        } else {
            float leak = 1f - a * (1f + inhibition);
            Kernels.forward(v[p], g[p], thresholds[p], over[p], drive, gain, keepExcitation, leak, offset);
        }
    }

    /** Notes the neurons of a part that exceed their thresholds. */
    private void collect(int p) {
        float[] part = over[p];
        int size = Math.min(width, theta.length - p * width);
        for (int j = 0; j < size; j++) {
            int next = Arrays.mismatch(part, j, size, zeros, j, size);
            if (next < 0) {
                return;
            }
            j += next;
            fire(p * width + j);
        }
    }

    private void fire(int neuron) {
        diverged |= !(Math.abs(v[neuron / width][neuron % width]) < ABSURD_VOLTS);
        fired[firedCount++] = neuron;
    }

    private void stepApart() {
        int kept = 0;
        for (int k = 0; k < apartCount; k++) {
            int j = apart[k];
            float own = apartInhibition[k];
            float next = resetPotential;
            if (sinceSpike[k] >= holdSteps) {
                float offset = restDrive + inhibitoryDrive * own;
                next = backward
                        ? (apartV[k] + offset) / (1f + a * (1f + own) + gain * apartG[k])
                        : apartV[k] * (1f - a * (1f + own) - gain * apartG[k]) + offset;
            }
            boolean mayFire = sinceSpike[k] >= blockSteps;
            v[j / width][j % width] = next;
            if (mayFire && next > threshold + theta[j]) {
                fire(j);
            }
            own *= keepInhibition;
            boolean likeOthers = Math.abs(own - keepInhibition * inhibition) < SAME_INHIBITION;
            if (mayFire && likeOthers && !inhibitors.isAwake(j)) {
                place[j] = -1;
                thresholds[j / width][j % width] = threshold + theta[j];
            } else {
                apart[kept] = j;
                place[j] = kept;
                apartInhibition[kept] = own;
                sinceSpike[kept++] = sinceSpike[k] + 1;
            }
        }
        apartCount = kept;
    }

    /** Neurons that fired in the latest step; the first {@link #firedCount} are valid. Not to be modified. */
    int[] fired() {
        return fired;
    }

    int firedCount() {
        return firedCount;
    }

    /** Resets the neurons that fired, and passes their inhibition on. Thresholds may have changed since. */
    void settleSpikes() {
        for (int k = 0; k < firedCount; k++) {
            int j = fired[k];
            v[j / width][j % width] = resetPotential;
            thresholds[j / width][j % width] = OUT_OF_REACH;
            if (place[j] < 0) {
                place[j] = apartCount;
                apart[apartCount] = j;
                apartInhibition[apartCount++] = inhibition;
            }
            sinceSpike[place[j]] = 0;
        }
        int count = inhibitors.step(fired, firedCount);
        if (count == 0) {
            return;
        }
        int[] sources = inhibitors.fired();
        float weight = (float) model.inhibition().weight();
        for (int k = 0; k < count; k++) {
            inhibition += weight;
            int own = place[sources[k]];
            for (int m = 0; m < apartCount; m++) {
                apartInhibition[m] += m == own ? 0f : weight;
            }
        }
    }

    /** Potential of a neuron in V. */
    double potential(int neuron) {
        return v[neuron / width][neuron % width] + model.neuron().excitatoryVolts();
    }

    /** Whether a potential was ever beyond all bounds at a spike or at the end of a presentation: the integrator is unstable. */
    boolean diverged() {
        return diverged;
    }
}
