package crosspike.snn.wta;

import crosspike.vector.VectorModule;
import java.util.function.Supplier;

/** Finds the largest of many numbers. */
interface Largest {
    /** Makes the fastest that this Java can run. */
    Supplier<Largest> FASTEST = VectorModule.orElse("crosspike.snn.wta.VectorLargest", () -> Largest::inPlainJava);

    /** The largest of the first {@code count} values, at least one; none is NaN. */
    float of(float[] values, int count);

    /** The same in plain Java. */
    static float inPlainJava(float[] values, int count) {
        float a = values[0];
        float b = a;
        float c = a;
        float d = a;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            a = values[i] > a ? values[i] : a;
            b = values[i + 1] > b ? values[i + 1] : b;
            c = values[i + 2] > c ? values[i + 2] : c;
            d = values[i + 3] > d ? values[i + 3] : d;
        }
        for (; i < count; i++) {
            a = values[i] > a ? values[i] : a;
        }
        return Math.max(Math.max(a, b), Math.max(c, d));
    }
}
