package crosspike.snn.wta;

import crosspike.snn.StdpWindow;

/**
 * A rule that changes weights as a device was measured to: a row whose input last spiked Δt before the output spike by
 * ΔG(Δt), a row that did not spike within the measured window by one value for all. As in {@link ExponentialStdp},
 * potentiation is multiplied by d/n and depression by p/n, where p of n rows are potentiated and d = n − p are not (Shi
 * 2019, Eq. 3): without them the network does not learn. Cells at the end of their range stay there.
 */
public final class MeasuredWindow implements StdpRule {
    private final float[] changesByMs;
    private final float outside;
    private final boolean ofConductance;
    private final float lowest;

    private MeasuredWindow(StdpWindow window, double outside, double scale, boolean ofConductance, double lowest) {
        int steps = 0;
        while (steps < Schedule.LONGEST_MS && !Double.isNaN(window.at(steps * 1e-3))) {
            steps++;
        }
        if (steps == 0) {
            throw new IllegalArgumentException(
                    "STDP window has no point at 0 or after; expected the side of inputs that"
                            + " spike before the output");
        }
        this.changesByMs = new float[steps];
        for (int ms = 0; ms < steps; ms++) {
            changesByMs[ms] = (float) (window.at(ms * 1e-3) * scale);
        }
        this.outside = (float) (outside * scale);
        this.ofConductance = ofConductance;
        this.lowest = (float) lowest;
    }

    /**
     * Changes do not depend on the conductance, which is not read.
     *
     * @param window changes in any unit
     * @param outside change of rows that did not spike within the window, in the same unit; usually 0 or less
     * @param scale what one unit is as a fraction of Gmax − Gmin
     * @throws IllegalArgumentException if the window says nothing about Δt ≥ 0
     */
    public static MeasuredWindow ofRange(StdpWindow window, double outside, double scale) {
        return new MeasuredWindow(window, outside, scale, false, 0);
    }

    /**
     * Changes are in proportion to the conductance of the moment: ΔG/G was measured.
     *
     * @param lowest Gmin / (Gmax − Gmin) of the cells
     * @throws IllegalArgumentException if the window says nothing about Δt ≥ 0
     */
    public static MeasuredWindow ofConductance(StdpWindow window, double outside, double lowest) {
        return new MeasuredWindow(window, outside, 1, true, lowest);
    }

    @Override
    public boolean readsWeights() {
        return ofConductance;
    }

    @Override
    public boolean readsTimes() {
        return true;
    }

    @Override
    public void changes(
            float[] weights, int[] activeRows, int active, int[] sinceMs, float[] changes, float[] scratch) {
        int n = changes.length;
        int potentiated = 0;
        for (int i = 0; i < n; i++) {
            float change = sinceMs[i] < changesByMs.length ? changesByMs[sinceMs[i]] : outside;
            changes[i] = 2 * change; // weights span 2, conductances their range
            potentiated += change > 0 ? 1 : 0;
        }
        if (ofConductance) {
            for (int i = 0; i < n; i++) {
                changes[i] *= (weights[i] + 1) / 2 + lowest;
            }
        }
        float up = (float) (n - potentiated) / n;
        float down = (float) potentiated / n;
        for (int i = 0; i < n; i++) {
            changes[i] *= changes[i] > 0 ? up : down;
        }
    }
}
