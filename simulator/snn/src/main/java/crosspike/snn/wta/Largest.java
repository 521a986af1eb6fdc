package crosspike.snn.wta;

import crosspike.vector.VectorModule;
import java.util.function.Supplier;

/** Finds the largest of many numbers. */
interface Largest {
    /** Lengths of arrays are multiples of it. */
    int GRAIN = 32;

    /** Makes the fastest that this Java can run. */
    Supplier<Largest> FASTEST = VectorModule.orElse("crosspike.snn.wta.VectorLargest", () -> Largest::inPlainJava);

    /** The largest value of an array without NaN; its length is a multiple of {@link #GRAIN}. */
    float of(float[] values);

    /** The same in plain Java. */
    static float inPlainJava(float[] values) {
        float a = Float.NEGATIVE_INFINITY;
        float b = a;
        float c = a;
        float d = a;
        for (int i = 0; i < values.length; i += 4) {
            a = values[i] > a ? values[i] : a;
            b = values[i + 1] > b ? values[i + 1] : b;
            c = values[i + 2] > c ? values[i + 2] : c;
            d = values[i + 3] > d ? values[i + 3] : d;
        }
        return Math.max(Math.max(a, b), Math.max(c, d));
    }
}
