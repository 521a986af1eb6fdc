package crosspike.experiment.data;

import crosspike.input.Installation;
import crosspike.input.MissingProgram;
import crosspike.input.Suggest;
import crosspike.input.Unreadable;
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
import java.util.stream.Stream;

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
        return ofUser().source(name).name();
    }

    /** Every data set with the state of its files, all of which are read for it. */
    public List<Listing> list() {
        return Stream.concat(sources.stream(), own().stream())
                .map(source -> Listing.of(source, folder(source)))
                .toList();
    }

    /** Data sets of the user's own, which lie beside the fetched ones. */
    private List<DataSource> own() {
        if (!Files.isDirectory(cache)) return List.of();
        try (Stream<Path> folders = Files.list(cache)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(this::isOwn)
                    .sorted()
                    .<DataSource>map(OwnSource::new)
                    .toList();
        } catch (IOException e) {
            throw Unreadable.error(cache, e);
        }
    }

    private boolean isOwn(String name) {
        return OwnSource.isName(name) && !isKnown(name) && OwnSource.isIn(cache.resolve(name));
    }

    private boolean isKnown(String name) {
        return sources.stream()
                .anyMatch(source ->
                        source.name().equalsIgnoreCase(name) || source.folder().equalsIgnoreCase(name));
    }

    /**
     * Adds a data set of the user's own. Afterwards all of it is there, or nothing has changed.
     *
     * @param name that configs are to call it
     * @throws UserError if the name is taken, or the images are not what they should be, or cannot be written
     */
    public Listing add(String name, OwnImages images) {
        if (!OwnSource.isName(name)) {
            throw new UserError("data set \"" + name + "\" cannot be added; expected a name of letters, digits, points,"
                    + " hyphens and underscores");
        }
        Path folder = cache.resolve(name);
        if (isKnown(name) || Files.exists(folder)) {
            throw new UserError("data set " + name + " is there already" + (isKnown(name) ? "" : ", in " + folder)
                    + "; choose another name, or move it away");
        }
        try (Scratch scratch = Scratch.in(cache, "add-" + name)) {
            Path ready = Files.createDirectory(scratch.folder().resolve("ready"));
            images.write(ready);
            new OwnSource(name).check(ready);
            Files.move(ready, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(name, folder, e);
        }
        return Listing.of(new OwnSource(name), folder);
    }

    private static UserError unwritable(String name, Path folder, IOException e) {
        return new UserError(
                "data set " + name + " cannot be put into " + folder + ": " + reason(e)
                        + "; name another folder in CROSSPIKE_DATA, or mend this one",
                e);
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
                throw new UserError(before.problem().orElseThrow() + "; move " + folder + " away and "
                        + (source instanceof OwnSource ? "add it again" : "fetch again"));
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
            throw unwritable(source.name(), folder, e);
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
        return sources.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .or(() -> isOwn(name) ? Optional.of(new OwnSource(name)) : Optional.empty())
                .orElseThrow(() -> unknown(
                        name,
                        Stream.concat(sources.stream(), own().stream())
                                .map(DataSource::name)
                                .toList()));
    }

    private static UserError unknown(String name, List<String> known) {
        String guess = Suggest.nearest(name, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; your own are added with: crosspike data add NAME --from FOLDER");
        return new UserError(
                "data set \"" + name + "\" is unknown; expected one of " + String.join(", ", known) + guess);
    }
}
