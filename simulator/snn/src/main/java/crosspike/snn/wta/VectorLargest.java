package crosspike.snn.wta;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The largest number, in Java's vector module. */
final class VectorLargest implements Largest {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    private static final int LANES = SPECIES.length();

    @Override
    public float of(float[] values, int count) {
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
}
