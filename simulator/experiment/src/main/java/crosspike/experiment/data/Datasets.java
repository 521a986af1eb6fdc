package crosspike.experiment.data;

import crosspike.input.Installation;
import crosspike.input.MissingProgram;
import crosspike.input.Suggest;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The data sets by name, in the folder that they lie in. */
public final class Datasets {
    private final List<DataSource> sources;
    private final Path cache;
    private final Path bundled;
    private final String searchPath;

    /**
     * @param cache folder of the fetched data sets, one folder each
     * @param bundled folder of the data sets that come with Crosspike, one folder each
     * @param searchPath where programs are found, as in {@code PATH}
     */
    Datasets(List<DataSource> sources, Path cache, Path bundled, String searchPath) {
        this.sources = sources;
        this.cache = cache;
        this.bundled = bundled;
        this.searchPath = searchPath;
    }

    /** The data sets of this installation (system property {@code crosspike.home}) and this user. */
    public static Datasets ofUser() {
        return new Datasets(
                Catalogue.SOURCES,
                cache(System.getenv(), System.getProperty("user.home")),
                Installation.path("calibration-data"),
                System.getenv().getOrDefault("PATH", ""));
    }

    /**
     * {@code $CROSSPIKE_DATA}, else {@code $XDG_CACHE_HOME/crosspike}, else {@code ~/.cache/crosspike}.
     *
     * @param accountHome home of the user's account, where {@code $HOME} is not set
     */
    static Path cache(Map<String, String> environment, String accountHome) {
        String own = environment.getOrDefault("CROSSPIKE_DATA", "");
        if (!own.isEmpty()) {
            return Path.of(own).toAbsolutePath();
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        Path caches = xdg.isEmpty() ? Path.of(home.isEmpty() ? accountHome : home, ".cache") : Path.of(xdg);
        return caches.resolve("crosspike");
    }

    /**
     * Finds a mistyped name before anything is read.
     *
     * @return the name
     * @throws UserError if there is no data set of that name, in whatever state
     */
    public static String requireKnown(String name) {
        return source(Catalogue.SOURCES, name).name();
    }

    /** Every data set with the state of its files, all of which are read for it. */
    public List<Listing> list() {
        return sources.stream()
                .map(source -> Listing.of(source, folder(source)))
                .toList();
    }

    /**
     * Reads a data set for training.
     *
     * @throws UserError if the name is unknown, the data set is not there, or a file is not the one it should be
     */
    public Dataset read(String name) {
        DataSource source = source(name);
        Path folder = folder(source);
        if (!Files.isDirectory(folder)) {
            throw new UserError("data set " + name + " is not in " + folder + "; type: crosspike data fetch " + name);
        }
        return source.read(folder);
    }

    /**
     * Puts a data set into the cache. Afterwards all of it is there, or nothing has changed.
     *
     * @param from folder to take it from; if empty it is taken from where it is published
     * @param progress told each external command before it runs
     * @return what is in the cache now
     * @throws MissingProgram if a program that fetches it is not installed
     * @throws UserError if it cannot be had, is not what it should be, or cannot be written
     */
    public Listing fetch(String name, Optional<Path> from, Consumer<String> progress) {
        DataSource source = source(name);
        if (source.supply() == Catalogue.BUNDLED) {
            throw new UserError("data set " + name + " comes with Crosspike; there is nothing to fetch");
        }
        Path folder = folder(source);
        Listing before = Listing.of(source, folder);
        switch (before.state()) {
            case PRESENT, VERIFIED -> {
                return before;
            }
            case DAMAGED ->
                throw new UserError(before.problem().orElseThrow() + "; move " + folder + " away and fetch again");
            case MISSING -> fetch(source, from, folder, progress);
        }
        return Listing.of(source, folder);
    }

    private void fetch(DataSource source, Optional<Path> from, Path folder, Consumer<String> progress) {
        try (Scratch scratch = Scratch.in(cache, "fetch-" + source.name())) {
            Path origin = from.isPresent() ? from.get() : published(source, scratch.folder(), progress);
            if (!Files.isDirectory(origin)) {
                throw new UserError(origin + " is no folder; expected one that holds " + source.name());
            }
            source.check(origin);
            Path ready = Files.createDirectory(scratch.folder().resolve("ready"));
            source.copy(origin, ready);
            Files.move(ready, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError(
                    "data set " + source.name() + " cannot be put into " + folder + ": " + reason(e)
                            + "; name another folder in CROSSPIKE_DATA, or mend this one",
                    e);
        }
    }

    private Path published(DataSource source, Path scratch, Consumer<String> progress) throws IOException {
        try {
            return source.supply().provide(scratch, new Programs(searchPath, progress));
        } catch (MissingProgram e) {
            throw new MissingProgram(withTheOtherWay(source, e), e);
        } catch (UserError e) {
            throw new UserError(withTheOtherWay(source, e), e);
        }
    }

    private static String withTheOtherWay(DataSource source, UserError e) {
        return "data set " + source.name() + " cannot be fetched: " + e.getMessage()
                + "; with its files in a folder, type: crosspike data fetch " + source.name() + " --from FOLDER";
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission for " + e.getMessage();
        }
        if (e instanceof FileAlreadyExistsException || e instanceof DirectoryNotEmptyException) {
            return e.getMessage() + " is in the way";
        }
        return e.getMessage();
    }

    private Path folder(DataSource source) {
        return (source.supply() == Catalogue.BUNDLED ? bundled : cache).resolve(source.folder());
    }

    private DataSource source(String name) {
        return source(sources, name);
    }

    private static DataSource source(List<DataSource> sources, String name) {
        return sources.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        unknown(name, sources.stream().map(DataSource::name).toList()));
    }

    private static UserError unknown(String name, List<String> known) {
        String guess = Suggest.nearest(name, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
        return new UserError(
                "data set \"" + name + "\" is unknown; expected one of " + String.join(", ", known) + guess);
    }
}
