package crosspike.vector;

import java.lang.reflect.Constructor;
import java.util.function.Supplier;

/**
 * Java's vector module: it incubates, so it must be asked for with {@code --add-modules jdk.incubator.vector}, and what uses it
 * is compiled apart. {@code -Dcrosspike.plain=true} does without.
 */
public final class VectorModule {
    private VectorModule() {}

    /**
     * Makes something of one class that uses the module, or without the module of another that gives the same bits.
     *
     * @param vectorClass full name of a class with a constructor without arguments
     */
    @SuppressWarnings("unchecked")
    public static <T> Supplier<T> orElse(String vectorClass, Supplier<T> plain) {
        boolean isThere = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (!isThere || Boolean.getBoolean("crosspike.plain")) {
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

    private static Object make(Constructor<?> constructor) {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make a " + constructor.getDeclaringClass(), e);
        }
    }
}
