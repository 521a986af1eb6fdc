package crosspike.snn.lif;

import java.util.Arrays;

/** The inhibitory neurons of a layer; simulated only while they are away from rest. */
final class Inhibitors {
    /** Back at rest: within 10 µV and a thousandth of the leak conductance, chosen, because neither makes a spike. */
    private static final float NEAR_REST_VOLTS = 1e-5f;

    private static final float NEARLY_NO_CONDUCTANCE = 1e-3f;

    private final LateralInhibition inhibition;
    private final float a;
    private final float keep;
    private final int refractorySteps;

    private final float[] v;
    private final float[] g;
    private final int[] hold;
    private final boolean[] isAwake;
    private final int[] awake;
    private int awakeCount;
    private final int[] fired;

    Inhibitors(LateralInhibition inhibition, Timing timing, int neurons) {
        this.inhibition = inhibition;
        LateralInhibition.Inhibitor neuron = inhibition.neuron();
        this.a = (float) (timing.stepSeconds() / neuron.membraneSeconds());
        this.keep = (float) (1 - timing.stepSeconds() / neuron.excitatorySeconds());
        this.refractorySteps = timing.steps(neuron.refractorySeconds());
        this.v = new float[neurons];
        this.g = new float[neurons];
        this.hold = new int[neurons];
        this.isAwake = new boolean[neurons];
        this.awake = new int[neurons];
        this.fired = new int[neurons];
        reset();
    }

    /** What is left of a conductance after a step. */
    static float keep(Timing timing, double seconds) {
        return (float)
                (timing.decay() == Timing.Decay.EXPONENTIAL
                        ? StrictMath.exp(-timing.stepSeconds() / seconds)
                        : 1 - timing.stepSeconds() / seconds);
    }

    void reset() {
        Arrays.fill(v, (float) inhibition.neuron().restVolts());
        Arrays.fill(g, 0f);
        Arrays.fill(hold, 0);
        Arrays.fill(isAwake, false);
        awakeCount = 0;
    }

    /**
     * One step.
     *
     * @param spikes neurons that fire in this step
     * @param gi inhibitory conductances of the layer; updated
     */
    void step(int[] spikes, int count, float[] gi) {
        if (inhibition.kind() == LateralInhibition.Kind.DIRECT) {
            inhibit(spikes, count, gi);
            return;
        }
        int firing = advance();
        inhibit(fired, firing, gi);
        for (int k = 0; k < count; k++) {
            int j = spikes[k];
            g[j] += (float) inhibition.neuron().weight();
            if (!isAwake[j]) {
                isAwake[j] = true;
                awake[awakeCount++] = j;
            }
        }
    }

    private int advance() {
        LateralInhibition.Inhibitor neuron = inhibition.neuron();
        float rest = (float) neuron.restVolts();
        float reversal = (float) neuron.excitatoryVolts();
        int firing = 0;
        int kept = 0;
        for (int k = 0; k < awakeCount; k++) {
            int j = awake[k];
            if (hold[j] > 0) {
                hold[j]--;
            } else {
                v[j] += a * ((rest - v[j]) + g[j] * (reversal - v[j]));
                if (v[j] > (float) neuron.thresholdVolts()) {
                    fired[firing++] = j;
                    v[j] = (float) neuron.resetVolts();
                    hold[j] = refractorySteps;
                }
            }
            g[j] *= keep;
            if (g[j] < NEARLY_NO_CONDUCTANCE && Math.abs(v[j] - rest) < NEAR_REST_VOLTS) {
                isAwake[j] = false;
                v[j] = rest;
                g[j] = 0;
                hold[j] = 0;
            } else {
                awake[kept++] = j;
            }
        }
        awakeCount = kept;
        return firing;
    }

    private void inhibit(int[] sources, int count, float[] gi) {
        float weight = (float) inhibition.weight();
        for (int k = 0; k < count; k++) {
            float own = gi[sources[k]];
            for (int j = 0; j < gi.length; j++) {
                gi[j] += weight;
            }
            gi[sources[k]] = own;
        }
    }
}
