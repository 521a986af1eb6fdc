package crosspike.snn.lif.learning;

import crosspike.snn.Require;
import crosspike.snn.StdpWindow;

/**
 * Changes as they were measured on a device: an output spike changes the weights of inputs by what the window says for the
 * time since their latest spike, an input spike changes those of neurons that fired before it by what it says for negative
 * times. The window takes the place of the traces.
 */
public final class MeasuredPairs implements LearningRule {
    /** Longest time that a window may cover. */
    private static final double LONGEST_SECONDS = 1;

    private final StdpWindow window;
    private final double scale;
    private final double outside;
    private final boolean ofConductance;
    private final float lowest;
    private final boolean hasPast;

    /**
     * Changes do not depend on the weight.
     *
     * @param window changes in any unit
     * @param outside change of inputs whose latest spike is earlier than the window reaches, in units of the window
     * @param scale what one unit is, as a change of a weight in [0, 1]
     */
    public static MeasuredPairs ofRange(StdpWindow window, double outside, double scale) {
        return new MeasuredPairs(window, outside, scale, false, 0);
    }

    /**
     * Changes are in proportion to the conductance of the moment: ΔG/G was measured.
     *
     * @param window changes as fractions of the conductance
     * @param outside change of inputs whose latest spike is earlier than the window reaches, likewise
     * @param lowest Gmin / (Gmax − Gmin) of the cells
     */
    public static MeasuredPairs ofConductance(StdpWindow window, double outside, double lowest) {
        return new MeasuredPairs(window, outside, 1, true, lowest);
    }

    private MeasuredPairs(StdpWindow window, double outside, double scale, boolean ofConductance, double lowest) {
        Require.within("scale of the STDP window", Math.abs(scale), 1e-12, 1e12);
        Require.within("change outside the STDP window", outside * scale, -1, 1);
        if (window.points().stream().noneMatch(point -> point.seconds() >= 0)) {
            throw new IllegalArgumentException(
                    "STDP window has no point at 0 or after; expected the side of inputs that"
                            + " spike before the output");
        }
        this.window = window;
        this.scale = scale;
        this.outside = outside;
        this.ofConductance = ofConductance;
        this.lowest = (float) lowest;
        this.hasPast = window.points().stream().anyMatch(point -> point.seconds() < 0);
    }

    @Override
    public Traces traces() {
        throw new IllegalStateException("a measured window has no time constants");
    }

    @Override
    public float[] inputTrace(double stepSeconds) {
        return table(1, outside, stepSeconds);
    }

    @Override
    public float[] fastTrace(double stepSeconds) {
        return table(-1, 0, stepSeconds);
    }

    @Override
    public float[] slowTrace(double stepSeconds) {
        return new float[] {0};
    }

    @Override
    public boolean sumsInputs() {
        return false;
    }

    /** Changes by steps of one side of the window, the first where it begins; the last is for all later times. */
    private float[] table(int sign, double later, double stepSeconds) {
        int steps = 0;
        for (int k = 0; k * stepSeconds <= LONGEST_SECONDS; k++) {
            steps = Double.isNaN(at(sign, k, stepSeconds)) ? steps : k + 1;
        }
        float[] table = new float[steps + 1];
        for (int k = 0; k < steps; k++) {
            double change = at(sign, k, stepSeconds);
            table[k] = (float) (Double.isNaN(change) ? 0 : change * scale);
        }
        table[steps] = (float) (later * scale);
        return table;
    }

    private double at(int sign, int steps, double stepSeconds) {
        return window.at(sign < 0 ? -Math.max(steps, 0.5) * stepSeconds : steps * stepSeconds);
    }

    @Override
    public Visits visits() {
        return outside == 0 ? Visits.SPIKED : Visits.ALL;
    }

    @Override
    public boolean readsWeights() {
        return ofConductance;
    }

    @Override
    public void outputSpike(float[] weights, float[] inputTraces, float slowTrace, float[] changes, int count) {
        change(weights, inputTraces, changes, count);
    }

    @Override
    public boolean learnsFromInputs() {
        return hasPast;
    }

    @Override
    public void inputSpikes(float[] weights, float[] fastTraces, float[] changes, int count) {
        change(weights, fastTraces, changes, count);
    }

    private void change(float[] weights, float[] measured, float[] changes, int count) {
        System.arraycopy(measured, 0, changes, 0, count);
        for (int i = 0; ofConductance && i < count; i++) {
            changes[i] *= weights[i] + lowest;
        }
    }
}
