package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process for many solutions: with the real ngspice, and with shell scripts that misbehave. */
class NgspiceSessionTest {
    private static final Duration GUARD = Duration.ofSeconds(20);

    /** Of programs that hang; loading takes its time on a busy machine. */
    private static final Duration SHORT = Duration.ofMillis(2500);

    private static final String CURRENT = "i(vcolumn)";

    /** Answers each "echo X" with X, as ngspice does, and runs {@code $OP} for each "op". */
    private static final String LOOP =
            "while read -r word rest; do case $word in echo) echo \"$rest\";; op) eval \"$OP\";; esac; done";

    private static final Pattern KEPT = Pattern.compile("; netlist kept in (\\S+); log: ");

    @TempDir
    Path folder;

    /** The folder that a message names holds netlist and log; here nobody looks at them. */
    private static SpiceFailure withReasonKept(SpiceFailure failure) {
        Matcher kept = KEPT.matcher(failure.getMessage());
        assertTrue(kept.find(), failure.getMessage());
        File[] files = new File(kept.group(1)).listFiles();
        Set<String> names = new TreeSet<>();
        for (File file : files) {
            names.add(file.getName());
            assertTrue(file.delete(), file::toString);
        }
        assertTrue(names.containsAll(Set.of("netlist.cir", "ngspice.log")), names::toString);
        assertTrue(new File(kept.group(1)).delete());
        return failure;
    }

    private static String refused(Failure failure, NgspiceSession session, Map<String, Double> values) {
        SpiceFailure refusal = withReasonKept(assertThrows(SpiceFailure.class, () -> session.solve(values)));
        assertEquals(failure, refusal.failure(), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
        assertThrows(IllegalStateException.class, () -> session.solve(Map.of()), "the session is over");
        return refusal.getMessage();
    }

    private static String refused(Failure failure, NgspiceSession session) {
        return refused(failure, session, Map.of());
    }

    private NgspiceSession fake(String atEachOp) throws IOException {
        return fake(atEachOp, GUARD);
    }

    private NgspiceSession fake(String atEachOp, Duration limit) throws IOException {
        Ngspice ngspice = new FakeNgspice(folder).saying("OP='" + atEachOp + "'", LOOP);
        return new NgspiceSession(ngspice.withTimeout(limit), FakeNgspice.NETLIST);
    }

    private String good() throws IOException {
        return "cp " + Files.write(folder.resolve("prepared.raw"), FakeNgspice.truncated(0)) + " result.raw";
    }

    @Test
    void eachStepIsSolvedWithTheValuesOfThatStep() {
        try (NgspiceSession session = new NgspiceSession(RealNgspice.required(), FakeNgspice.NETLIST)) {
            assertEquals(5e-6, session.solve(Map.of()).value(CURRENT), 1e-19);
            assertEquals(2.5e-6, session.solve(Map.of("v0", 0.25)).value(CURRENT), 1e-19);
            assertEquals(1.25e-6, session.solve(Map.of("r0", 2e5)).value(CURRENT), 1e-19);
            for (int i = 1; i <= 50; i++) {
                Map<String, Double> values = new LinkedHashMap<>(Map.of("v0", i * 0.01, "r0", i * 1e3));
                assertEquals(1e-5, session.solve(values).value(CURRENT), 1e-18);
            }
        }
    }

    @Test
    void theRealProgramThatDiesBetweenTwoStepsIsNamed() {
        Path pid = folder.resolve("pid");
        try (NgspiceSession session =
                new NgspiceSession(wrapped("echo $$ > '" + pid + "'; exec"), FakeNgspice.NETLIST)) {
            session.solve(Map.of());
            ProcessHandle.of(Long.parseLong(read(pid).strip())).orElseThrow().destroyForcibly();
            String message = refused(Failure.BAD_EXIT, session);
            assertTrue(
                    message.startsWith(
                            "ngspice failed in step 2: it did not end normally (it ended with exit code 137);"
                                    + " netlist kept in "),
                    message);
        }
    }

    @Test
    void aDiskThatIsFullForTheResultIsNamed() {
        String limit = "trap '' XFSZ; ulimit -f 1; exec";
        StringBuilder circuit = new StringBuilder("vcolumn column 0 dc 0\n");
        List<String> vectors = new java.util.ArrayList<>(List.of(CURRENT));
        for (int i = 0; i < 400; i++) {
            circuit.append("v" + i + " row" + i + " 0 dc 1e-1\nr" + i + " row" + i + " column 1e5\n");
            vectors.add("i(v" + i + ")");
        }
        Netlist netlist = new Netlist("large result", circuit.toString(), vectors, true);
        Ngspice ngspice = wrapped(limit);
        SpiceFailure failure = withReasonKept(assertThrows(SpiceFailure.class, () -> {
            try (NgspiceSession session = new NgspiceSession(ngspice, netlist)) {
                session.solve(Map.of());
            }
        }));
        assertTrue(
                List.of(Failure.BAD_RESULT, Failure.REPORTED_ERROR, Failure.NO_RESULT)
                        .contains(failure.failure()),
                failure.getMessage());
    }

    @Test
    void aCircuitThatBecomesSingularOrCannotBeChangedIsRefusedByName() {
        try (NgspiceSession session = new NgspiceSession(RealNgspice.required(), FakeNgspice.NETLIST)) {
            assertTrue(refused(Failure.REPORTED_ERROR, session, Map.of("rnosuch", 1.0))
                    .contains("rnosuch"));
        }
        Netlist parallel = new Netlist(
                "parallel",
                "v0 row0 0 dc 5e-1\nv1 row0 0 dc 4e-1\nr0 row0 column 1e5\nvcolumn column 0 dc 0",
                FakeNgspice.NETLIST.vectors(),
                false);
        try (NgspiceSession session = new NgspiceSession(RealNgspice.required(), parallel)) {
            refused(Failure.SINGULAR, session);
        }
        Netlist stiff = new Netlist("stiff", """
                v0 row0 0 dc 5e-1
                r0 row0 column 1e5
                vcolumn column 0 dc 0
                r1 row0 n 1
                b1 n 0 i=1e3*sinh(40*v(n))-exp(60*v(m))
                b2 m 0 i=1e6*(v(m)*v(m)*v(m)-2*v(m)+2)+1e3*exp(90*v(n))
                """, FakeNgspice.NETLIST.vectors(), false);
        try (NgspiceSession session = new NgspiceSession(RealNgspice.required(), stiff)) {
            refused(Failure.NOT_CONVERGED, session);
        }
    }

    @Test
    void aNetlistThatCannotBeLoadedIsRefusedBeforeTheFirstStep() {
        Netlist broken = new Netlist(
                "broken", "v0 row0 0 dc 5e-1\nd1 row0 column nomodel", FakeNgspice.NETLIST.vectors(), false);
        SpiceFailure failure = withReasonKept(
                assertThrows(SpiceFailure.class, () -> new NgspiceSession(RealNgspice.required(), broken)));
        assertTrue(failure.getMessage().startsWith("ngspice failed while loading: "), failure.getMessage());
    }

    @Test
    void aLeakToGroundShowsInTheSumOfTheCurrents() {
        Netlist leaking = new Netlist(
                "leaking",
                "v0 row0 0 dc 5e-1\nr0 row0 column 1e5\nrleak row0 0 1e9\nvcolumn column 0 dc 0",
                FakeNgspice.NETLIST.vectors(),
                true);
        try (NgspiceSession session = new NgspiceSession(RealNgspice.required(), leaking)) {
            refused(Failure.CURRENTS_DO_NOT_SUM, session);
        }
    }

    @Test
    void aProgramThatHangsIsKilled() throws IOException {
        Path pid = folder.resolve("pid");
        NgspiceSession session = fake("echo $$ > " + pid + "; sleep 600", SHORT);
        String message = assertTimeoutPreemptively(GUARD, () -> refused(Failure.TIMED_OUT, session));
        assertTrue(message.contains("in step 1: it did not finish in time (the limit is 2.5 s)"), message);
        assertGone(Long.parseLong(read(pid).strip()));
    }

    @Test
    void aProgramThatReadsNothingDoesNotBlockHoweverMuchItIsTold() throws IOException {
        NgspiceSession session = fake("sleep 600", SHORT);
        Map<String, Double> many = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) many.put("r" + i, 1e5);
        assertTimeoutPreemptively(GUARD, () -> refused(Failure.TIMED_OUT, session, many));
    }

    @Test
    void aResultOfAnEarlierStepIsNotTakenForThatOfThis() throws IOException {
        NgspiceSession session = fake("if [ -z \"$N\" ]; then N=1; " + good() + "; fi");
        assertEquals(5e-6, session.solve(Map.of()).value(CURRENT));
        refused(Failure.NO_RESULT, session);
    }

    @Test
    void garbageIsRefused() throws IOException {
        refused(Failure.BAD_RESULT, fake("echo garbage > result.raw"));
        Path short8 = Files.write(folder.resolve("short.raw"), FakeNgspice.truncated(8));
        refused(Failure.BAD_RESULT, fake("cp " + short8 + " result.raw"));
        NgspiceSession talking = fake("head -c 3000000 /dev/urandom; echo; " + good());
        assertTimeoutPreemptively(GUARD, () -> {
            try {
                talking.solve(Map.of());
            } catch (SpiceFailure e) {
                assertTrue(withReasonKept(e).getMessage().startsWith("ngspice failed in step 1: "), e.getMessage());
            }
        });
        talking.close();
    }

    @Test
    void aProgramThatEndsInTheMiddleIsNamedWhateverItsExitCode() throws IOException {
        String message = refused(Failure.BAD_EXIT, fake(good() + "; echo last words; exit 0"));
        assertTrue(message.contains("(it ended with exit code 0)"), message);
        assertTrue(message.endsWith("log: \"last words\""), message);
    }

    @Test
    void interruptingTheThreadEndsTheProgram() throws Exception {
        Path pid = folder.resolve("pid");
        NgspiceSession session = fake("echo $$ > " + pid + ".part; mv " + pid + ".part " + pid + "; sleep 600");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                session.solve(Map.of());
            } catch (CancellationException e) {
                thrown.set(e);
            }
        });
        thread.start();
        assertTimeoutPreemptively(GUARD, () -> {
            while (!Files.exists(pid)) Thread.sleep(10);
            thread.interrupt();
            thread.join();
        });
        assertEquals(CancellationException.class, thrown.get().getClass());
        assertGone(Long.parseLong(read(pid).strip()));
    }

    /** The real ngspice behind a shell line that ends in exec. */
    private Ngspice wrapped(String before) {
        try {
            String program = RealNgspice.required().program().toString();
            return Ngspice.at(new FakeNgspice(folder).script("** ngspice-39", before + " '" + program + "' \"$@\""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertGone(long pid) {
        assertTimeoutPreemptively(GUARD, () -> {
            while (ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .isPresent()) Thread.sleep(10);
        });
    }
}
