package crosspike.snn.lif.learning;

/**
 * Weight-dependent rule of Rathi 2018, Eq. 3, and the first of Diehl and Cook (2015): at a spike of the neuron
 * {@code Δw = η·(x − offset)·(1 − w)^μ}, nothing at an input spike. Inputs that are silent lose weight.
 */
public final class PowerLaw implements LearningRule {
    private final double rate;
    private final double offset;
    private final double exponent;
    private final Traces traces;
    private final Visits visits;
    private final Curve falloff;

    /**
     * @param rate η, 0 to 1
     * @param offset trace at which nothing changes, 0 to 10
     * @param exponent μ, 0 to 10
     * @param inputSeconds time constant of the input trace, in s
     * @param summed whether input spikes add up in the trace; the paper is silent
     * @param visits which inputs change; the paper is silent
     */
    public PowerLaw(double rate, double offset, double exponent, double inputSeconds, boolean summed, Visits visits) {
        Range.within("learning rate", rate, 0, 1);
        Range.within("offset of the trace", offset, 0, 10);
        Range.within("exponent of the weight", exponent, 0, 10);
        this.rate = rate;
        this.offset = offset;
        this.exponent = exponent;
        this.traces = new Traces(inputSeconds, summed, inputSeconds, inputSeconds);
        this.visits = visits;
        this.falloff = Curve.power(exponent);
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
        return exponent > 0;
    }

    @Override
    public void outputSpike(float[] weights, float[] inputTraces, float slowTrace, float[] changes, int count) {
        float eta = (float) rate;
        float zero = (float) offset;
        for (int i = 0; i < count; i++) {
            changes[i] = eta * (inputTraces[i] - zero) * falloff.at(1f - weights[i]);
        }
    }
}
