package crosspike.snn.wta;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The largest number, in Java's vector module. */
final class VectorLargest implements Largest {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    private static final int LANES = SPECIES.length();

    @Override
    public float of(float[] values) {
        FloatVector a = FloatVector.fromArray(SPECIES, values, 0);
        FloatVector b = FloatVector.fromArray(SPECIES, values, LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, values, 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, values, 3 * LANES);
        for (int i = GRAIN; i < values.length; i += GRAIN) {
            a = a.max(FloatVector.fromArray(SPECIES, values, i));
            b = b.max(FloatVector.fromArray(SPECIES, values, i + LANES));
            c = c.max(FloatVector.fromArray(SPECIES, values, i + 2 * LANES));
            d = d.max(FloatVector.fromArray(SPECIES, values, i + 3 * LANES));
        }
        return a.max(b).max(c.max(d)).reduceLanes(VectorOperators.MAX);
    }
}
