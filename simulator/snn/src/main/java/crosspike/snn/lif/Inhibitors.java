package crosspike.snn.lif;

import java.util.Arrays;

/**
 * The inhibitory neurons of a layer. Without input a neuron only relaxes to rest, which is caught up with when the next input
 * arrives; so few are ever simulated.
 */
final class Inhibitors {
    /** Input below which a neuron is left to relax: chosen, because what it leaves out moves the potential by under 10 µV. */
    private static final float NO_INPUT = 1e-3f;

    private final boolean isDirect;
    private final float weight;
    private final float rest;
    private final float resetPotential;
    private final float threshold;
    private final float reversal;
    private final float a;
    private final float keep;
    private final int holdSteps;
    private final float[] relaxation;

    private final float[] v;
    private final float[] g;
    private final int[] hold;
    private final int[] asleepSince;
    private final boolean[] isAwake;
    private final int[] awake;
    private int awakeCount;
    private final int[] fired;
    private int now;

    Inhibitors(LateralInhibition inhibition, Timing timing, int neurons) {
        LateralInhibition.Inhibitor neuron = inhibition.neuron();
        this.isDirect = inhibition.kind() == LateralInhibition.Kind.DIRECT;
        this.weight = (float) neuron.weight();
        this.rest = (float) neuron.restVolts();
        this.resetPotential = (float) neuron.resetVolts();
        this.threshold = (float) neuron.thresholdVolts();
        this.reversal = (float) neuron.excitatoryVolts();
        double step = timing.stepSeconds() / neuron.membraneSeconds();
        this.a = (float) step;
        this.keep = (float) (1 - timing.stepSeconds() / neuron.excitatorySeconds());
        this.holdSteps = timing.steps(neuron.refractorySeconds());
        this.relaxation = new float[(int) Math.ceil(20 / step) + 2]; // e^−20 of a millivolt is nothing
        for (int k = 0; k < relaxation.length - 1; k++) {
            relaxation[k] = (float) StrictMath.pow(1 - step, k);
        }
        this.v = new float[neurons];
        this.g = new float[neurons];
        this.hold = new int[neurons];
        this.asleepSince = new int[neurons];
        this.isAwake = new boolean[neurons];
        this.awake = new int[neurons];
        this.fired = new int[neurons];
        reset();
    }

    /** All at rest. */
    void reset() {
        Arrays.fill(v, rest);
        Arrays.fill(g, 0f);
        Arrays.fill(hold, 0);
        Arrays.fill(isAwake, false);
        Arrays.fill(asleepSince, 0);
        awakeCount = 0;
        now = 0;
    }

    /** Whether none can fire before the next input. */
    boolean areAsleep() {
        return awakeCount == 0;
    }

    /** Time goes on while all are asleep. */
    void sleep(int steps) {
        now += steps;
    }

    /** Whether the inhibitory neuron of a neuron may still fire. */
    boolean isAwake(int neuron) {
        return isAwake[neuron];
    }

    /**
     * One step.
     *
     * @param spikes neurons that fire in this step. Not modified.
     * @return how many inhibitory spikes there are; they are {@link #fired}
     */
    int step(int[] spikes, int count) {
        if (isDirect) {
            System.arraycopy(spikes, 0, fired, 0, count);
            return count;
        }
        int firing = awakeCount == 0 ? 0 : advance();
        now++;
        for (int k = 0; k < count; k++) {
            excite(spikes[k]);
        }
        return firing;
    }

    private int advance() {
        int firing = 0;
        int kept = 0;
        for (int k = 0; k < awakeCount; k++) {
            int j = awake[k];
            if (advance(j)) {
                fired[firing++] = j;
            }
            if (mayFire(j)) {
                awake[kept++] = j;
            } else {
                isAwake[j] = false;
                asleepSince[j] = now + 1;
            }
        }
        awakeCount = kept;
        return firing;
    }

    /** One step of one neuron; whether it fires. */
    private boolean advance(int j) {
        boolean fires = false;
        if (hold[j] > 0) {
            hold[j]--;
        } else {
            v[j] += a * ((rest - v[j]) + g[j] * (reversal - v[j]));
            fires = v[j] > threshold;
            if (fires) {
                v[j] = resetPotential;
                hold[j] = holdSteps;
            }
        }
        g[j] *= keep;
        return fires;
    }

    /** All that is left of the input could not lift the potential to the threshold, even if nothing leaked. */
    private boolean mayFire(int j) {
        float left = g[j];
        for (int s = 0; s < hold[j]; s++) {
            left *= keep;
        }
        return v[j] + a * left / (1f - keep) * (reversal - Math.min(v[j], rest)) > threshold;
    }

    private void excite(int j) {
        if (!isAwake[j]) {
            catchUp(j);
            isAwake[j] = true;
            awake[awakeCount++] = j;
        }
        g[j] += weight;
    }

    /** The steps it slept through: one by one while there is input left, the rest at once. */
    private void catchUp(int j) {
        int asleep = now - asleepSince[j];
        while (asleep > 0 && (g[j] > NO_INPUT || hold[j] > 0)) {
            advance(j);
            asleep--;
        }
        if (asleep > 0) {
            v[j] = rest + (v[j] - rest) * relaxation[Math.min(asleep, relaxation.length - 1)];
            g[j] = 0;
        }
    }

    /** Neurons whose inhibitory neurons spiked in the latest step. Not to be modified. */
    int[] fired() {
        return fired;
    }
}
