package crosspike.report;

import crosspike.experiment.run.StagedDirectory;
import crosspike.input.Unreadable;
import crosspike.input.Unwritable;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The folder of a report gets all files of the report or none of them, and is no folder of somebody else. */
public final class ReportFolder {
    public static final String PAGE = "report.html";
    private static final List<String> FOLDERS = List.of("plots", "tables");

    private ReportFolder() {}

    /**
     * Writes a report. It is made under a temporary name first; in a folder that is there already its files then replace those of
     * the earlier report, the page last.
     *
     * @param kind what the page calls itself
     * @param source what is reported; it may take the report itself
     * @param content writes the files
     * @return the page
     * @throws UserError if the folder has anything but an earlier report of this kind, or cannot be written
     */
    static Path write(String kind, Path source, Path folder, Consumer<OutputFolder> content) {
        requireOwn(kind, source, folder);
        return write(folder, content);
    }

    /** The same in a folder that is known to be one's own. */
    public static Path write(Path folder, Consumer<OutputFolder> content) {
        boolean isThere = Files.exists(folder);
        try (StagedDirectory staged = StagedDirectory.beside(isThere ? folder.resolve("new-report") : folder)) {
            fill(staged.path(), folder, content);
            if (isThere) {
                takeOver(staged.path(), folder);
            } else {
                staged.publish();
            }
        }
        return folder.resolve(PAGE);
    }

    /** Whether there is a report of this kind. */
    static boolean holds(String kind, Path folder) {
        return Files.isRegularFile(folder.resolve(PAGE)) && page(folder).contains(HtmlPage.kind(kind));
    }

    private static String page(Path folder) {
        Path page = folder.resolve(PAGE);
        try {
            return new String(Files.readAllBytes(page), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Unreadable.error(page, e);
        }
    }

    private static void requireOwn(String kind, Path source, Path folder) {
        if (!Files.exists(folder)) return;
        try {
            if (Files.isSameFile(folder, source) || isEmpty(folder) || holds(kind, folder)) return;
        } catch (IOException e) {
            throw Unreadable.error(folder, e);
        }
        throw new UserError(
                folder + " exists and is no " + kind + " that could be replaced; choose another --out or remove it");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void fill(Path temporary, Path folder, Consumer<OutputFolder> content) {
        try {
            content.accept(new OutputFolder(temporary));
        } catch (UserError e) {
            if (!e.getMessage().contains(temporary.toString())) throw e;
            throw new UserError(e.getMessage().replace(temporary.toString(), folder.toString()), e);
        }
    }

    /** What the earlier report had and the new one has not is removed first: only what the earlier page links, as others may have put more there. */
    private static void takeOver(Path temporary, Path folder) {
        List<Path> written = files(temporary);
        String earlier = Files.isRegularFile(folder.resolve(PAGE)) ? page(folder) : "";
        for (Path old :
                FOLDERS.stream().map(folder::resolve).filter(Files::isDirectory).toList()) {
            for (Path file : files(old)) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (earlier.contains('"' + name + '"') && !written.contains(temporary.resolve(name))) delete(file);
            }
        }
        for (Path file : written) {
            Path target = folder.resolve(temporary.relativize(file).toString());
            try {
                Files.createDirectories(target.getParent());
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw Unwritable.error(target, e, "choose another --out");
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw Unwritable.error(file, e, "choose another --out");
        }
    }

    /** The page is last. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.<Path, Boolean>comparing(file -> file.equals(folder.resolve(PAGE)))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw Unreadable.error(folder, e);
        }
    }
}
