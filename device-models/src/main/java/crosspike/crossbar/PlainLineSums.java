package crosspike.crossbar;

import java.util.Arrays;

/** Line sums in plain Java. Not thread-safe. */
final class PlainLineSums implements LineSums {
    private final double[] net = new double[STRANDS];
    private final double[] gross = new double[STRANDS];
    private final double[] netSiemens = new double[STRANDS];
    private final double[] grossSiemens = new double[STRANDS];

    @Override
    public double total(float[] values, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int i = 0;
        for (; i + STRANDS <= count; i += STRANDS) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
            e += values[i + 4];
            f += values[i + 5];
            g += values[i + 6];
            h += values[i + 7];
        }
        int left = count - i;
        a += left > 0 ? values[i] : 0;
        b += left > 1 ? values[i + 1] : 0;
        c += left > 2 ? values[i + 2] : 0;
        d += left > 3 ? values[i + 3] : 0;
        e += left > 4 ? values[i + 4] : 0;
        f += left > 5 ? values[i + 5] : 0;
        g += left > 6 ? values[i + 6] : 0;
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
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
