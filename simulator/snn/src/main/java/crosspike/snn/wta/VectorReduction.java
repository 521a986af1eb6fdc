package crosspike.snn.wta;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What many numbers amount to, in Java's vector module. */
final class VectorReduction implements Reduction {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    private static final int LANES = SPECIES.length();

    @Override
    public float largest(float[] values, int count) {
        FloatVector a = FloatVector.broadcast(SPECIES, values[0]);
        FloatVector b = a;
        int i = 0;
        for (; i + 2 * LANES <= count; i += 2 * LANES) {
            a = larger(a, FloatVector.fromArray(SPECIES, values, i));
            b = larger(b, FloatVector.fromArray(SPECIES, values, i + LANES));
        }
        float largest = larger(a, b).reduceLanes(VectorOperators.MAX);
        for (; i < count; i++) {
            largest = values[i] > largest ? values[i] : largest;
        }
        return largest;
    }

    /** Faster than {@code max}, which looks for NaN. */
    private static FloatVector larger(FloatVector a, FloatVector b) {
        return a.blend(b, b.compare(VectorOperators.GT, a));
    }

    @Override
    public void fold(float[] values, float[] sums) {
        int count = sums.length;
        if (count < LANES) {
            for (int i = 0; i < count; i++) {
                sums[i] = values[i] + values[i + count];
            }
            return;
        }
        for (int i = 0; i < count; i += LANES) {
            FloatVector.fromArray(SPECIES, values, i)
                    .add(FloatVector.fromArray(SPECIES, values, i + count))
                    .intoArray(sums, i);
        }
    }
}
