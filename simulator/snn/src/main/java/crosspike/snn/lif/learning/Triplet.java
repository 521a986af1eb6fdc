package crosspike.snn.lif.learning;

import crosspike.snn.Require;

/**
 * Triplet rule with nearest spikes (Pfister and Gerstner 2006; Diehl and Cook's code; Guo 2020, Eq. 4): an input spike
 * changes its weights by {@code −ηpre·y1}, a spike of the neuron by {@code +ηpost·x·y2}, y2 as it was before this spike. A
 * lone output spike changes nothing. As a pair rule y2 counts as 1.
 *
 * @param inputRate ηpre, 0 to 1
 * @param outputRate ηpost, 0 to 1
 * @param traces time constants
 * @param pairs whether this is the pair rule
 */
public record Triplet(double inputRate, double outputRate, Traces traces, boolean pairs) implements LearningRule {
    public Triplet {
        Require.within("learning rate at input spikes", inputRate, 0, 1);
        Require.within("learning rate at output spikes", outputRate, 0, 1);
    }

    /** Diehl and Cook's code: 20, 20 and 40 ms. */
    public static final Triplet DIEHL_COOK = new Triplet(1e-4, 1e-2, new Traces(0.02, false, 0.02, 0.04), false);

    /** Guo 2020, Table 1: 8, 16 and 32 ms. */
    public static final Triplet GUO = new Triplet(1e-4, 1e-2, new Traces(0.008, false, 0.016, 0.032), false);

    @Override
    public Visits visits() {
        return Visits.SPIKED;
    }

    @Override
    public boolean readsWeights() {
        return false;
    }

    @Override
    public void outputSpike(float[] weights, float[] inputTraces, float slowTrace, float[] changes, int count) {
        float factor = (float) outputRate * (pairs ? 1f : slowTrace);
        for (int i = 0; i < count; i++) {
            changes[i] = factor * inputTraces[i];
        }
    }

    @Override
    public boolean learnsFromLoneSpikes() {
        return pairs;
    }

    @Override
    public boolean learnsFromInputs() {
        return inputRate > 0;
    }

    @Override
    public void inputSpikes(float[] weights, float[] fastTraces, float[] changes, int count) {
        float rate = (float) -inputRate;
        for (int i = 0; i < count; i++) {
            changes[i] = rate * fastTraces[i];
        }
    }
}
