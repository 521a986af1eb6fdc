package crosspike.snn.lif;

import java.util.Arrays;

/**
 * The state of the layer's neurons, in the parts of its synapses. Time advances in tiles: steps that all neurons take before
 * the next spike anywhere in the layer, {@link Tile#STEPS} at most. Potentials are relative to the excitatory reversal
 * potential.
 *
 * <p>All neurons feel the same inhibition but those that fired lately, which lack their own. These few, and those that are
 * held after a spike, are calculated one by one ({@link ApartNeurons}); so neither inhibitory conductances nor refractory
 * times need arrays.
 */
final class Layer {
    /** A threshold no potential reaches. */
    private static final float OUT_OF_REACH = 1e6f;
    /** No stable integration leads beyond the reversal potentials, which are within 1 V. */
    private static final float ABSURD_VOLTS = 3f;

    private final LifModel model;
    private final float[] theta;
    private final Inhibitors inhibitors;
    private final ApartNeurons apart;
    private final MembraneKernel kernel = MembraneKernel.fastest();
    private final MembraneKernel secondKernel = MembraneKernel.fastest();
    private final Crew crew;
    private final Runnable firstHalf;
    private final Runnable secondHalf;
    private final Tile tile;
    private final float a;
    private final float keepInhibition;
    private final float restPotential;
    private final float resetPotential;
    private final float restDrive;
    private final float inhibitoryDrive;
    private final float threshold;

    private final int width;
    private float[][] v;
    private float[][] g;
    private float[][] vAfter;
    private float[][] gAfter;
    private final float[][] thresholds;
    private float inhibition;

    private Drive[] drives; // of the tile at hand
    private int limit;
    private final int[] done;

    private final int[] fired;
    private int firedCount;
    private boolean diverged;

    /**
     * @param crew a second thread for layers of several parts; null for none
     */
    Layer(LifModel model, float[] theta, int parts, int width, Crew crew) {
        this.model = model;
        this.theta = theta;
        int neurons = theta.length;
        LifNeuron n = model.neuron();
        Timing timing = model.timing();
        this.inhibitors = new Inhibitors(model.inhibition(), timing, neurons);
        double step = timing.stepSeconds() / n.membraneSeconds();
        this.a = (float) step;
        this.tile = new Tile(
                timing.integrator() == Timing.Integrator.BACKWARD_EULER,
                (float) (step * n.gain()),
                timing.keep(n.excitatorySeconds()));
        this.keepInhibition = timing.keep(n.inhibitorySeconds());
        double zero = n.excitatoryVolts();
        this.restPotential = (float) (n.restVolts() - zero);
        this.resetPotential = (float) (n.resetVolts() - zero);
        this.restDrive = (float) (step * (n.restVolts() - zero));
        this.inhibitoryDrive = (float) (step * (n.inhibitoryVolts() - zero));
        this.threshold = (float) (n.thresholdVolts() - zero);
        int holdSteps = timing.steps(n.refractorySeconds());
        int blockSteps = Math.max(holdSteps, timing.steps(n.blockSeconds()));
        this.apart = new ApartNeurons(neurons, holdSteps, blockSteps, resetPotential);
        this.width = width;
        int length = MembraneKernel.padded(width);
        this.v = new float[parts][length];
        this.g = new float[parts][length];
        this.vAfter = new float[parts][length];
        this.gAfter = new float[parts][length];
        this.thresholds = new float[parts][length];
        this.fired = new int[neurons];
        this.done = new int[parts];
        this.crew = parts > 1 ? crew : null;
        int half = parts / 2;
        this.firstHalf = () -> advance(kernel, 0, half);
        this.secondHalf = () -> advance(secondKernel, half, parts);
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
            float[] part = v[p];
            int size = size(p);
            for (int j = 0; j < size; j++) {
                diverged |= !(Math.abs(part[j]) < ABSURD_VOLTS);
            }
            for (int j = 0; j < part.length; j++) {
                part[j] = restPotential + (part[j] - restPotential) * left;
            }
        }
        quiet();
    }

    private int size(int part) {
        return Math.min(width, theta.length - part * width);
    }

    private void quiet() {
        for (int p = 0; p < v.length; p++) {
            Arrays.fill(g[p], 0f);
            Arrays.fill(thresholds[p], OUT_OF_REACH);
            int size = size(p);
            for (int j = 0; j < size; j++) {
                thresholds[p][j] = threshold + theta[p * width + j];
            }
        }
        inhibition = 0;
        apart.clear();
        inhibitors.reset();
    }

    /** How many steps may be taken before {@link #settleSpikes}: inhibitory spikes end a tile. */
    int stepsAhead() {
        return inhibitors.areAsleep() ? Tile.STEPS : 1;
    }

    /**
     * Advances all membranes by steps, until a neuron fires. The neurons that fire in the last of them are {@link #fired}
     * after it.
     *
     * @param drives what the inputs add to the conductances in each step, for each part
     * @param most most steps
     * @return steps done
     */
    int advance(Drive[] drives, int most) {
        float gi = inhibition;
        for (int s = 0; s < most; s++) {
            tile.leak[s] = tile.isBackward ? 1f + a * (1f + gi) : 1f - a * (1f + gi);
            tile.offset[s] = restDrive + inhibitoryDrive * gi;
            gi *= keepInhibition;
        }
        int steps = most;
        for (int k = 0; k < apart.count(); k++) {
            steps = Math.min(steps, apartUntilSpike(k, drives, steps));
        }
        steps = advanceTogether(drives, steps);
        firedCount = 0;
        for (int p = 0; p < v.length; p++) {
            if (done[p] < 0) {
                collect(p);
            }
        }
        for (int s = 0; s < steps; s++) {
            inhibition *= keepInhibition;
        }
        advanceApart(drives, steps);
        float[][] spare = v;
        v = vAfter;
        vAfter = spare;
        spare = g;
        g = gAfter;
        gAfter = spare;
        return steps;
    }

    /** All parts, up to the first spike in any of them. */
    private int advanceTogether(Drive[] given, int steps) {
        drives = given;
        limit = steps;
        Arrays.fill(done, Integer.MAX_VALUE);
        while (true) {
            if (crew == null) {
                advance(kernel, 0, v.length);
            } else {
                crew.both(firstHalf, secondHalf);
            }
            int first = limit;
            int last = 0;
            for (int p = 0; p < v.length; p++) {
                first = Math.min(first, Math.abs(done[p]));
                last = Math.max(last, Math.abs(done[p]));
            }
            limit = first;
            if (last == first) {
                return first;
            }
        }
    }

    /** Some parts, those that are not where the tile ends. */
    private void advance(MembraneKernel by, int from, int to) {
        int end = limit;
        for (int p = from; p < to; p++) {
            if (Math.abs(done[p]) > end) {
                done[p] = by.advance(v[p], g[p], vAfter[p], gAfter[p], thresholds[p], drives[p], tile, end);
                end = Math.abs(done[p]);
            }
        }
    }

    /** Notes the neurons of a part that exceed their thresholds. */
    private void collect(int p) {
        float[] part = vAfter[p];
        float[] limits = thresholds[p];
        int size = size(p);
        for (int j = 0; j < size; j++) {
            if (part[j] > limits[j] && limits[j] < OUT_OF_REACH) { // a diverged potential reaches anything
                fire(p * width + j, part[j]);
            }
        }
    }

    private void fire(int neuron, float potential) {
        diverged |= !(Math.abs(potential) < ABSURD_VOLTS);
        fired[firedCount++] = neuron;
    }

    /** Steps until one of the apart neurons fires, that step included. */
    private int apartUntilSpike(int k, Drive[] drives, int most) {
        int j = apart.neuron(k);
        int p = j / width;
        return apart.advance(
                k, v[p][j % width], g[p][j % width], threshold + theta[j], this, drives[p], j % width, most);
    }

    private void advanceApart(Drive[] drives, int steps) {
        for (int k = 0; k < apart.count(); k++) {
            int j = apart.neuron(k);
            if (apart.steps(k) != steps) {
                apartUntilSpike(k, drives, steps);
            }
            vAfter[j / width][j % width] = apart.potential(k);
            if (apart.fires(k)) {
                fire(j, apart.potential(k));
            }
        }
        apart.settle();
        for (int k = apart.count() - 1; k >= 0; k--) {
            int j = apart.neuron(k);
            if (apart.mayReturn(k, inhibition) && !inhibitors.isAwake(j)) {
                apart.remove(k);
                thresholds[j / width][j % width] = threshold + theta[j];
            }
        }
    }

    /** A step of one neuron with an inhibition of its own. */
    float stepAlone(float potential, float conductance, float own) {
        float offset = restDrive + inhibitoryDrive * own;
        return tile.isBackward
                ? (potential + offset) / (1f + a * (1f + own) + tile.gain * conductance)
                : potential * (1f - a * (1f + own) - tile.gain * conductance) + offset;
    }

    float keepExcitation() {
        return tile.keep;
    }

    float keepInhibition() {
        return keepInhibition;
    }

    /** Neurons that fired in the latest step; the first {@link #firedCount} are valid. Not to be modified. */
    int[] fired() {
        return fired;
    }

    int firedCount() {
        return firedCount;
    }

    /**
     * Resets the neurons that fired, and passes their inhibition on. Thresholds may have changed since.
     *
     * @param steps what {@link #advance} did
     */
    void settleSpikes(int steps) {
        inhibitors.sleep(steps - 1); // before the last step all were, if there was another
        for (int k = 0; k < firedCount; k++) {
            int j = fired[k];
            v[j / width][j % width] = resetPotential;
            thresholds[j / width][j % width] = OUT_OF_REACH;
            apart.fired(j, inhibition);
        }
        int count = inhibitors.step(fired, firedCount);
        int[] sources = inhibitors.fired();
        float weight = (float) model.inhibition().weight();
        for (int k = 0; k < count; k++) {
            inhibition += weight;
            apart.inhibit(weight, sources[k]);
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
