package crosspike.snn.lif;

import java.util.Arrays;

/** A network: its model, its synapses and what its thresholds have learnt. For one thread while it learns. */
public final class LifNetwork {
    private final LifModel model;
    private final Synapses synapses;
    private final Delays delays;
    private final float[] adaptation;

    /** A new network, all thresholds at their start; input spikes arrive at once. */
    public LifNetwork(LifModel model, Synapses synapses) {
        this(model, synapses, null);
    }

    /**
     * A new network, all thresholds at their start.
     *
     * @param delays until input spikes arrive, drawn for these synapses; null: they do at once
     */
    public LifNetwork(LifModel model, Synapses synapses, Delays delays) {
        this.model = model;
        this.synapses = synapses;
        this.delays = delays;
        this.adaptation = new float[synapses.neurons()];
        Arrays.fill(adaptation, (float) model.threshold().startVolts());
    }

    /** The same weights and thresholds with another model, such as another input rate for a test. */
    public LifNetwork with(LifModel other) {
        LifNetwork network = new LifNetwork(other, synapses, delays);
        network.adapt(adaptation);
        return network;
    }

    /** The same thresholds with other synapses, such as trained ones that are paid for. */
    public LifNetwork with(Synapses other) {
        LifNetwork network = new LifNetwork(model, other, delays);
        network.adapt(adaptation);
        return network;
    }

    public LifModel model() {
        return model;
    }

    public Synapses synapses() {
        return synapses;
    }

    /** Steps of a presentation in which input spikes may arrive. */
    public int presentationSteps() {
        return model.timing().imageSteps() + (delays == null ? 0 : delays.longest());
    }

    /** Delays of input spikes; null for none. */
    Delays delays() {
        return delays;
    }

    public int neurons() {
        return adaptation.length;
    }

    /** A copy of the adaptation θ of each threshold, in V. */
    public float[] adaptation() {
        return adaptation.clone();
    }

    /** Puts the adaptation of each threshold, in V. */
    public void adapt(float[] volts) {
        System.arraycopy(volts, 0, adaptation, 0, adaptation.length);
    }

    /** θ of each neuron, in V; changed by learning. */
    float[] theta() {
        return adaptation;
    }
}
