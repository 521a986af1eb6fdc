package crosspike.vector;

import java.lang.reflect.Constructor;
import java.util.function.Supplier;

/**
 * Java's vector module: it incubates, so it must be asked for with {@code --add-modules jdk.incubator.vector}, and what uses it
 * is compiled apart. {@code -Dcrosspike.plain=true} does without, and so do processors with vectors of less than 256 bits, as those of ARM
 * without SVE: vectors of that length would all be objects there, several times slower than plain Java.
 */
public final class VectorModule {
    private static final String MODULE = "jdk.incubator.vector";
    private static final int LEAST_BITS = 256;

    private VectorModule() {}

    /**
     * Makes something of one class that uses the module, or without the module of another that gives the same bits.
     *
     * @param vectorClass full name of a class with a constructor without arguments
     */
    @SuppressWarnings("unchecked")
    public static <T> Supplier<T> orElse(String vectorClass, Supplier<T> plain) {
        if (Boolean.getBoolean("crosspike.plain") || vectorBits() < LEAST_BITS) {
            return plain;
        }
        try {
            Constructor<?> constructor = Class.forName(vectorClass).getDeclaredConstructor();
            constructor.setAccessible(true);
            make(constructor);
            return () -> (T) make(constructor);
        } catch (ClassNotFoundException | NoSuchMethodException | LinkageError e) { // built without it
            return plain;
        }
    }

    /** Length of this processor's vectors; 0 without the module. */
    private static int vectorBits() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return 0;
        }
        try {
            Class<?> shape = Class.forName(MODULE + ".VectorShape");
            Object preferred = shape.getMethod("preferredShape").invoke(null);
            return (int) shape.getMethod("vectorBitSize").invoke(preferred);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot ask " + MODULE + " for the length of vectors", e);
        }
    }

    private static Object make(Constructor<?> constructor) {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make a " + constructor.getDeclaringClass(), e);
        }
    }
}
