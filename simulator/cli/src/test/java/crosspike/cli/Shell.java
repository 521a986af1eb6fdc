package crosspike.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A second Java machine that runs commands one after another, each through {@link Main#run}: with a working directory, an
 * environment and a locale of its own, which one process cannot change for itself.
 */
final class Shell implements AutoCloseable {

    /** What a command left behind. */
    record Result(int exitCode, String out, String err) {}

    private final Process process;
    private final DataOutputStream commands;
    private final DataInputStream results;

    private Shell(Process process) {
        this.process = process;
        this.commands = new DataOutputStream(process.getOutputStream());
        this.results = new DataInputStream(process.getInputStream());
    }

    /**
     * @param folder working directory
     * @param environment variables that differ from those of this process
     * @param options options of the Java machine
     */
    static Shell in(Path folder, Map<String, String> environment, String... options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(java(Shell.class, options, new String[0]))
                .directory(folder.toFile())
                .redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new Shell(builder.start());
    }

    /** The command line that runs a class in another Java machine with the class path of this one. */
    static List<String> java(Class<?> main, String[] options, String[] arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dcrosspike.home=" + System.getProperty("crosspike.home")));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    Result run(String... arguments) throws IOException {
        commands.writeInt(arguments.length);
        for (String argument : arguments) {
            commands.writeUTF(argument);
        }
        commands.flush();
        return new Result(results.readInt(), text(), text());
    }

    private String text() throws IOException {
        return new String(results.readNBytes(results.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The other side. */
    public static void main(String[] none) throws IOException {
        DataInputStream commands = new DataInputStream(System.in);
        DataOutputStream results = new DataOutputStream(System.out);
        while (true) {
            String[] arguments;
            try {
                arguments = new String[commands.readInt()];
            } catch (EOFException noMoreCommands) {
                return;
            }
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = commands.readUTF();
            }
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            results.writeInt(Main.run(arguments));
            System.out.flush();
            System.err.flush();
            write(out, results);
            write(err, results);
            results.flush();
        }
    }

    private static void write(ByteArrayOutputStream text, DataOutputStream results) throws IOException {
        results.writeInt(text.size());
        text.writeTo(results);
    }
}
