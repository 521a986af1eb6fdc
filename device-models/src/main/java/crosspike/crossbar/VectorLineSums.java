package crosspike.crossbar;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Line sums in Java's vector module. Not thread-safe. */
final class VectorLineSums implements LineSums {
    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

    private final float[] net = new float[STRANDS];
    private final float[] gross = new float[STRANDS];
    private final float[] netSiemens = new float[STRANDS];
    private final float[] grossSiemens = new float[STRANDS];

    @Override
    public double total(float[] values, int count) {
        FloatVector low = FloatVector.zero(EIGHT);
        FloatVector high = low;
        int end = count & -STRANDS;
        for (int i = 0; i < end; i += STRANDS) {
            low = low.add(FloatVector.fromArray(EIGHT, values, i));
            high = high.add(FloatVector.fromArray(EIGHT, values, i + HALF));
        }
        low.intoArray(net, 0);
        high.intoArray(net, HALF);
        for (int i = end; i < count; i++) {
            net[i - end] += values[i];
        }
        return LineSums.join(net);
    }

    @Override
    public double scale(float[] values, float factor, float[] out, int count) {
        FloatVector low = FloatVector.zero(EIGHT);
        FloatVector high = low;
        int end = count & -STRANDS;
        for (int i = 0; i < end; i += STRANDS) {
            FloatVector value0 = FloatVector.fromArray(EIGHT, values, i);
            FloatVector value1 = FloatVector.fromArray(EIGHT, values, i + HALF);
            low = low.add(value0);
            high = high.add(value1);
            value0.mul(factor).intoArray(out, i);
            value1.mul(factor).intoArray(out, i + HALF);
        }
        low.intoArray(net, 0);
        high.intoArray(net, HALF);
        for (int i = end; i < count; i++) {
            net[i - end] += values[i];
            out[i] = values[i] * factor;
        }
        return LineSums.join(net);
    }

    @Override
    public void pulses(float[] pulses, float[] before, float[] after, int cells, Pulses out) {
        FloatVector net0 = FloatVector.zero(EIGHT);
        FloatVector net1 = net0;
        FloatVector gross0 = net0;
        FloatVector gross1 = net0;
        FloatVector netSiemens0 = net0;
        FloatVector netSiemens1 = net0;
        FloatVector grossSiemens0 = net0;
        FloatVector grossSiemens1 = net0;
        FloatVector most = FloatVector.zero(EIGHT);
        FloatVector least = most;
        int written = 0;
        int end = cells & -STRANDS;
        for (int i = 0; i < end; i += STRANDS) {
            FloatVector n0 = FloatVector.fromArray(EIGHT, pulses, i);
            FloatVector n1 = FloatVector.fromArray(EIGHT, pulses, i + HALF);
            FloatVector w0 =
                    n0.mul(FloatVector.fromArray(EIGHT, before, i).add(FloatVector.fromArray(EIGHT, after, i)));
            FloatVector w1 = n1.mul(
                    FloatVector.fromArray(EIGHT, before, i + HALF).add(FloatVector.fromArray(EIGHT, after, i + HALF)));
            net0 = net0.add(n0);
            net1 = net1.add(n1);
            gross0 = gross0.add(n0.abs());
            gross1 = gross1.add(n1.abs());
            netSiemens0 = netSiemens0.add(w0);
            netSiemens1 = netSiemens1.add(w1);
            grossSiemens0 = grossSiemens0.add(w0.abs());
            grossSiemens1 = grossSiemens1.add(w1.abs());
            most = most.blend(n0, n0.compare(VectorOperators.GT, most)); // faster than max, which looks for NaN
            most = most.blend(n1, n1.compare(VectorOperators.GT, most));
            least = least.blend(n0, n0.compare(VectorOperators.LT, least));
            least = least.blend(n1, n1.compare(VectorOperators.LT, least));
            written += n0.compare(VectorOperators.NE, 0f).trueCount()
                    + n1.compare(VectorOperators.NE, 0f).trueCount();
        }
        float up = most.reduceLanes(VectorOperators.MAX);
        float down = least.reduceLanes(VectorOperators.MIN);
        net0.intoArray(net, 0);
        net1.intoArray(net, HALF);
        gross0.intoArray(gross, 0);
        gross1.intoArray(gross, HALF);
        netSiemens0.intoArray(netSiemens, 0);
        netSiemens1.intoArray(netSiemens, HALF);
        grossSiemens0.intoArray(grossSiemens, 0);
        grossSiemens1.intoArray(grossSiemens, HALF);
        // without branches: one that the first calls do not take would have all of this compiled twice
        for (int i = end; i < cells; i++) {
            float n = pulses[i];
            float weighted = n * (before[i] + after[i]);
            net[i - end] += n;
            gross[i - end] += Math.abs(n);
            netSiemens[i - end] += weighted;
            grossSiemens[i - end] += Math.abs(weighted);
            up = Math.max(up, n);
            down = Math.min(down, n);
            written += Integer.signum(Float.floatToRawIntBits(Math.abs(n))); // 1 unless n is 0
        }
        out.join(net, gross, netSiemens, grossSiemens);
        out.most = up;
        out.least = down;
        out.written = written;
    }
}
