package crosspike.snn.lif.learning;

/**
 * The third rule of Diehl and Cook (2015): {@code Δw = −ηin·y·w^μ} at an input spike,
 * {@code Δw = ηout·(x − offset)·(1 − w)^μ} at a spike of the neuron.
 */
public final class InputAndOutput implements LearningRule {
    private final float inputRate;
    private final float outputRate;
    private final float offset;
    private final Curve power;
    private final Traces traces;
    private final Visits visits;

    /**
     * @param inputRate ηin, 0 to 1
     * @param outputRate ηout, 0 to 1
     * @param offset trace at which an output spike changes nothing, 0 to 10
     * @param exponent μ, 0 to 10
     * @param traces time constants
     * @param visits which inputs an output spike changes
     */
    public InputAndOutput(
            double inputRate, double outputRate, double offset, double exponent, Traces traces, Visits visits) {
        Range.within("learning rate at input spikes", inputRate, 0, 1);
        Range.within("learning rate at output spikes", outputRate, 0, 1);
        Range.within("offset of the trace", offset, 0, 10);
        Range.within("exponent of the weight", exponent, 0, 10);
        this.inputRate = (float) inputRate;
        this.outputRate = (float) outputRate;
        this.offset = (float) offset;
        this.power = Curve.power(exponent);
        this.traces = traces;
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
            changes[i] = outputRate * (inputTraces[i] - offset) * power.at(1f - weights[i]);
        }
    }

    @Override
    public boolean learnsFromInputs() {
        return inputRate > 0;
    }

    @Override
    public void inputSpikes(float[] weights, float[] fastTraces, float[] changes, int count) {
        for (int i = 0; i < count; i++) {
            changes[i] = -inputRate * fastTraces[i] * power.at(weights[i]);
        }
    }
}
