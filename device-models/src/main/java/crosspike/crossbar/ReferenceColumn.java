package crosspike.crossbar;

/**
 * One cell for each weight, as {@link SingleDevice}, and a column of cells at weight 0 behind those of all neurons: its
 * current is subtracted from theirs, whatever its cells do.
 *
 * @param cell the weight in a cell
 */
record ReferenceColumn(SingleDevice cell) implements WeightMapping {

    @Override
    public void conductances(float[] weights, int part, float[] siemens, int count) {
        cell.conductances(weights, part, siemens, count);
    }

    @Override
    public void weights(float[][] siemens, float[] weights, int count) {
        cell.weights(siemens, weights, count);
    }

    @Override
    public void sums(float[] amps, int activeRows, float[] sums, int neurons) {
        float perAmp = (float) (2 / (cell.readVolts() * cell.range().widthSiemens()));
        float reference = amps[neurons];
        for (int k = 0; k < neurons; k++) {
            sums[k] = (amps[k] - reference) * perAmp;
        }
    }

    @Override
    public int sign(int part) {
        return 1;
    }
}
