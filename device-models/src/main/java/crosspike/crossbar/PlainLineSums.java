package crosspike.crossbar;

import java.util.Arrays;

/** Line sums in plain Java. Not thread-safe. */
final class PlainLineSums implements LineSums {
    private final float[] net = new float[STRANDS];
    private final float[] gross = new float[STRANDS];
    private final float[] netSiemens = new float[STRANDS];
    private final float[] grossSiemens = new float[STRANDS];

    @Override
    public double total(float[] values, int count) {
        Arrays.fill(net, 0);
        int end = count & -STRANDS;
        for (int i = 0; i < end; i += STRANDS) {
            for (int k = 0; k < STRANDS; k++) {
                net[k] += values[i + k];
            }
        }
        for (int i = end; i < count; i++) {
            net[i - end] += values[i];
        }
        return LineSums.join(net);
    }

    @Override
    public double scale(float[] values, float factor, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = values[i] * factor;
        }
        return total(values, count);
    }

    @Override
    public void pulses(float[] pulses, float[] before, float[] after, int cells, Pulses out) {
        clear();
        float most = 0;
        float least = 0;
        int written = 0;
        for (int i = 0; i < cells; i++) {
            float n = pulses[i];
            float weighted = n * (before[i] + after[i]);
            int strand = i & STRANDS - 1;
            net[strand] += n;
            gross[strand] += Math.abs(n);
            netSiemens[strand] += weighted;
            grossSiemens[strand] += Math.abs(weighted);
            most = n > most ? n : most;
            least = n < least ? n : least;
            written += n != 0f ? 1 : 0;
        }
        out.join(net, gross, netSiemens, grossSiemens);
        out.most = most;
        out.least = least;
        out.written = written;
    }

    private void clear() {
        Arrays.fill(net, 0);
        Arrays.fill(gross, 0);
        Arrays.fill(netSiemens, 0);
        Arrays.fill(grossSiemens, 0);
    }
}
