package crosspike.snn.lif;

import java.util.function.Supplier;

/** Finds out whether Java's vector module is there: it must be asked for with {@code --add-modules}. */
final class VectorSupport {
    static final Supplier<MembraneKernel> KERNELS = kernels();

    private VectorSupport() {}

    private static Supplier<MembraneKernel> kernels() {
        boolean isThere = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (!isThere || Boolean.getBoolean("crosspike.plain")) {
            return PlainKernel::new;
        }
        try {
            MembraneKernel kernel = (MembraneKernel) Class.forName("crosspike.snn.lif.VectorKernel")
                    .getDeclaredConstructor()
                    .newInstance();
            return () -> kernel;
        } catch (ReflectiveOperationException | LinkageError e) { // built without it
            return PlainKernel::new;
        }
    }
}
