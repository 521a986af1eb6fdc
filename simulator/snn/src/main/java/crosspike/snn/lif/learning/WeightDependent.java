package crosspike.snn.lif.learning;

import crosspike.snn.Require;

/**
 * Rules whose changes fall with the weight, the first three of Diehl and Cook (2015):
 *
 * <pre>
 *   power law (Rathi 2018, Eq. 1)   output spike: ηout·(x − offset)·(1 − w)^μ
 *   exponential                     output spike: ηout·(x·e^(−βw) − offset·e^(−β(1 − w)))
 *   power law at both spikes        the first, and at an input spike: −ηin·y1·w^μ
 * </pre>
 *
 * With {@link Visits#ALL}, inputs that are silent lose weight at an output spike.
 */
public final class WeightDependent implements LearningRule {
    private final boolean exponential;
    private final float outputRate;
    private final float inputRate;
    private final float offset;
    private final Curve curve;
    private final Traces traces;
    private final Visits visits;
    private final boolean readsWeights;

    private WeightDependent(
            boolean exponential,
            double outputRate,
            double inputRate,
            double offset,
            double steepness,
            Traces traces,
            Visits visits) {
        Require.within("learning rate", outputRate, 0, 1);
        Require.within("learning rate at input spikes", inputRate, 0, 1);
        Require.within("offset of the trace", offset, 0, 10);
        this.exponential = exponential;
        this.outputRate = (float) outputRate;
        this.inputRate = (float) inputRate;
        this.offset = (float) offset;
        this.curve = exponential ? Curve.exponential(steepness) : Curve.power(steepness);
        this.traces = traces;
        this.visits = visits;
        this.readsWeights = steepness > 0;
    }

    /**
     * The power law, at output spikes only.
     *
     * @param rate ηout, 0 to 1
     * @param offset trace at which nothing changes, 0 to 10
     * @param exponent μ, 0 to 10
     * @param traces time constants; Rathi 2018 is silent on whether input spikes add up
     * @param visits which inputs change; the paper is silent
     */
    public static WeightDependent powerLaw(double rate, double offset, double exponent, Traces traces, Visits visits) {
        return powerLaw(rate, 0, offset, exponent, traces, visits);
    }

    /**
     * The power law at spikes of neurons and of inputs.
     *
     * @param outputRate ηout, 0 to 1
     * @param inputRate ηin, 0 to 1
     * @param offset trace at which an output spike changes nothing, 0 to 10
     * @param exponent μ, 0 to 10
     * @param traces time constants
     * @param visits which inputs an output spike changes
     */
    public static WeightDependent powerLaw(
            double outputRate, double inputRate, double offset, double exponent, Traces traces, Visits visits) {
        Require.within("exponent of the weight", exponent, 0, 10);
        return new WeightDependent(false, outputRate, inputRate, offset, exponent, traces, visits);
    }

    /**
     * The exponential rule.
     *
     * @param rate ηout, 0 to 1
     * @param offset pull on silent inputs, 0 to 10
     * @param beta β, 0 to 32
     * @param traces time constants
     * @param visits which inputs change
     */
    public static WeightDependent exponential(double rate, double offset, double beta, Traces traces, Visits visits) {
        Require.within("beta", beta, 0, 32);
        return new WeightDependent(true, rate, 0, offset, beta, traces, visits);
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
        return readsWeights;
    }

    @Override
    public void outputSpike(float[] weights, float[] inputTraces, float slowTrace, float[] changes, int count) {
        if (exponential) {
            for (int i = 0; i < count; i++) {
                float up = inputTraces[i] * curve.at(weights[i]);
                changes[i] = outputRate * (up - offset * curve.at(1f - weights[i]));
            }
        } else {
            for (int i = 0; i < count; i++) {
                changes[i] = outputRate * (inputTraces[i] - offset) * curve.at(1f - weights[i]);
            }
        }
    }

    @Override
    public boolean learnsFromInputs() {
        return inputRate > 0;
    }

    @Override
    public void inputSpikes(float[] weights, float[] fastTraces, float[] changes, int count) {
        for (int i = 0; i < count; i++) {
            changes[i] = -inputRate * fastTraces[i] * curve.at(weights[i]);
        }
    }
}
