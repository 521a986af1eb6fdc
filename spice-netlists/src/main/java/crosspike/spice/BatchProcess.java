package crosspike.spice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a program to its end, or to the end of its time. Output goes straight to a file: there is no pipe that could fill
 * up, or that a left-over child could hold open.
 */
final class BatchProcess {
    /** By SIGHUP, SIGINT and SIGTERM: Ctrl-C tells all processes of a terminal, and this one may hear of it last. */
    private static final Set<Integer> TOLD_TO_END = Set.of(129, 130, 143);

    private static final int LOOKS = 20;
    private static final long PAUSE_MILLIS = 25;

    private BatchProcess() {}

    /**
     * Runs the command with nothing on standard input. However this method ends, also with this JVM, the process and its
     * children are gone.
     *
     * @param console overwritten: standard output and standard error
     * @return the exit code, or empty if the time was over
     * @throws IOException if the program cannot be started
     * @throws CancellationException if this thread is interrupted, or the program is ending
     */
    static OptionalInt run(List<String> command, PrivateFolder folder, Path console, Duration timeout)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().putIfAbsent("HOME", folder.path().toString()); // without one ngspice 39 crashes
        Process process = builder.start();
        Thread atExit = new Thread(() -> killTree(process), "ngspice end");
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
            process.getOutputStream().close();
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) return OptionalInt.empty();
            int code = process.exitValue();
            if (TOLD_TO_END.contains(code) && isEndingSoon()) throw new CancellationException("the program is ending");
            return OptionalInt.of(code);
        } catch (IllegalStateException theProgramIsEnding) {
            throw new CancellationException("the program is ending");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while " + command.get(0) + " was running");
        } finally {
            killTree(process);
            forget(atExit);
        }
    }

    private static boolean isEndingSoon() throws InterruptedException {
        for (int look = 0; look < LOOKS && !PrivateFolder.isEnding(); look++) Thread.sleep(PAUSE_MILLIS);
        return PrivateFolder.isEnding();
    }

    static void killTree(Process process) {
        List<ProcessHandle> tree = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is shutting down and runs the hook itself
        }
    }
}
