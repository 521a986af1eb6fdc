package crosspike.snn.lif;

import crosspike.crossbar.Session;
import crosspike.random.RandomStream;
import java.util.Arrays;

/** Shows images to a network. Holds the state of the layer and the buffers of one thread. */
final class Presenter {
    private final LifNetwork network;
    private final LifModel model;
    private final Synapses synapses;
    private final InputSpikes inputs;
    private final Layer layer;
    private final Drive[] drives;
    private final int[] counts;
    private long presentations;

    /** For one thread. */
    Presenter(LifNetwork network) {
        this(network, null);
    }

    /** @param crew a second thread; null for none */
    Presenter(LifNetwork network, Crew crew) {
        this.network = network;
        this.model = network.model();
        this.synapses = network.synapses();
        this.inputs = new InputSpikes(model.timing(), network.delays());
        this.layer = new Layer(model, network.theta(), synapses.parts(), synapses.partWidth(), crew);
        this.drives = new Drive[synapses.parts()];
        Arrays.setAll(drives, p -> new Drive(MembraneKernel.padded(synapses.partWidth())));
        this.counts = new int[network.neurons()];
    }

    /** Puts all neurons at rest. */
    void reset() {
        layer.reset();
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
            session.presentations++;
            session.inputSpikes += inputs.draw(image, model.brightestHertz() * (1 + boost.rise() * repeat), random);
            int spikes = present(plasticity, session, listener);
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
    long presentations() {
        return presentations;
    }

    /** Whether potentials were ever beyond all bounds. */
    boolean diverged() {
        return layer.diverged();
    }

    private int present(Plasticity plasticity, Session session, SpikeListener listener) {
        Arrays.fill(counts, 0);
        int total = 0;
        int steps = network.presentationSteps();
        if (plasticity != null) {
            plasticity.begin();
        }
        for (int s = 0; s < steps; ) {
            int most = Math.min(steps - s, Math.min(synapses.stepsAhead(), layer.stepsAhead()));
            for (int p = 0; p < drives.length; p++) {
                synapses.drive(p, inputs.arriving(p), s, drives[p], session);
            }
            int done = layer.advance(drives, most);
            if (plasticity != null) {
                plasticity.inputSpikes(inputs, s, done, session);
            }
            s += done;
            int fired = layer.firedCount();
            for (int k = 0; k < fired; k++) {
                spike(s - 1, layer.fired()[k], plasticity, session, listener);
            }
            total += fired;
            layer.settleSpikes(done);
            if (plasticity != null) {
                plasticity.advance(1);
            }
        }
        session.outputSpikes += total;
        SpikeTrain sent = inputs.sent();
        synapses.account(sent.inputs(), sent.count(), session);
        if (plasticity != null) {
            plasticity.countInputSpikes(sent.inputs(), sent.count());
        }
        return total;
    }

    private void spike(int step, int neuron, Plasticity plasticity, Session session, SpikeListener listener) {
        counts[neuron]++;
        listener.spike(step, neuron);
        if (plasticity != null) {
            plasticity.outputSpike(neuron, inputs, session);
            network.theta()[neuron] += (float) model.threshold().stepVolts();
        }
    }

    private void rest(Plasticity plasticity, Session session) {
        Timing timing = model.timing();
        int restSteps = timing.imageSteps() + timing.restSteps() - network.presentationSteps();
        if (plasticity != null) {
            synapses.settle(session);
            plasticity.rest(inputs, restSteps);
            model.threshold().decay(network.theta(), (timing.imageSteps() + timing.restSteps()) * timing.stepSeconds());
        }
        layer.pause(restSteps * timing.stepSeconds());
    }
}
