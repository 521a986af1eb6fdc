package crosspike.spice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One ngspice process that stays: it loads a netlist once and then solves it again and again with other values. A step gives
 * a result that passed the checks of {@link Failure}, or an exception, after which the session is over. For one thread.
 */
public final class NgspiceSession implements AutoCloseable {
    private static final String DONE = "@@DONE@@";
    private static final String GONE = "\0";

    private final Netlist netlist;
    private final Ngspice ngspice;
    private final PrivateFolder folder;
    private final Process process;
    private final Thread atExit;
    private final BlockingQueue<String> input = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> console = new LinkedBlockingQueue<>();
    private long step;
    private boolean isOver;

    /**
     * Starts ngspice and loads a netlist.
     *
     * @throws SpiceFailure if it cannot be loaded
     * @throws crosspike.input.MissingProgram if the program cannot be started
     */
    public NgspiceSession(Ngspice ngspice, Netlist netlist) {
        this.netlist = netlist;
        this.ngspice = ngspice;
        this.folder = PrivateFolder.create();
        this.process = start();
        this.atExit = new Thread(() -> BatchProcess.killTree(process), "ngspice end");
        endWithTheProgram();
        daemon("ngspice input", this::talk);
        daemon("ngspice console", this::listen);
        load();
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(ngspice.program().toString(), "-p", "-n")
                .directory(folder.path().toFile())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().putIfAbsent("HOME", folder.path().toString()); // without one ngspice 39 crashes
        builder.environment().remove("DISPLAY"); // or it looks for a window
        try {
            Files.writeString(folder.resolve("netlist.cir"), netlist.elements() + ".end\n");
        } catch (IOException e) {
            folder.close();
            throw PrivateFolder.unusable(e);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            folder.close();
            throw Ngspice.cannotStart(ngspice.program().toString(), e);
        }
    }

    private void endWithTheProgram() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException theProgramIsEnding) {
            BatchProcess.killTree(process);
            folder.close();
            throw new CancellationException("the program is ending");
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes what is in the queue; in a thread of its own, because a process that does not read would block it. */
    private void talk() {
        try (OutputStream out = process.getOutputStream()) {
            for (String text = input.take(); !text.equals(GONE); text = input.take()) {
                out.write(text.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            return; // the process is gone, which the console shows
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) console.add(line.strip());
        } catch (IOException e) {
            console.add("(its output ended: " + e.getMessage() + ")");
        }
        console.add(GONE);
    }

    private void load() {
        ask(List.of()); // what it says at its start, such as that there is no window, concerns nobody
        List<String> loading = new ArrayList<>(List.of("set filetype=binary", "source netlist.cir"));
        loading.addAll(netlist.saves());
        refuseReported(ask(loading));
    }

    /**
     * Changes values and solves the circuit.
     *
     * @param values new values by element: volts of sources, ohms of resistors; all others keep theirs
     * @return the saved voltages and currents, all finite
     * @throws SpiceFailure if anything shows that the result must not be used; the session is over then
     * @throws IllegalStateException if the session is over
     */
    public RawFile solve(Map<String, Double> values) {
        step++;
        List<String> lines = new ArrayList<>();
        values.forEach((element, value) ->
                lines.add("alter " + element + (element.startsWith("v") ? " dc = " : " = ") + SpiceNumber.text(value)));
        lines.addAll(List.of("op", "write " + Netlist.RAW_FILE, "destroy all"));
        try {
            Files.deleteIfExists(folder.resolve(Netlist.RAW_FILE));
        } catch (IOException e) {
            close();
            throw PrivateFolder.unusable(e);
        }
        RunLog said = ask(lines);
        refuseReported(said);
        try {
            return Judge.judge(netlist, folder.resolve(Netlist.RAW_FILE));
        } catch (Judge.Refusal refusal) {
            throw failed(refusal, said);
        }
    }

    private void refuseReported(RunLog said) {
        try {
            Judge.refuseReported(said);
        } catch (Judge.Refusal refusal) {
            throw failed(refusal, said);
        }
    }

    /** Sends commands and returns what ngspice says until it has done them. */
    private RunLog ask(List<String> lines) {
        if (isOver) throw new IllegalStateException("this ngspice session is over");
        input.add(String.join("\n", lines) + "\necho " + DONE + "\n");
        List<String> said = new ArrayList<>();
        long deadline = System.nanoTime() + ngspice.timeout().toNanos();
        try {
            while (true) {
                String line = console.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null) throw failed(Judge.timedOut(ngspice.timeout()), new RunLog(said));
                if (line.equals(GONE)) throw failed(death(), new RunLog(said));
                if (line.equals(DONE)) return new RunLog(said);
                if (!line.isEmpty() && !line.startsWith("Circuit:")) said.add(line);
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while " + ngspice.program() + " was running");
        }
    }

    private Judge.Refusal death() throws InterruptedException {
        boolean ended = process.waitFor(1, TimeUnit.SECONDS);
        String how = ended ? "it ended with exit code " + process.exitValue() : "it closed its output";
        return new Judge.Refusal(Failure.BAD_EXIT, how);
    }

    /** Ends the session; its folder stays for whoever looks for the reason. */
    private SpiceFailure failed(Judge.Refusal refusal, RunLog said) {
        stop();
        keepReason(said);
        folder.keep();
        return new SpiceFailure(
                refusal.failure,
                "ngspice failed " + (step == 0 ? "while loading" : "in step " + step) + ": " + refusal.getMessage()
                        + "; netlist kept in " + folder.path() + "; log: \"" + said.tellingLine(refusal.failure)
                        + "\"");
    }

    /** Leaves netlist and log; the failure matters more than a disk that is full. */
    private void keepReason(RunLog said) {
        folder.resolve(Netlist.RAW_FILE).toFile().delete();
        try {
            Files.write(folder.resolve("ngspice.log"), said.lines());
        } catch (IOException e) {
            folder.resolve("ngspice.log").toFile().delete();
        }
    }

    private void stop() {
        isOver = true;
        input.add(GONE);
        BatchProcess.killTree(process);
        BatchProcess.forget(atExit);
    }

    /** Ends ngspice and removes its files. */
    @Override
    public void close() {
        if (isOver) return;
        stop();
        folder.close();
    }
}
