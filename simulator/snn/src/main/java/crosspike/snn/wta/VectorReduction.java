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
        FloatVector c = a;
        FloatVector d = a;
        int i = 0;
        for (; i + 4 * LANES <= count; i += 4 * LANES) {
            a = a.max(FloatVector.fromArray(SPECIES, values, i));
            b = b.max(FloatVector.fromArray(SPECIES, values, i + LANES));
            c = c.max(FloatVector.fromArray(SPECIES, values, i + 2 * LANES));
            d = d.max(FloatVector.fromArray(SPECIES, values, i + 3 * LANES));
        }
        float largest = a.max(b).max(c.max(d)).reduceLanes(VectorOperators.MAX);
        for (; i < count; i++) {
            largest = values[i] > largest ? values[i] : largest;
        }
        return largest;
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
