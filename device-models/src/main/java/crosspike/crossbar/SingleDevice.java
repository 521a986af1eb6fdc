package crosspike.crossbar;

import crosspike.device.ConductanceRange;

/**
 * One cell for each weight: {@code G = w·(Gmax − Gmin)/2 + (Gmax + Gmin)/2} (Shi 2019, Eq. 6).
 *
 * @param range conductances of w = −1 and w = 1
 * @param readVolts voltage on the active rows in V
 */
record SingleDevice(ConductanceRange range, double readVolts) implements WeightMapping {

    @Override
    public void conductances(float[] weights, int part, float[] siemens, int count) {
        float slope = slope();
        float middle = middle();
        for (int i = 0; i < count; i++) {
            siemens[i] = weights[i] * slope + middle;
        }
    }

    @Override
    public void weights(float[][] siemens, float[] weights, int count) {
        float perSiemens = 1 / slope();
        float middle = middle();
        float[] g = siemens[0];
        for (int i = 0; i < count; i++) {
            weights[i] = (g[i] - middle) * perSiemens;
        }
    }

    @Override
    public void sums(float[] amps, int activeRows, float[] sums, int neurons) {
        float perAmp = (float) (1 / (readVolts * slope()));
        float offset = activeRows * (middle() / slope());
        for (int k = 0; k < neurons; k++) {
            sums[k] = amps[k] * perAmp - offset;
        }
    }

    @Override
    public int sign(int part) {
        return 1;
    }

    private float slope() {
        return range.widthSiemens() / 2;
    }

    private float middle() {
        return (range.maxSiemens() + range.minSiemens()) / 2;
    }
}
