package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way of failing that netlists can provoke in the real ngspice, most of them with exit code 0. */
class FailureCatalogueTest {
    private static final String GOOD = "v0 row0 0 dc 5e-1\nr0 row0 column 1e5\nvcolumn column 0 dc 0\n";
    private static final List<String> VECTORS = List.of("v(column)", "i(vcolumn)", "i(v0)");

    @TempDir
    Path folder;

    private Ngspice ngspice;

    @BeforeEach
    void needsNgspice() {
        ngspice = RealNgspice.required();
    }

    private SpiceFailure refused(Netlist netlist) {
        return assertThrows(SpiceFailure.class, () -> ngspice.run(netlist, folder.resolve("bad.cir")));
    }

    @Test
    void theCircuitAllCasesStartFromIsSolved() {
        RawFile raw = ngspice.run(new Netlist("good", GOOD, VECTORS, true), folder.resolve("good.cir"));
        assertEquals(5e-6, raw.value("i(vcolumn)"), 1e-20);
        assertEquals(-5e-6, raw.value("i(v0)"), 1e-20);
        assertTrue(Files.exists(folder.resolve("good.cir")));
        assertFalse(Files.exists(folder.resolve("good.log")));
    }

    static Stream<Arguments> badCircuits() {
        return Stream.of(
                arguments(
                        "resistor without a value", Failure.RESISTOR_WITHOUT_VALUE, "r1 row0 column", "r1: resistance"),
                arguments("parallel sources", Failure.SINGULAR, "v1 row0 0 dc 0.3", "check node v0#branch"),
                arguments("floating nodes", Failure.SINGULAR, "r1 a b 1e3", "check node a"),
                arguments("stiff sources", Failure.NOT_CONVERGED, """
                        r1 row0 n 1
                        b1 n 0 i=1e3*sinh(40*v(n))-exp(60*v(m))
                        b2 m 0 i=1e6*(v(m)*v(m)*v(m)-2*v(m)+2)+1e3*exp(90*v(n))
                        """, "doAnalyses: OP:  Timestep too small"),
                arguments(
                        "overflow",
                        Failure.NOT_FINITE,
                        "b1 row0 column i=exp(1e4*v(row0,column))",
                        "its result is not a finite number (i(v0) is -1.0"),
                arguments("missing model", Failure.UNKNOWN_MODEL, "d1 row0 column nomodel", "'nomodel'"),
                arguments("missing subcircuit", Failure.UNKNOWN_MODEL, "x1 row0 column nosub", "nosub"),
                arguments(
                        "names differing in case only", Failure.DUPLICATE_NAME, "R0 row0 column 1e5", "already exists"),
                arguments("missing include", Failure.UNREADABLE_FILE, ".include \"absent.lib\"", "absent.lib"),
                arguments("nonsense line", Failure.BAD_LINE, "bogus", "bogus"),
                arguments(
                        "nonsense in a subcircuit",
                        Failure.BAD_LINE,
                        ".subckt part a b\nfoo bar\nr1 a b 1e3\n.ends\nx1 row0 column part",
                        "bad syntax of line foo bar"),
                arguments("wrong parameter", Failure.BAD_LINE, "r1 row0 column 1e5 nosuch=1", "Error on line"),
                arguments("unknown command", Failure.UNKNOWN_COMMAND, ".control\nopp\n.endc", "opp: no such command"),
                arguments(
                        "long command",
                        Failure.TOO_MANY_ARGUMENTS,
                        ".control\nsave" + " i(v0)".repeat(2000) + "\n.endc",
                        "save: too many args"),
                arguments("early end", Failure.NOT_FINISHED, ".control\nquit 0\n.endc", ""),
                arguments("exit code of its own", Failure.BAD_EXIT, ".control\nquit 3\n.endc", "(exit code 3)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCircuits")
    void isRefusedByName(String name, Failure failure, String lines, String telling) {
        SpiceFailure refusal = refused(new Netlist("bad", GOOD + lines, VECTORS, false));
        assertEquals(failure, refusal.failure(), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("ngspice failed: " + failure.sentence()), refusal.getMessage());
        assertTrue(
                refusal.getMessage().replaceAll(" +", " ").contains(telling.replaceAll(" +", " ")),
                refusal::getMessage);
        assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
    }

    @Test
    void theMessageSaysWhyWhereAndTheTellingLineOfTheLog() throws IOException {
        Netlist netlist = new Netlist("bad", GOOD + "r2 row0 column", VECTORS, true);
        assertEquals(
                "ngspice failed: a resistor has no value; netlist kept at " + folder.resolve("bad.cir")
                        + "; log: \"Warning: r2: resistance to low, set to 1 mOhm\"",
                refused(netlist).getMessage());
        assertEquals(netlist.text(), Files.readString(folder.resolve("bad.cir")));
        assertTrue(Files.readString(folder.resolve("bad.log")).contains("set to 1 mOhm"));
    }

    @Test
    void aVectorThatDoesNotExistIsNamedAlthoughNgspiceSaysNothing() {
        SpiceFailure refusal = refused(new Netlist("bad", GOOD, List.of("v(column)", "i(v0)", "i(vnosuch)"), false));
        assertEquals(Failure.UNKNOWN_VECTOR, refusal.failure());
        assertTrue(refusal.getMessage().contains("does not exist (i(vnosuch))"), refusal.getMessage());
    }

    @Test
    void aLeakToGroundShowsInTheSumOfTheCurrents() {
        SpiceFailure refusal = refused(new Netlist("bad", GOOD + "rleak row0 0 1e9", VECTORS, true));
        assertEquals(Failure.CURRENTS_DO_NOT_SUM, refusal.failure());
    }

    @Test
    void anEndlessLoopIsStopped() {
        ngspice = ngspice.withTimeout(Duration.ofMillis(300));
        SpiceFailure refusal = refused(new Netlist("bad", GOOD + ".control\nwhile 1\nend\n.endc", VECTORS, true));
        assertEquals(Failure.TIMED_OUT, refusal.failure());
        assertTrue(refusal.getMessage().contains("did not finish in time (the limit is 0.3 s)"), refusal.getMessage());
    }

    @Test
    void aDiskWithoutSpaceForItsWorkingFilesIsSeen() throws IOException {
        String smallFilesOnly = "trap '' XFSZ; ulimit -f 1; exec '" + ngspice.program() + "' \"$@\"";
        ngspice = Ngspice.at(new FakeNgspice(folder).script("** ngspice-39", smallFilesOnly));
        float[][] siemens = new float[100][1];
        double[] volts = new double[100];
        for (int row = 0; row < 100; row++) {
            siemens[row][0] = 1e-6f;
            volts[row] = 0.2;
        }
        SpiceFailure refusal = refused(new ColumnNetlist("a", 0, siemens, volts).netlist());
        assertEquals(Failure.NO_SIMULATION, refusal.failure(), refusal.getMessage());
    }

    @Test
    void aNetlistThatCannotBeOpenedIsSeen() throws IOException {
        Path careless = new FakeNgspice(folder)
                .script("** ngspice-39", "rm netlist.cir; exec '" + ngspice.program() + "' \"$@\"");
        ngspice = Ngspice.at(careless);
        assertEquals(Failure.UNREADABLE_FILE, refused(FakeNgspice.NETLIST).failure());
    }

    @Test
    void aTitleMayContainTheWordsOfTheCatalogue() {
        Netlist netlist = new Netlist("failed: singular matrix, aborted", GOOD, VECTORS, true);
        assertEquals(5e-6, ngspice.run(netlist, folder.resolve("a.cir")).value("i(vcolumn)"), 1e-20);
    }

    @Test
    void aGoodRunRemovesTheLogOfAnEarlierFailure() {
        refused(new Netlist("bad", GOOD + "r2 row0 column", VECTORS, true));
        assertTrue(Files.exists(folder.resolve("bad.log")));
        ngspice.run(new Netlist("good", GOOD, VECTORS, true), folder.resolve("bad.cir"));
        assertFalse(Files.exists(folder.resolve("bad.log")));
    }
}
