package crosspike.spice;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import crosspike.input.MissingProgram;

/** The ngspice of this machine: without it tests are skipped, but fail in continuous integration. */
public final class RealNgspice {
    private RealNgspice() {}

    public static Ngspice required() {
        try {
            return Ngspice.find();
        } catch (MissingProgram e) {
            if ("true".equals(System.getenv("CI"))) return fail("this test needs ngspice: " + e.getMessage());
            return abort(e.getMessage());
        }
    }
}
