package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import crosspike.input.Installation;
import crosspike.input.MissingProgram;
import crosspike.spice.Ngspice;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs what the documents tell people to type: each line {@code $ crosspike ...} of a block marked {@code sh}, in order, in
 * a folder that holds {@code docs/examples}. Lines of a block marked {@code sh long} are only parsed, and the files of the
 * repository that they name are looked for. A {@code yaml} block
 * that begins with {@code # NAME.yaml} is written to that file first. A line that ends in {@code &} goes on while the others
 * run, which begin when it has said its first line.
 */
class DocumentedCommandsTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh long|sh|yaml)\\n(.*?)^```$");
    private static final Pattern FILE_NAME = Pattern.compile("# ([\\w-]+\\.yaml)");
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");
    private static final String PROMPT = "$ crosspike ";
    private static final String BACKGROUND = " &";
    private static final String LAUNCHER_PROMPT = "$ ./crosspike ";

    @TempDir
    Path folder;

    static List<Path> documents() throws IOException {
        try (Stream<Path> guides = Files.list(Installation.path("docs", "guides"))) {
            List<Path> documents =
                    new ArrayList<>(guides.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            documents.add(Installation.path("docs", "studies", "device-accuracy.md"));
            documents.add(Installation.path("README.md"));
            documents.add(Installation.path("docs", "config.md"));
            documents.add(Installation.path("docs", "sweeps.md"));
            documents.add(Installation.path("docs", "verification.md"));
            return documents;
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyDocumentedCommandWorks(Path document) throws IOException {
        layOutInstallation();
        List<Process> servers = new ArrayList<>();
        try (Shell shell = Shell.in(folder, Map.of())) {
            Matcher block = BLOCK.matcher(onAFreePort(Files.readString(document)));
            while (block.find()) {
                switch (block.group(1)) {
                    case "yaml" -> writeNamed(block.group(2));
                    case "sh long" -> commands(block.group(2), PROMPT).forEach(DocumentedCommandsTest::parse);
                    default -> {
                        commands(block.group(2), LAUNCHER_PROMPT)
                                .filter(line -> !line.equals("test"))
                                .forEach(DocumentedCommandsTest::parse);
                        for (String line : commands(block.group(2), PROMPT).toList()) {
                            if (line.endsWith(BACKGROUND)) {
                                servers.add(start(line.substring(0, line.length() - BACKGROUND.length())));
                            } else {
                                run(line, shell);
                            }
                        }
                    }
                }
            }
        } finally {
            servers.forEach(Process::destroy);
        }
    }

    /** A server that goes on, once it has said its first line. */
    private Process start(String line) throws IOException {
        Process server = new ProcessBuilder(Shell.java(Main.class, new String[0], words(line)))
                .directory(folder.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        assertNotNull(server.inputReader().readLine(), () -> "crosspike " + line + " says nothing");
        return server;
    }

    /** Documents name the port that instruments have by convention; on the machine of a test it may be taken. */
    private static String onAFreePort(String text) throws IOException {
        if (!text.contains(BACKGROUND + "\n")) return text;
        try (ServerSocket free = new ServerSocket(0)) {
            return text.replace("5025", Integer.toString(free.getLocalPort()));
        }
    }

    private static Stream<String> commands(String block, String prompt) {
        return block.lines().filter(line -> line.startsWith(prompt)).map(line -> line.substring(prompt.length()));
    }

    private static void run(String line, Shell shell) throws IOException {
        Shell.Result result = shell.run(words(line));
        assumeTrue(result.exitCode() != Main.MISSING_PROGRAM || hasNgspice(), result.err());
        assertEquals(0, result.exitCode(), () -> "crosspike " + line + "\n" + result.err());
        assertFalse(result.out().isEmpty(), () -> "crosspike " + line + " says nothing");
    }

    private static String[] words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toArray(String[]::new);
    }

    private static boolean hasNgspice() {
        try {
            Ngspice.find();
            return true;
        } catch (MissingProgram e) {
            return "true".equals(System.getenv("CI"));
        }
    }

    private static void parse(String line) {
        assertDoesNotThrow(() -> Crosspike.commandLine().parseArgs(words(line)), line);
        for (String word : words(line)) {
            if (word.startsWith("docs/") || word.startsWith("calibration-data/")) {
                assertTrue(Files.exists(Installation.path(word)), () -> word + " is not there: " + line);
            }
        }
    }

    private void writeNamed(String yaml) throws IOException {
        Matcher name = FILE_NAME.matcher(yaml.lines().findFirst().orElse(""));
        if (name.matches()) {
            Files.writeString(folder.resolve(name.group(1)), yaml);
        }
    }

    private void layOutInstallation() throws IOException {
        Files.createSymbolicLink(folder.resolve("calibration-data"), Installation.path("calibration-data"));
        Path examples = Files.createDirectories(folder.resolve("docs").resolve("examples"));
        Path source = Installation.path("docs", "examples");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = examples.resolve(source.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
