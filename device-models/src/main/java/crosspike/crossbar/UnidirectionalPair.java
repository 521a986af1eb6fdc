package crosspike.crossbar;

/**
 * Two cells for each weight, of which only one is potentiated at a time: {@code w = (G+ − G−)/(Gmax − Gmin)}. A weight is
 * written with the other cell at Gmin.
 *
 * @param pair the same cells when both move
 */
record UnidirectionalPair(DifferentialPair pair) implements WeightMapping {
    /** A pair is refreshed when one of its cells is above this fraction of the range. */
    static final float FULL = 0.9f;

    @Override
    public void conductances(float[] weights, int part, float[] siemens, int count) {
        float slope = sign(part) * pair.range().widthSiemens();
        float min = pair.range().minSiemens();
        for (int i = 0; i < count; i++) {
            siemens[i] = min + Math.max(0f, weights[i] * slope);
        }
    }

    @Override
    public void weights(float[][] siemens, float[] weights, int count) {
        pair.weights(siemens, weights, count);
    }

    @Override
    public void sums(float[] amps, int activeRows, float[] sums, int neurons) {
        pair.sums(amps, activeRows, sums, neurons);
    }

    @Override
    public int sign(int part) {
        return pair.sign(part);
    }

    @Override
    public float swingPerWeight() {
        return 1f;
    }

    @Override
    public void share(float[] changes, int part, float[] share, int count) {
        float sign = sign(part);
        for (int i = 0; i < count; i++) {
            share[i] = Math.max(0f, sign * changes[i]);
        }
    }
}
