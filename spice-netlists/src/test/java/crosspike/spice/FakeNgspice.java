package crosspike.spice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Shell scripts that stand in for ngspice and misbehave as told. */
record FakeNgspice(Path folder) {

    /** What the fakes are asked to solve: 0.5 V over 100 kohm. */
    static final Netlist NETLIST = new Netlist(
            "fake",
            "v0 row0 0 dc 5e-1\nr0 row0 column 1e5\nvcolumn column 0 dc 0",
            List.of("v(column)", "i(vcolumn)", "i(v0)"),
            true);

    private static final String HEADER = """
            Title: fake
            Plotname: Operating Point
            Flags: real
            No. Variables: 3
            No. Points: 1
            Variables:
            \t0\tv(column)\tvoltage
            \t1\ti(vcolumn)\tcurrent
            \t2\ti(v0)\tcurrent
            Binary:
            """;

    /** A program that says it is ngspice 39 and otherwise runs the shell lines. */
    Ngspice saying(String... lines) throws IOException {
        return Ngspice.at(script("** ngspice-39 : fake", lines));
    }

    /** A script that answers {@code --version} with the line and otherwise runs the shell lines. */
    Path script(String version, String... lines) throws IOException {
        return shell("if [ \"$1\" = --version ]; then echo '" + version + "'; exit 0; fi\n" + String.join("\n", lines));
    }

    /** A script of these lines, whatever it is asked. */
    Path shell(String lines) throws IOException {
        Path script = folder.resolve("ngspice");
        Files.writeString(script, "#!/bin/sh\n" + lines + "\n");
        if (!script.toFile().setExecutable(true)) throw new IOException("cannot make " + script + " executable");
        return script;
    }

    /** Shell lines that leave a result with these values and end as a good run does. */
    String good(double columnVolts, double columnAmps, double rowAmps) throws IOException {
        return writes(RawFileTest.bytes(HEADER, columnVolts, columnAmps, rowAmps));
    }

    /** Shell lines that leave these bytes as the result and end as a good run does. */
    String writes(byte[] raw) throws IOException {
        Path prepared = Files.write(folder.resolve("prepared.raw"), raw);
        return "cp '" + prepared + "' result.raw; echo @@OK@@ > ngspice.log";
    }

    static byte[] truncated(int lost) {
        byte[] whole = RawFileTest.bytes(HEADER, 0, 5e-6, -5e-6);
        return java.util.Arrays.copyOf(whole, whole.length - lost);
    }
}
