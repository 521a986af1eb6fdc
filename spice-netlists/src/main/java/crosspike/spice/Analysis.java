package crosspike.spice;

import java.util.List;

/**
 * What ngspice computes of a circuit, and how closely.
 *
 * @param options settings of the simulator, as in {@code reltol=1e-9}
 * @param command the command that computes
 * @param axis the variable that ngspice saves beside those asked for; empty if there is none
 * @param closing commands that print something for who runs the netlist by hand; none may fail
 */
public record Analysis(String options, String command, String axis, List<String> closing) {

    /** The DC solution, solved to rounding also for nonlinear devices (measured: 5e-15). */
    public static final Analysis OPERATING_POINT =
            new Analysis("reltol=1e-9 abstol=1e-18 vntol=1e-13 gmin=1e-18", "op", "", List.of());

    public Analysis {
        closing = List.copyOf(closing);
    }

    /**
     * The course from 0 s on, starting at the operating point.
     *
     * @param stopSeconds when it ends
     * @param stepSeconds longest step; ngspice takes shorter ones where voltages bend
     * @param tolerance relative error of a step, such as 1e-6
     */
    public static Analysis transientOf(double stopSeconds, double stepSeconds, double tolerance) {
        String step = SpiceNumber.text(stepSeconds);
        return new Analysis(
                "reltol=" + SpiceNumber.text(tolerance)
                        + " abstol=1e-15 vntol=1e-9 chgtol=1e-18 gmin=1e-15 method=gear",
                "tran " + step + " " + SpiceNumber.text(stopSeconds) + " 0 " + step,
                "time",
                List.of());
    }

    /** The same with commands after it. */
    public Analysis closing(List<String> commands) {
        return new Analysis(options, command, axis, commands);
    }

    /** Variables of the result file when {@code asked} are asked for. */
    int variables(int asked) {
        return asked + (axis.isEmpty() ? 0 : 1);
    }
}
