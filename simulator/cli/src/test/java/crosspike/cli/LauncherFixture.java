package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the launcher with a JDK and a Maven that are shell scripts and note how they were called. */
abstract class LauncherFixture {
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "cp",
            "date",
            "find",
            "grep",
            "head",
            "id",
            "locale",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "uname");

    @TempDir
    Path folder;

    Path home;
    Path tools;
    Path launcher;

    @BeforeEach
    void prepare() throws IOException {
        folder = folder.toRealPath();
        home = Files.createDirectories(folder.resolve("a home with blanks"));
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "#!/bin/sh\nexec " + installed(tool) + " \"$@\"\n");
        }
        Path original = Path.of(System.getProperty("crosspike.home"), "crosspike");
        launcher = script(home.resolve("crosspike"), hidingJdks(Files.readString(original)));
        Files.createDirectories(home.resolve("simulator/cli/src/main"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        beforeNow(launcher);
    }

    /** The JDKs of the machine that runs the test must not be found. */
    private String hidingJdks(String script) {
        assertTrue(script.contains("/usr/lib/jvm/"), "the launcher looks for JDKs in another place");
        return script.replace("/usr/lib/jvm/", folder + "/jvm/");
    }

    record Outcome(int exitCode, String output, String error) {}

    Outcome run(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("output").toFile())
                .redirectError(folder.resolve("error").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Outcome(
                exitCode, Files.readString(folder.resolve("output")), Files.readString(folder.resolve("error")));
    }

    static void assertFailure(int exitCode, String error, Outcome outcome) {
        assertEquals(exitCode, outcome.exitCode(), outcome::toString);
        assertEquals(error, outcome.error());
    }

    /** All that a start needs. */
    Path jdkAndMaven() throws IOException {
        maven("");
        return jdk("jdk-21", "21.0.2");
    }

    /** A java that prints its folder and its arguments, and exits with N if one of them is exit-with-N. */
    Path jdk(String name, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("jvm").resolve(name).resolve("bin"));
        Files.writeString(bin.resolveSibling("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(bin.resolve("javac"), "#!/bin/sh\n");
        script(
                bin.resolve("java"),
                "#!/bin/sh\nprintf '%s' " + name + "; code=0\nfor a; do printf ' [%s]' \"$a\"\n"
                        + "case $a in exit-with-*) code=${a#exit-with-};; esac; done; echo; exit $code\n");
        return bin.getParent();
    }

    /** A Maven that does {@code first} and then leaves what a build leaves. */
    void maven(String first) throws IOException {
        script(
                tools.resolve("mvn"),
                "#!/bin/sh\n[ \"$*\" != -v ] || { echo 'Apache Maven 3.9.6 (x)'; exit; }\n" + first + "\ncd '" + home
                        + "/simulator/cli' && mkdir -p target && echo cli > target/crosspike-cli.jar && echo library >"
                        + " '" + folder + "/library.jar' && printf %s '" + folder
                        + "/library.jar' > target/classpath\n");
    }

    String classPath() throws IOException {
        Path state = home.resolve("target/launcher");
        String build = Files.readString(state.resolve("current")).strip();
        Path jars = state.resolve(build).resolve("lib");
        return jars.resolve("crosspike-cli.jar") + ":" + jars.resolve("library.jar");
    }

    private static Path installed(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(path -> Path.of(path, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " in PATH"));
    }

    static Path script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static void beforeNow(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
