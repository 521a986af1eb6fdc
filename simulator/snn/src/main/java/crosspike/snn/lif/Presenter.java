package crosspike.snn.lif;

import crosspike.crossbar.Session;
import crosspike.random.RandomStream;
import java.util.Arrays;

/** Shows images to a network. Holds the state of the layer and the buffers of one thread. */
final class Presenter {
    private final LifNetwork network;
    private final LifModel model;
    private final Synapses synapses;
    private final int neurons;
    private final InputSpikes inputs;
    private final Inhibitors inhibitors;
    private final int steps;
    private final int refractorySteps;
    private final int blockSteps;

    private final float[] v;
    private final float[] ge;
    private final float[] gi;
    private final float[] drive;
    private final int[] sinceSpike;
    private final int[] fired;
    private final int[] counts;
    private int presentations;
    private boolean diverged;

    Presenter(LifNetwork network) {
        this.network = network;
        this.model = network.model();
        this.synapses = network.synapses();
        this.neurons = network.neurons();
        this.inputs = new InputSpikes(model.timing());
        this.inhibitors = new Inhibitors(model.inhibition(), model.timing(), neurons);
        this.steps = model.timing().imageSteps();
        this.refractorySteps = model.timing().steps(model.neuron().refractorySeconds());
        this.blockSteps =
                Math.max(refractorySteps, model.timing().steps(model.neuron().blockSeconds()));
        this.v = new float[neurons];
        this.ge = new float[neurons];
        this.gi = new float[neurons];
        this.drive = new float[neurons];
        this.sinceSpike = new int[neurons];
        this.fired = new int[neurons];
        this.counts = new int[neurons];
        reset();
    }

    /** All neurons at rest, as after an endless pause. */
    void reset() {
        Arrays.fill(v, (float) model.neuron().restVolts());
        quiet();
    }

    private void quiet() {
        Arrays.fill(ge, 0f);
        Arrays.fill(gi, 0f);
        Arrays.fill(sinceSpike, Integer.MAX_VALUE);
        inhibitors.reset();
    }

    /**
     * Shows an image, again and brighter if too few neurons answer.
     *
     * @param plasticity null if nothing learns
     * @return output spikes of the last presentation; {@link #counts} has those of each neuron
     */
    int show(byte[] image, RandomStream random, Plasticity plasticity, Session session, SpikeListener listener) {
        Boost boost = model.boost();
        for (int repeat = 0; ; repeat++) {
            double hertz = model.brightestHertz() * (1 + boost.rise() * repeat);
            int spikes = present(image, hertz, random, plasticity, session, listener);
            rest(plasticity, session);
            presentations++;
            if (spikes >= boost.minSpikes() || repeat >= boost.maxRepeats()) {
                return spikes;
            }
        }
    }

    /** Spikes of each neuron in the last presentation. Not to be modified. */
    int[] counts() {
        return counts;
    }

    /** Presentations so far. */
    int presentations() {
        return presentations;
    }

    /** Whether a potential was ever not a number. */
    boolean diverged() {
        return diverged;
    }

    private int present(
            byte[] image,
            double hertz,
            RandomStream random,
            Plasticity plasticity,
            Session session,
            SpikeListener listener) {
        session.presentations++;
        session.inputSpikes += inputs.draw(image, hertz, random);
        Arrays.fill(counts, 0);
        int total = 0;
        for (int s = 0; s < steps; s++) {
            int count = membranes();
            int from = inputs.start(s);
            int to = inputs.start(s + 1);
            if (from < to) {
                synapses.accumulate(inputs.inputs(), from, to, drive, session);
                for (int j = 0; j < neurons; j++) {
                    ge[j] += drive[j];
                }
            }
            if (plasticity != null) {
                plasticity.inputSpikes(inputs.inputs(), from, to, session);
            }
            inhibitors.step(fired, count, gi);
            for (int k = 0; k < count; k++) {
                int j = fired[k];
                counts[j]++;
                listener.spike(s, j);
                if (plasticity != null) {
                    plasticity.outputSpike(j, inputs, session);
                    network.theta()[j] += (float) model.threshold().stepVolts();
                }
                v[j] = (float) model.neuron().resetVolts();
                sinceSpike[j] = 0;
            }
            total += count;
            if (plasticity != null) {
                plasticity.advance(1);
            }
        }
        session.outputSpikes += total;
        return total;
    }

    /** One step of all membranes; the neurons that fire are in {@link #fired}. */
    private int membranes() {
        LifNeuron n = model.neuron();
        Timing timing = model.timing();
        float a = (float) (timing.stepSeconds() / n.membraneSeconds());
        float keepE = Inhibitors.keep(timing, n.excitatorySeconds());
        float keepI = Inhibitors.keep(timing, n.inhibitorySeconds());
        float rest = (float) n.restVolts();
        float gain = (float) n.gain();
        float ee = (float) n.excitatoryVolts();
        float ei = (float) n.inhibitoryVolts();
        float threshold = (float) n.thresholdVolts();
        boolean backward = timing.integrator() == Timing.Integrator.BACKWARD_EULER;
        float[] theta = network.theta();
        int count = 0;
        for (int j = 0; j < neurons; j++) {
            float g = gain * ge[j];
            float i = gi[j];
            float next = backward
                    ? (v[j] + a * (rest + g * ee + i * ei)) / (1f + a * (1f + g + i))
                    : v[j] + a * ((rest - v[j]) + g * (ee - v[j]) + i * (ei - v[j]));
            if (sinceSpike[j] >= refractorySteps) {
                v[j] = next;
                if (next > threshold + theta[j] && sinceSpike[j] >= blockSteps) {
                    fired[count++] = j;
                }
                diverged |= Float.isNaN(next);
            }
            sinceSpike[j] += sinceSpike[j] == Integer.MAX_VALUE ? 0 : 1;
            ge[j] *= keepE;
            gi[j] *= keepI;
        }
        return count;
    }

    /** The pause after a presentation, in closed form. */
    private void rest(Plasticity plasticity, Session session) {
        Timing timing = model.timing();
        float rest = (float) model.neuron().restVolts();
        float keep = (float) StrictMath.exp(
                -timing.restSteps() * timing.stepSeconds() / model.neuron().membraneSeconds());
        for (int j = 0; j < neurons; j++) {
            v[j] = rest + (v[j] - rest) * keep;
        }
        quiet();
        if (plasticity != null) {
            synapses.settle(session);
            plasticity.advance(timing.restSteps());
            AdaptiveThreshold adaptive = model.threshold();
            float left = (float)
                    StrictMath.exp(-(steps + timing.restSteps()) * timing.stepSeconds() / adaptive.decaySeconds());
            float towards = (float) adaptive.towardsVolts();
            float lowest = (float) adaptive.lowestVolts();
            float[] theta = network.theta();
            for (int j = 0; j < neurons; j++) {
                theta[j] = Math.max(lowest, towards + (theta[j] - towards) * left);
            }
        }
    }
}
