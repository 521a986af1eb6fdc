package crosspike.instrument;

import crosspike.input.Document;
import crosspike.input.Installation;
import crosspike.input.Key;
import crosspike.input.RecordReader;
import crosspike.input.Suggest;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a kind of instrument is spoken to, and what its array bears: one YAML file, no Java.
 *
 * @param name name of the profile and of its file
 * @param title what it is for
 * @param notes what to know before using it
 * @param limits what may be done to the cells
 * @param firstLine number of the first row and column in commands
 * @param lineLength longest line sent, in characters
 * @param commandsPerLine most commands in a line
 * @param linesAhead lines sent before the first answer has come
 * @param commands templates
 */
public record Profile(
        @Key(doc = "Name of the profile; the same as its file's, without the ending.")
        String name,

        @Key(doc = "What it is for.") String title,

        @Key(doc = "What to know before using it.", defaultValue = "[]")
        List<String> notes,

        @Key(doc = "What may be done to the cells.") SafetyLimits limits,

        @Key(doc = "Number of the first row and of the first column in commands.", min = 0, max = 1, defaultValue = "1")
        int firstLine,

        @Key(doc = "Longest line sent, in characters.", min = 80, max = 1_000_000, defaultValue = "4000")
        int lineLength,

        @Key(doc = "Most commands in one line.", min = 1, max = 10_000, defaultValue = "16")
        int commandsPerLine,

        @Key(doc = "Lines sent before the first answer has come.", min = 1, max = 64, defaultValue = "1")
        int linesAhead,

        @Key(doc = "What is sent for what.") Commands commands) {

    /** The profile of {@link crosspike.instrument.emulator.Emulator}. */
    public static final String EMULATOR = "emulator";

    private static final String ENDING = ".yaml";

    public Profile {
        notes = List.copyOf(notes);
    }

    /** Names of the profiles that come with Crosspike, sorted. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError("cannot list the instrument profiles in " + folder() + "; expected YAML files", e);
        }
    }

    /**
     * A profile by its name, or from a file of the user's.
     *
     * @param nameOrFile a file if {@link #isFile} says so
     * @throws UserError if there is none, or it is wrong
     */
    public static Profile of(String nameOrFile) {
        if (isFile(nameOrFile)) {
            return read(Path.of(nameOrFile));
        }
        List<String> names = names();
        if (!names.contains(nameOrFile)) {
            throw new UserError("instrument profile \"" + nameOrFile + "\" is unknown"
                    + Suggest.nearest(nameOrFile, names)
                            .map(near -> "; did you mean " + near + "? ")
                            .orElse("; ")
                    + "calibration-data/instruments has: " + String.join(", ", names));
        }
        return read(folder().resolve(nameOrFile + ENDING));
    }

    /** Whether it ends in {@code .yaml}, {@code .yml} or {@code .json}. */
    public static boolean isFile(String nameOrFile) {
        return nameOrFile.matches(".*\\.(ya?ml|json)");
    }

    private static Profile read(Path file) {
        return RecordReader.read(Document.read(file), Profile.class);
    }

    private static Path folder() {
        return Installation.path("calibration-data", "instruments");
    }
}
