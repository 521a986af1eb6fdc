package crosspike.cli;

import crosspike.input.Dimension;
import crosspike.input.UserError;
import crosspike.spice.Ngspice;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How ngspice is run. */
final class NgspiceOptions {
    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Longest time for one netlist, such as \"90 s\"; default: 60 s.")
    String timeout;

    /**
     * @throws UserError if the time is none
     */
    void check() {
        limit();
    }

    /** The ngspice of this machine; says so on standard error if nobody has tried its version. */
    Ngspice find(CommandSpec command) {
        Duration limit = limit();
        Ngspice found = Terminal.ngspice(command);
        return limit == null ? found : found.withTimeout(limit);
    }

    private Duration limit() {
        return timeout == null ? null : duration(timeout);
    }

    /** What --timeout says. */
    static Duration duration(String text) {
        double seconds = Quantities.of("--timeout", text, Dimension.TIME);
        if (!(seconds >= 0.001 && seconds <= 1e6)) {
            throw new UserError("--timeout is \"" + text + "\"; expected a time of at least 1 ms and at most 1 Ms");
        }
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
