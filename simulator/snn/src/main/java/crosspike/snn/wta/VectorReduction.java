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
        int pair = 2 * LANES;
        if (count < pair) {
            float largest = values[0];
            for (int i = 1; i < count; i++) {
                largest = Math.max(largest, values[i]);
            }
            return largest;
        }
        FloatVector a =
                FloatVector.fromArray(SPECIES, values, count - pair); // the last pair may overlap the one before
        FloatVector b = FloatVector.fromArray(SPECIES, values, count - LANES);
        for (int i = 0; i + pair < count; i += pair) {
            a = larger(a, FloatVector.fromArray(SPECIES, values, i));
            b = larger(b, FloatVector.fromArray(SPECIES, values, i + LANES));
        }
        return larger(a, b).reduceLanes(VectorOperators.MAX);
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
