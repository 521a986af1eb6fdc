package crosspike.experiment.data;

import crosspike.input.MissingProgram;
import crosspike.input.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs external programs.
 *
 * @param searchPath folders to find them in, separated as in {@code PATH}
 * @param progress told each command before it runs
 */
record Programs(String searchPath, Consumer<String> progress) {
    private static final int MOST_MINUTES = 15;

    /**
     * Runs a command to its end.
     *
     * @param folder working directory; what the program prints goes to a file there
     * @throws MissingProgram if the program is not there
     * @throws UserError if it fails, with the last line that it printed, or takes more than 15 minutes
     */
    void run(Path folder, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(find(program).toString()));
        command.addAll(List.of(arguments));
        String shown = program + " " + String.join(" ", arguments);
        progress.accept(shown);

        Path output = folder.resolve(program + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                throw new UserError(shown + " did not finish within " + MOST_MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(shown + " was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        if (process.exitValue() != 0) {
            throw new UserError(shown + " failed with exit code " + process.exitValue() + lastLine(output));
        }
    }

    private Path find(String program) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new MissingProgram("the program " + program + " is not installed or not in PATH"));
    }

    private static String lastLine(Path output) throws IOException {
        Optional<String> last = new String(Files.readAllBytes(output), Charset.defaultCharset())
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((before, after) -> after);
        return last.map(line -> "; its last line: " + line.strip()).orElse("");
    }
}
