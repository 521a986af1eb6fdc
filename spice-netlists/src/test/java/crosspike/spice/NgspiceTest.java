package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.MissingProgram;
import crosspike.input.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are absent, too old, or misbehave. The fakes are shell scripts. */
class NgspiceTest {
    private static final Duration GUARD = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private FakeNgspice fake;

    @BeforeEach
    void makeFake() {
        fake = new FakeNgspice(folder);
    }

    private RawFile run(Ngspice ngspice) {
        return ngspice.run(FakeNgspice.NETLIST, folder.resolve("kept.cir"));
    }

    private String refused(Failure failure, Ngspice ngspice) {
        SpiceFailure refusal = assertThrows(SpiceFailure.class, () -> run(ngspice));
        assertEquals(failure, refusal.failure(), refusal.getMessage());
        assertTrue(Files.exists(folder.resolve("kept.cir")));
        return refusal.getMessage();
    }

    @Test
    void aGoodResultIsTaken() throws IOException {
        assertEquals(5e-6, run(fake.saying(fake.good(0, 5e-6, -5e-6))).value("i(vcolumn)"));
    }

    @Test
    void theProgramIsStartedInBatchModeWithoutInitFilesInTheCLocaleWithNothingToRead() throws IOException {
        Path seen = folder.resolve("seen.txt");
        run(fake.saying("(echo \"$@ $LC_ALL\"; cat; ls) > '" + seen + "'", fake.good(0, 5e-6, -5e-6)));
        assertEquals("-b -n -o ngspice.log netlist.cir C\nconsole.txt\nnetlist.cir\n", Files.readString(seen));
    }

    @Test
    void theFirstProgramOnThePathIsFound() throws IOException {
        Path program = fake.script("** ngspice-44.2 : Circuit level simulation program");
        String path =
                folder.resolve("absent") + File.pathSeparator + File.pathSeparator + folder + File.pathSeparator + "/";
        Ngspice ngspice = Ngspice.find(path);
        assertEquals(program, ngspice.program());
        assertEquals("ngspice 44.2", ngspice.engine());
        assertEquals(Optional.empty(), ngspice.warning());
    }

    @Test
    void anAbsentProgramSaysWhatToType() {
        assertEquals(
                "ngspice was not found on the PATH; install it with: apt-get install ngspice",
                assertThrows(MissingProgram.class, () -> Ngspice.find(folder.toString()))
                        .getMessage());
        Path absent = folder.resolve("nothing");
        assertEquals(
                absent + " is not a program; expected ngspice, install it with: apt-get install ngspice",
                assertThrows(MissingProgram.class, () -> Ngspice.at(absent)).getMessage());
    }

    @Test
    void aProgramWithoutAVersionIsNotUsed() throws IOException {
        Path script = fake.script("hello");
        assertHasNoVersion(
                script, "names no ngspice version", assertThrows(MissingProgram.class, () -> Ngspice.at(script)));
    }

    @Test
    void aProgramThatFailsWhenAskedForItsVersionIsNotUsed() throws IOException {
        Path script = fake.shell("exit 127");
        assertHasNoVersion(
                script, "failed with exit code 127", assertThrows(MissingProgram.class, () -> Ngspice.at(script)));
    }

    @Test
    void aProgramThatHangsWhenAskedForItsVersionIsNotUsed() throws IOException {
        Path script = fake.shell("sleep 600");
        MissingProgram hangs = assertTimeoutPreemptively(
                GUARD, () -> assertThrows(MissingProgram.class, () -> Ngspice.at(script, Duration.ofMillis(500))));
        assertHasNoVersion(script, "did not end within 0.5 s", hangs);
    }

    private static void assertHasNoVersion(Path program, String lack, MissingProgram refusal) {
        assertEquals(
                program + " --version " + lack
                        + "; expected a version from 39 to 45, install it with: apt-get install ngspice",
                refusal.getMessage());
    }

    @Test
    void aProgramThatCannotBeStartedIsNamed() throws IOException {
        Path script = fake.script("** ngspice-39");
        Files.writeString(script, "#!/absent/interpreter\n");
        String message =
                assertThrows(MissingProgram.class, () -> Ngspice.at(script)).getMessage();
        assertTrue(message.startsWith(script + " cannot be started ("), message);
    }

    @Test
    void anOldVersionIsRefusedAndANewerOneWarnedOf() throws IOException {
        Path old = fake.script("** ngspice-38 : Circuit level simulation program");
        assertEquals(
                old + " is ngspice 38; expected a version from 39 to 45, install it with: apt-get install ngspice",
                assertThrows(MissingProgram.class, () -> Ngspice.at(old)).getMessage());
        Ngspice newer = Ngspice.at(fake.script("** ngspice-46+ : Circuit level simulation program"));
        assertEquals(
                Optional.of("ngspice 46+ is newer than 45, the newest version Crosspike knows; failures it words"
                        + " differently may be missed"),
                newer.warning());
    }

    @Test
    void aProgramThatHangsIsKilledWithItsChildren() throws Exception {
        Path pids = folder.resolve("pids");
        Ngspice ngspice = fake.saying(
                        "trap '' TERM INT HUP; sleep 600 & echo $$ $! > '" + pids + "'; echo waiting; wait")
                .withTimeout(Duration.ofMillis(1500));
        String message = assertTimeoutPreemptively(GUARD, () -> refused(Failure.TIMED_OUT, ngspice));
        assertEquals(
                "ngspice failed: it did not finish in time (the limit is 1.5 s); netlist kept at "
                        + folder.resolve("kept.cir") + "; log: \"waiting\"",
                message);
        assertGone(pids);
    }

    @Test
    void interruptingTheThreadEndsTheProgram() throws Exception {
        Path pids = folder.resolve("pids");
        Ngspice ngspice = fake.saying(
                "sleep 600 & echo $$ $! > '" + pids + ".part'; mv '" + pids + ".part' '" + pids + "'; wait");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                run(ngspice);
            } catch (CancellationException e) {
                thrown.set(e);
            }
        });
        thread.start();
        assertTimeoutPreemptively(GUARD, () -> {
            while (!Files.exists(pids)) Thread.sleep(10);
            thread.interrupt();
            thread.join();
        });
        assertEquals(CancellationException.class, thrown.get().getClass());
        assertGone(pids);
    }

    /** A killed process without a parent that collects it stays in the table, but has no command any more. */
    private static void assertGone(Path pids) throws IOException {
        for (String pid : Files.readString(pids).strip().split(" ")) {
            assertTimeoutPreemptively(
                    GUARD,
                    () -> {
                        while (ProcessHandle.of(Long.parseLong(pid))
                                .flatMap(process -> process.info().command())
                                .isPresent()) Thread.sleep(10);
                    },
                    "process " + pid + " is still running");
        }
    }

    @Test
    void muchOutputDoesNotBlock() throws IOException {
        Ngspice ngspice =
                fake.saying("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo >&2 y", fake.good(0, 5e-6, -5e-6));
        assertTimeoutPreemptively(GUARD, () -> assertEquals(5e-6, run(ngspice).value("i(vcolumn)")));
    }

    @Test
    void anExitCodeOtherThanZeroIsAFailureWhateverWasWritten() throws IOException {
        assertEquals(
                "ngspice failed: it did not end normally (exit code 1); netlist kept at " + folder.resolve("kept.cir")
                        + "; log: \"@@OK@@\"",
                refused(Failure.BAD_EXIT, fake.saying(fake.good(0, 5e-6, -5e-6), "exit 1")));
    }

    @Test
    void aProgramKilledInTheMiddleIsAFailure() throws IOException {
        String message = refused(Failure.BAD_EXIT, fake.saying("echo half way", "kill -9 $$"));
        assertTrue(message.contains("(exit code 137)") && message.endsWith("log: \"half way\""), message);
    }

    /** ESC, and 0x9B, which some terminals take for ESC and [. */
    @Test
    void controlCharactersOfTheLogAreBlanksInTheMessage() throws IOException {
        String message = refused(Failure.NOT_FINISHED, fake.saying("printf 'half\\033[2J \\2332J way'"));
        assertTrue(message.endsWith("log: \"half [2J 2J way\""), message);
    }

    @Test
    void aSilentProgramIsAFailure() throws IOException {
        assertTrue(refused(Failure.NOT_FINISHED, fake.saying("exit 0")).endsWith("log: \"(empty)\""));
    }

    @Test
    void noResultIsAFailure() throws IOException {
        refused(Failure.NO_RESULT, fake.saying("echo @@OK@@"));
    }

    @Test
    void aGarbageResultIsAFailure() throws IOException {
        String message = refused(Failure.BAD_RESULT, fake.saying("echo @@OK@@; echo nonsense > result.raw"));
        assertTrue(
                message.contains(
                        "its result cannot be used (result.raw: has no line \"Binary:\"; expected a binary raw"),
                message);
    }

    @Test
    void aResultCutOffAsByAFullDiskIsAFailure() throws IOException {
        String message = refused(Failure.BAD_RESULT, fake.saying(fake.writes(FakeNgspice.truncated(5))));
        assertTrue(message.contains("(result.raw: is truncated: 19 bytes of values; expected 24 bytes"), message);
    }

    @Test
    void aMessageAboutAFullDiskIsAFailure() throws IOException {
        refused(
                Failure.REPORTED_ERROR,
                fake.saying(fake.good(0, 5e-6, -5e-6), "echo 'result.raw: No space left on device' >&2"));
    }

    @Test
    void aValueThatIsNoNumberIsAFailure() throws IOException {
        refused(Failure.NOT_FINITE, fake.saying(fake.good(0, Double.NaN, -5e-6)));
    }

    @Test
    void currentsThatDoNotSumToZeroAreAFailure() throws IOException {
        String message = refused(Failure.CURRENTS_DO_NOT_SUM, fake.saying(fake.good(0, 5e-6, -4e-6)));
        assertTrue(message.contains("do not sum to zero (they sum to 1.0000000000000"), message);
    }

    @Test
    void anUnexpectedVariableIsAFailure() throws IOException {
        Netlist two = new Netlist("t", "", java.util.List.of("v(column)", "i(vcolumn)"), false);
        Ngspice ngspice = fake.saying(fake.good(0, 5e-6, -5e-6));
        SpiceFailure refusal = assertThrows(SpiceFailure.class, () -> ngspice.run(two, folder.resolve("kept.cir")));
        assertTrue(refusal.getMessage().contains("cannot be used (3 variables instead of 2)"), refusal.getMessage());
    }

    @Test
    void aFolderThatCannotHoldTheNetlistIsNamed() throws IOException {
        Ngspice ngspice = fake.saying(fake.good(0, 5e-6, -5e-6));
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        UserError error =
                assertThrows(UserError.class, () -> ngspice.run(FakeNgspice.NETLIST, file.resolve("column.cir")));
        assertEquals(
                "cannot write " + file.resolve("column.cir") + ": " + file
                        + " is a file, not a folder; make room, or choose another place",
                error.getMessage());
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws IOException {
        Path place = folder.resolve("place.txt");
        run(fake.saying("pwd > '" + place + "'", fake.good(0, 5e-6, -5e-6)));
        assertFalse(Files.exists(Path.of(Files.readString(place).strip())));
    }
}
