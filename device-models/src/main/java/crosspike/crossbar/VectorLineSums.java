package crosspike.crossbar;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Line sums in Java's vector module. Not thread-safe. */
final class VectorLineSums implements LineSums {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_128;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
    private static final int HALF = STRANDS / 2;

    private final double[] strands = new double[STRANDS];

    @Override
    public double total(float[] values, int count) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = low;
        int end = count & -STRANDS;
        for (int i = 0; i < end; i += STRANDS) {
            low = low.add(widened(FloatVector.fromArray(FLOATS, values, i)));
            high = high.add(widened(FloatVector.fromArray(FLOATS, values, i + HALF)));
        }
        low.intoArray(strands, 0);
        high.intoArray(strands, HALF);
        for (int i = end; i < count; i++) {
            strands[i - end] += values[i];
        }
        return LineSums.join(strands);
    }

    @Override
    public void pulses(float[] pulses, float[] before, float[] after, int cells, Pulses out) {
        DoubleVector net0 = DoubleVector.zero(DOUBLES);
        DoubleVector net1 = net0;
        DoubleVector gross0 = net0;
        DoubleVector gross1 = net0;
        DoubleVector netSiemens0 = net0;
        DoubleVector netSiemens1 = net0;
        DoubleVector grossSiemens0 = net0;
        DoubleVector grossSiemens1 = net0;
        FloatVector most = FloatVector.zero(FLOATS);
        FloatVector least = most;
        int written = 0;
        int end = cells & -STRANDS;
        for (int i = 0; i < end; i += STRANDS) {
            FloatVector n0 = FloatVector.fromArray(FLOATS, pulses, i);
            FloatVector n1 = FloatVector.fromArray(FLOATS, pulses, i + HALF);
            FloatVector w0 =
                    n0.mul(FloatVector.fromArray(FLOATS, before, i).add(FloatVector.fromArray(FLOATS, after, i)));
            FloatVector w1 = n1.mul(FloatVector.fromArray(FLOATS, before, i + HALF)
                    .add(FloatVector.fromArray(FLOATS, after, i + HALF)));
            net0 = net0.add(widened(n0));
            net1 = net1.add(widened(n1));
            gross0 = gross0.add(widened(n0.abs()));
            gross1 = gross1.add(widened(n1.abs()));
            netSiemens0 = netSiemens0.add(widened(w0));
            netSiemens1 = netSiemens1.add(widened(w1));
            grossSiemens0 = grossSiemens0.add(widened(w0.abs()));
            grossSiemens1 = grossSiemens1.add(widened(w1.abs()));
            most = most.max(n0).max(n1);
            least = least.min(n0).min(n1);
            written += n0.compare(VectorOperators.NE, 0f).trueCount()
                    + n1.compare(VectorOperators.NE, 0f).trueCount();
        }
        out.net = sum(net0, net1, pulses, null, null, false, end, cells);
        out.gross = sum(gross0, gross1, pulses, null, null, true, end, cells);
        out.netSiemens = sum(netSiemens0, netSiemens1, pulses, before, after, false, end, cells);
        out.grossSiemens = sum(grossSiemens0, grossSiemens1, pulses, before, after, true, end, cells);
        out.most = most.reduceLanes(VectorOperators.MAX);
        out.least = least.reduceLanes(VectorOperators.MIN);
        for (int i = end; i < cells; i++) {
            float n = pulses[i];
            out.most = n > out.most ? n : out.most;
            out.least = n < out.least ? n : out.least;
            written += n != 0f ? 1 : 0;
        }
        out.written = written;
    }

    /** Adds the last cells to the strands of a sum, and joins them. */
    private double sum(
            DoubleVector low,
            DoubleVector high,
            float[] pulses,
            float[] before,
            float[] after,
            boolean isGross,
            int end,
            int cells) {
        low.intoArray(strands, 0);
        high.intoArray(strands, HALF);
        for (int i = end; i < cells; i++) {
            float x = before == null ? pulses[i] : pulses[i] * (before[i] + after[i]);
            strands[i - end] += isGross ? Math.abs(x) : x;
        }
        return LineSums.join(strands);
    }

    private static DoubleVector widened(FloatVector four) {
        return (DoubleVector) four.convertShape(VectorOperators.F2D, DOUBLES, 0);
    }
}
