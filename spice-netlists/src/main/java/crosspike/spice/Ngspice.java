package crosspike.spice;

import crosspike.input.MissingProgram;
import crosspike.input.Unwritable;
import crosspike.input.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The circuit simulator ngspice, as a program that is started for each netlist. A run gives a result that passed every
 * check of {@link Failure}, or an exception. Immutable; one instance may serve many threads.
 */
public final class Ngspice {
    private static final int OLDEST = 39;
    private static final int NEWEST = 45;
    private static final Duration TIME_FOR_VERSION = Duration.ofSeconds(20);
    private static final Duration TIME_FOR_NETLIST = Duration.ofSeconds(60);
    private static final Pattern VERSION = Pattern.compile("ngspice-((\\d{1,4})[0-9.+]*)");
    private static final String INSTALL = "install it with: apt-get install ngspice";
    private static final String DECLARATION = "CROSSPIKE_SPICE";

    private final Path program;
    private final String engine;
    private final Optional<String> warning;
    private final Duration timeout;

    private Ngspice(Path program, String engine, Optional<String> warning, Duration timeout) {
        this.program = program;
        this.engine = engine;
        this.warning = warning;
        this.timeout = timeout;
    }

    /**
     * The program that the environment variable CROSSPIKE_SPICE declares, otherwise the first ngspice on the PATH.
     *
     * @throws MissingProgram if there is none, or it is too old
     */
    public static Ngspice find() {
        String declared = System.getenv().getOrDefault(DECLARATION, "");
        return declared.isEmpty() ? find(System.getenv().getOrDefault("PATH", "")) : declared(Path.of(declared));
    }

    /**
     * A program of any version or name that takes ngspice's netlists and options and writes its result files.
     *
     * @throws MissingProgram if it is absent or cannot be started
     */
    static Ngspice declared(Path program) {
        if (!isProgram(program)) {
            throw new MissingProgram(
                    program + " is not a program; expected the path of a SPICE in " + DECLARATION + ", or that unset");
        }
        Path absolute = program.toAbsolutePath();
        String engine = askVersion(absolute, TIME_FOR_VERSION)
                .version()
                .map(Ngspice::nameOf)
                .orElse(program.getFileName() + " (no ngspice)");
        return new Ngspice(
                absolute,
                engine,
                Optional.of(absolute + " is used because " + DECLARATION + " names it, whatever its version; failures"
                        + " it words differently from ngspice " + OLDEST + " to " + NEWEST + " may be missed"),
                TIME_FOR_NETLIST);
    }

    static Ngspice find(String searchPath) {
        for (String folder : searchPath.split(Pattern.quote(File.pathSeparator))) {
            try {
                Path candidate = Path.of(folder, "ngspice");
                if (!folder.isEmpty() && isProgram(candidate)) return at(candidate);
            } catch (InvalidPathException e) {
                continue; // the shell ignores such an entry too
            }
        }
        throw new MissingProgram("ngspice was not found on the PATH; " + INSTALL);
    }

    /**
     * A certain ngspice; asks it for its version.
     *
     * @throws MissingProgram if it is absent, is not ngspice, or is older than 39
     */
    public static Ngspice at(Path program) {
        return at(program, TIME_FOR_VERSION);
    }

    static Ngspice at(Path program, Duration limit) {
        if (!isProgram(program)) {
            throw new MissingProgram(program + " is not a program; expected ngspice, " + INSTALL);
        }
        Path absolute = program.toAbsolutePath();
        Answer answer = askVersion(absolute, limit);
        String version = answer.version()
                .orElseThrow(() -> new MissingProgram(absolute + " --version " + answer.lack()
                        + "; expected a version from " + OLDEST + " to " + NEWEST + ", " + INSTALL));
        if (release(version) < OLDEST) {
            throw new MissingProgram(absolute + " is ngspice " + version + "; expected a version from " + OLDEST
                    + " to " + NEWEST + ", " + INSTALL);
        }
        return new Ngspice(absolute, nameOf(version), warningOf(version), TIME_FOR_NETLIST);
    }

    private static String nameOf(String version) {
        return "ngspice " + version;
    }

    private static Optional<String> warningOf(String version) {
        if (release(version) <= NEWEST) return Optional.empty();
        return Optional.of(nameOf(version) + " is newer than " + NEWEST
                + ", the newest version Crosspike knows; failures it words differently may be missed");
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static int release(String version) {
        return Integer.parseInt(version.split("\\D", 2)[0]);
    }

    /**
     * What a program said of its version.
     *
     * @param lack what was wrong, if it named none
     */
    private record Answer(Optional<String> version, String lack) {}

    private static Answer askVersion(Path program, Duration limit) {
        try (PrivateFolder folder = PrivateFolder.create()) {
            Path console = folder.resolve("version.txt");
            OptionalInt exit = start(List.of(program.toString(), "--version"), folder, console, limit);
            Optional<String> version = RunLog.read(console).lines().stream()
                    .map(VERSION::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst();
            return new Answer(version, lack(exit, limit));
        } catch (IOException e) {
            throw PrivateFolder.unusable(e);
        }
    }

    private static String lack(OptionalInt exit, Duration limit) {
        if (exit.isEmpty()) return "did not end within " + limit.toMillis() / 1e3 + " s";
        return exit.getAsInt() == 0 ? "names no ngspice version" : "failed with exit code " + exit.getAsInt();
    }

    private static OptionalInt start(List<String> command, PrivateFolder folder, Path console, Duration limit) {
        try {
            return BatchProcess.run(command, folder, console, limit);
        } catch (IOException e) {
            throw cannotStart(command.get(0), e);
        }
    }

    static MissingProgram cannotStart(String program, IOException cause) {
        return new MissingProgram(program + " cannot be started (" + cause.getMessage() + "); " + INSTALL, cause);
    }

    /** Same program, another limit for the time of one netlist; 60 s unless set. */
    public Ngspice withTimeout(Duration limit) {
        return new Ngspice(program, engine, warning, limit);
    }

    /** Where the program is. */
    public Path program() {
        return program;
    }

    /** Name and version, such as "ngspice 39". */
    public String engine() {
        return engine;
    }

    /** What to tell the user about a version nobody has tried with Crosspike; empty from 39 to 45. */
    public Optional<String> warning() {
        return warning;
    }

    Duration timeout() {
        return timeout;
    }

    /**
     * Solves a netlist in a private folder.
     *
     * @param keptAt where the netlist is written to stay; after a failure the log is beside it, as {@code .log}
     * @return the saved voltages and currents of {@link Netlist#vectors}, all finite
     * @throws SpiceFailure if anything shows that the result must not be used
     * @throws UserError if the netlist cannot be written
     */
    public RawFile run(Netlist netlist, Path keptAt) {
        Path log = keptAt.resolveSibling(keptAt.getFileName().toString().replaceFirst("\\.cir$", "") + ".log");
        try (PrivateFolder folder = PrivateFolder.create()) {
            keep(netlist.text(), keptAt, log);
            Files.writeString(folder.resolve("netlist.cir"), netlist.text());
            Path console = folder.resolve("console.txt");
            List<String> command = List.of(program.toString(), "-b", "-n", "-o", "ngspice.log", "netlist.cir");
            OptionalInt exit = start(command, folder, console, timeout);
            RunLog said = RunLog.read(console, folder.resolve("ngspice.log"));
            try {
                return Judge.judge(netlist, exit, timeout, said, folder.resolve(Netlist.RAW_FILE));
            } catch (Judge.Refusal refusal) {
                keepLog(said, log);
                throw new SpiceFailure(
                        refusal.failure,
                        "ngspice failed: " + refusal.getMessage() + "; netlist kept at " + keptAt + "; log: \""
                                + said.tellingLine(refusal.failure) + "\"");
            }
        } catch (IOException e) {
            throw PrivateFolder.unusable(e);
        }
    }

    private static void keep(String text, Path file, Path logOfAnEarlierFailure) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(logOfAnEarlierFailure);
            try {
                Files.writeString(part, text);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw Unwritable.error(file, e, "make room, or choose another place");
        }
    }

    /** Keeps the log if it can: the failure itself matters more than a full disk. */
    private static void keepLog(RunLog said, Path log) {
        try {
            Files.write(log, said.lines());
        } catch (IOException e) {
            log.toFile().delete();
        }
    }
}
