package crosspike.crossbar;

import crosspike.device.ConductanceRange;

/**
 * Two cells for each weight on neighbouring columns: {@code w = (G+ − G−)/(Gmax − Gmin)}. Each takes half
 * of a change, in opposite directions, with the pulses its own direction needs.
 *
 * @param range conductances of a cell
 * @param readVolts voltage on the active rows in V
 */
record DifferentialPair(ConductanceRange range, double readVolts) implements WeightMapping {

    @Override
    public void conductances(float[] weights, int part, float[] siemens, int count) {
        float slope = sign(part) * range.widthSiemens() / 2;
        float middle = (range.maxSiemens() + range.minSiemens()) / 2;
        for (int i = 0; i < count; i++) {
            siemens[i] = weights[i] * slope + middle;
        }
    }

    @Override
    public void weights(float[][] siemens, float[] weights, int count) {
        float perSiemens = 1 / range.widthSiemens();
        float[] plus = siemens[0];
        float[] minus = siemens[1];
        for (int i = 0; i < count; i++) {
            weights[i] = (plus[i] - minus[i]) * perSiemens;
        }
    }

    @Override
    public void sums(float[] amps, int activeRows, float[] sums, int neurons) {
        float perAmp = (float) (1 / (readVolts * range.widthSiemens()));
        for (int k = 0; k < neurons; k++) {
            sums[k] = (amps[2 * k] - amps[2 * k + 1]) * perAmp;
        }
    }

    @Override
    public int sign(int part) {
        return part == 0 ? 1 : -1;
    }
}
