package crosspike.snn.lif.learning;

/**
 * The second rule of Diehl and Cook (2015): at a spike of the neuron
 * {@code Δw = η·(x·e^(−βw) − offset·e^(−β(1 − w)))}, nothing at an input spike.
 */
public final class ExponentialWeights implements LearningRule {
    private final float rate;
    private final float offset;
    private final Curve falloff;
    private final Traces traces;
    private final Visits visits;

    /**
     * @param rate η, 0 to 1
     * @param offset pull on silent inputs, 0 to 10
     * @param beta β, 0 to 32
     * @param inputSeconds time constant of the input trace, in s
     * @param summed whether input spikes add up in the trace
     * @param visits which inputs change
     */
    public ExponentialWeights(
            double rate, double offset, double beta, double inputSeconds, boolean summed, Visits visits) {
        Range.within("learning rate", rate, 0, 1);
        Range.within("offset of the trace", offset, 0, 10);
        Range.within("beta", beta, 0, 32);
        this.rate = (float) rate;
        this.offset = (float) offset;
        this.falloff = Curve.exponential(beta);
        this.traces = new Traces(inputSeconds, summed, inputSeconds, inputSeconds);
        this.visits = visits;
    }

    @Override
    public Traces traces() {
        return traces;
    }

    @Override
    public Visits visits() {
        return visits;
    }

    @Override
    public boolean readsWeights() {
        return true;
    }

    @Override
    public void outputSpike(float[] weights, float[] inputTraces, float slowTrace, float[] changes, int count) {
        for (int i = 0; i < count; i++) {
            float up = inputTraces[i] * falloff.at(weights[i]);
            changes[i] = rate * (up - offset * falloff.at(1f - weights[i]));
        }
    }
}
