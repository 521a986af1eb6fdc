package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the launcher: what it builds, what it hands to Java, and what it says. */
class LauncherTest extends LauncherFixture {
    private static final String MISSING_TOOLS = "crosspike: needs a JDK 17 or newer and Maven 3.8 or newer; type: sudo"
            + " apt-get install default-jdk maven\n";

    @Test
    void theFirstStartBuildsAndTheNextOneDoesNot() throws Exception {
        jdkAndMaven();
        Outcome first = run("run", "my config.yaml");
        assertEquals(0, first.exitCode(), first::toString);
        assertEquals("crosspike: building for the first time, which takes a minute or two\n", first.error());
        assertTrue(
                first.output()
                        .endsWith("[-Dcrosspike.home=" + home + "] [-cp] [" + classPath()
                                + "] [crosspike.cli.Main] [run] [my config.yaml]\n"),
                first::toString);

        Outcome second = run("run", "my config.yaml");
        assertEquals("", second.error());
        assertEquals(first.output(), second.output());
    }

    @Test
    void aChangedSourceIsBuiltAgainButAChangedTestIsNot() throws Exception {
        jdkAndMaven();
        run();
        Files.createDirectories(home.resolve("simulator/cli/src/test/java"));
        Files.writeString(home.resolve("simulator/cli/src/test/java/New.java"), "");
        assertEquals("", run().error());
        Files.writeString(home.resolve("simulator/cli/src/main/New.java"), "");
        assertEquals("crosspike: building, because sources have changed\n", run().error());
        assertEquals("", run().error());
    }

    @Test
    void itIsFoundThroughChainedSymbolicLinksFromAnywhere() throws Exception {
        jdkAndMaven();
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Files.createSymbolicLink(elsewhere.resolve("first"), Path.of("../a home with blanks/crosspike"));
        Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("first"));
        launcher = elsewhere.resolve("second");
        Outcome outcome = run("devices");
        assertTrue(outcome.output().contains("[-Dcrosspike.home=" + home + "]"), outcome::toString);
    }

    /** Java takes the encoding of file names from the locale. */
    @Test
    void whereTheLocaleKnowsAsciiOnlyFilesMayHaveAnyName() throws Exception {
        Path jdk = jdkAndMaven();
        script(jdk.resolve("bin/java"), "#!/bin/sh\necho \"$LC_ALL\"\n");
        assertEquals("C.UTF-8\n", run().output(), "no locale at all, as in a container");
        assertEquals("C.UTF-8\n", run(Map.of("LC_ALL", "POSIX")).output());
        assertEquals("C.UTF-8\n", run(Map.of("LANG", "xx_XX.UTF-8")).output(), "one that is not installed");
        assertEquals("\n", run(Map.of("LANG", "C.UTF-8")).output(), "one that does is kept");
    }

    /** The libraries of Maven lie in the home of who built, where nobody else may read. */
    @Test
    void whatWasBuiltNeedsNothingOutsideOfItsFolder() throws Exception {
        jdkAndMaven();
        run();
        Files.delete(folder.resolve("library.jar"));
        Files.delete(tools.resolve("mvn"));
        Outcome outcome = run("devices");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertEquals("", outcome.error());
    }

    /** What it keeps names places. */
    @Test
    void aFolderThatWasMovedIsBuiltAgain() throws Exception {
        jdk("jdk-21", "21.0.2");
        maven("");
        run();
        home = Files.move(home, folder.resolve("another home"));
        launcher = home.resolve("crosspike");
        maven("");
        Outcome outcome = run("devices");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.output().contains("[-cp] [" + classPath() + "]"), outcome::toString);
        assertEquals("", run("devices").error());
    }

    @Test
    void javaHomeMayBeSeenFromTheCurrentFolder() throws Exception {
        jdkAndMaven();
        Outcome outcome = run(Map.of("JAVA_HOME", "jvm/jdk-21"), "devices");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        String build = Files.readString(home.resolve("target/launcher/current")).strip();
        assertTrue(Files.exists(
                home.resolve("target/launcher/" + build + "/classes" + folder + "/jvm/jdk-21/21.0.2.jsa")));
    }

    @Test
    void exitCodeAndOptionsPassThrough() throws Exception {
        jdk("jdk-17", "17.0.9");
        maven("");
        Outcome outcome = run(Map.of("CROSSPIKE_JAVA_OPTS", "-Xmx3g -Dcode=*"), "exit-with-5");
        assertEquals(5, outcome.exitCode(), outcome::toString);
        assertTrue(outcome.output().contains("[-Xmx3g] [-Dcode=*] [-cp]"), outcome::toString);
    }

    /** Java itself would end with 1, the exit code of a failed check. */
    @Test
    void aJavaThatDoesNotStartIsAMistakeToMend() throws Exception {
        Path jdk = jdkAndMaven();
        run();
        script(
                jdk.resolve("bin/java"),
                "#!/bin/sh\necho 'Error occurred during initialization of VM'\necho 'Heap too large'\nexit 1\n");
        String problem = "crosspike: Java does not start: Heap too large; ";
        assertFailure(
                2,
                problem + "mend CROSSPIKE_JAVA_OPTS, which is -Xmx9999g\n",
                run(Map.of("CROSSPIKE_JAVA_OPTS", "-Xmx9999g"), "price"));
        script(launcher, Files.readString(launcher).replace("set -u\n", "set -u\nulimit -v 9000000\n"));
        beforeNow(launcher);
        assertFailure(
                2,
                problem + "raise ulimit -v, which is 9000000 KiB, or let Java reserve less:"
                        + " CROSSPIKE_JAVA_OPTS='-Xmx512m -XX:CompressedClassSpaceSize=64m'\n",
                run("price"));
    }

    @Test
    void theUserMayChooseTheGarbageCollector() throws Exception {
        jdkAndMaven();
        run();
        assertTrue(run().output().contains(" [-XX:+UseParallelGC] "));
        String output =
                run(Map.of("CROSSPIKE_JAVA_OPTS", "-Xmx1g -XX:+UseSerialGC")).output();
        assertTrue(output.contains(" [-XX:+UseSerialGC] ") && !output.contains("ParallelGC"), output);
    }

    /** Compiled while its callers wait, or beside them; where nobody can say how many processors there are, beside them. */
    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "12, false", "'', false"})
    void onOneProcessorCodeWaitsForItsCompiler(String processors, boolean waits) throws Exception {
        jdkAndMaven();
        if (!processors.isEmpty()) {
            script(tools.resolve("nproc"), "#!/bin/sh\necho " + processors + "\n");
        }
        run();
        Outcome outcome = run("devices");
        assertEquals("", outcome.error());
        assertEquals(
                waits,
                outcome.output().contains("[-XX:CompileCommand=BackgroundCompilation,crosspike.*::*,false]"),
                outcome::toString);
    }

    @Test
    void aFolderThatWasDeletedIsNamedInOneLine() throws Exception {
        jdkAndMaven();
        run();
        Path away = script(
                folder.resolve("away"), "#!/bin/sh\nmkdir gone\ncd gone\nrmdir ../gone\nexec '" + launcher + "'\n");
        Process process =
                new ProcessBuilder(away.toString()).directory(folder.toFile()).start();
        assertEquals(2, process.waitFor());
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(error.endsWith("crosspike: the current folder is no longer there; cd to another one\n"), error);
    }

    @Test
    void anOldJdkIsPassedOver() throws Exception {
        jdk("a-jdk-11", "11.0.22");
        jdk("b-jdk-8", "1.8.0_402");
        jdk("c-jdk-17", "17");
        maven("");
        Outcome outcome = run(Map.of("JAVA_HOME", folder.resolve("jvm/a-jdk-11").toString()));
        assertTrue(outcome.output().startsWith("c-jdk-17 "), outcome::toString);
    }

    @Test
    void withoutAJdkItSaysWhatToType() throws Exception {
        jdk("jdk-11", "11.0.22");
        maven("");
        assertFailure(3, MISSING_TOOLS, run("--help"));
    }

    @Test
    void withoutMavenItSaysWhatToType() throws Exception {
        jdk("jdk-21", "21.0.2");
        assertFailure(3, MISSING_TOOLS, run("--help"));
    }

    @Test
    void aFailedBuildShowsTheErrorsNamesTheLogAndLeavesNothing() throws Exception {
        jdk("jdk-21", "21.0.2");
        maven(
                "echo '[INFO] much'; echo '[ERROR] Main.java:[3,1] wrong'; echo '[ERROR] '; echo '[ERROR] Re-run Maven using -X'; echo '[ERROR] more'; exit 1");
        Outcome outcome = run("--help");
        assertEquals(70, outcome.exitCode(), outcome::toString);
        assertEquals(
                List.of(
                        "crosspike: building for the first time, which takes a minute or two",
                        "[ERROR] Main.java:[3,1] wrong",
                        "crosspike: the build failed; the whole log is " + home + "/target/launcher/build.log"),
                outcome.error().lines().toList());
        assertEquals(List.of("build.log"), names(home.resolve("target/launcher")));
        assertFalse(Files.exists(home.resolve("target/launcher.lock")));
    }

    @Test
    void theNetworkIsUsedOnlyIfSomethingIsMissing() throws Exception {
        jdk("jdk-21", "21.0.2");
        maven("case \"$*\" in *' -o '*) echo '[ERROR] cannot access central in offline mode'; exit 1;; esac");
        assertEquals(0, run().exitCode());
    }

    @Test
    void aLockOfADeadProcessIsTakenOver() throws Exception {
        jdkAndMaven();
        Path lock = Files.createDirectories(home.resolve("target/launcher.lock"));
        long dead = new ProcessBuilder("true").start().onExit().get().pid();
        String host = new String(
                        new ProcessBuilder("uname", "-n")
                                .start()
                                .getInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .strip();
        Files.writeString(lock.resolve("owner"), host + " " + dead + "\n");
        assertEquals(0, run().exitCode());
        assertFalse(Files.exists(lock));
    }

    @Test
    void testsAreRunWithMavenInTheRootWithTheArgumentsGiven() throws Exception {
        jdk("jdk-21", "21.0.2");
        maven("echo \"$PWD: $*\"");
        script(tools.resolve("ngspice"), "#!/bin/sh\n");
        assertEquals(
                home + ": -B verify -pl circuits\n",
                run("test", "-pl", "circuits").output());
    }

    @Test
    void withoutNgspiceTestsGoOnButNotOnABuildServer() throws Exception {
        jdkAndMaven();
        String type = "crosspike: ngspice is not installed; type: sudo apt-get install ngspice\n";
        Outcome here = run("test");
        assertEquals(0, here.exitCode(), here::toString);
        assertEquals(type, here.error());
        assertFailure(3, type + "crosspike: the tests need ngspice (CI=true)\n", run(Map.of("CI", "true"), "test"));
    }

    @Test
    void theDemoGoesOnWithoutNgspice() throws Exception {
        jdkAndMaven();
        run();
        Outcome outcome = run("demo");
        assertEquals(0, outcome.exitCode(), outcome::toString);
        assertEquals(
                "crosspike: ngspice is not installed; type: sudo apt-get install ngspice\ncrosspike: going on without"
                        + " it\n",
                outcome.error());
        assertEquals("", run("demo", "--help").error());
        assertEquals(
                "crosspike: ngspice is not installed; type: sudo apt-get install ngspice\n",
                run("verify", "run").error(),
                "verify does not go on without it");
    }

    @Test
    void asRootAMissingPackageIsInstalledUnlessTheUserSaysNo() throws Exception {
        jdkAndMaven();
        run();
        script(tools.resolve("id"), "#!/bin/sh\necho 0\n");
        Path ngspice = tools.resolve("ngspice");
        script(
                tools.resolve("apt-get"),
                "#!/bin/sh\n[ \"$*\" = 'install -y -q ngspice' ] && cp '" + tools + "/id' '" + ngspice + "'\n");

        assertEquals(
                "crosspike: ngspice is not installed; type: sudo apt-get install ngspice\ncrosspike: going on without"
                        + " it\n",
                run(Map.of("CROSSPIKE_INSTALL", "no"), "demo").error());
        assertFalse(Files.exists(ngspice));
        assertEquals(
                "crosspike: installing ngspice (apt-get install ngspice)\n",
                run("demo").error());
        assertTrue(Files.exists(ngspice));
        assertEquals("", run("demo").error());
    }
}
