package crosspike.experiment.data;

import crosspike.input.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Unpacks a gzipped tar archive that somebody else made, so nothing in it is trusted. */
final class TarArchive {
    private TarArchive() {}

    /**
     * Unpacks the plain files of {@code archive} into {@code folder}, which is created.
     *
     * @param mostBytes most bytes to write in all
     * @throws UserError if an entry points outside the folder, is a link or a device, comes twice, if the files are
     *     larger in all than {@code mostBytes}, or if the archive is damaged; what was unpacked before stays
     */
    static void unpack(Path archive, Path folder, long mostBytes) throws IOException {
        Path root = Files.createDirectories(folder).toAbsolutePath().normalize();
        long left = mostBytes;
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (!isPlainFile(entry)) {
                    throw refused(archive, entry, "is no plain file");
                }
                Path target = target(archive, entry, root);
                Files.createDirectories(target.getParent());
                left -= write(tar, target, left);
                if (left < 0) {
                    throw refused(archive, entry, "exceeds the " + mostBytes + " bytes that the archive may hold");
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw new UserError(archive + ": the entry " + e.getFile() + " comes twice; the archive is not used", e);
        } catch (IOException e) {
            throw new UserError(archive + " is no intact .tgz archive: " + e.getMessage(), e);
        }
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        return kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM;
    }

    /** The normalised path as it stands in the archive must lie in {@code root}; absolute ones do not. */
    private static Path target(Path archive, TarArchiveEntry entry, Path root) {
        try {
            Path target = root.resolve(entry.getName()).normalize();
            if (target.startsWith(root) && !target.equals(root)) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw refused(archive, entry, "has a name that is no path");
        }
        throw refused(archive, entry, "points outside the archive");
    }

    /** Writes at most {@code most + 1} bytes, so that the caller sees that it was too much. */
    private static long write(InputStream in, Path target, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long written = 0;
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            while (written <= most) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, most - written + 1));
                if (n < 0) {
                    break;
                }
                out.write(buffer, 0, n);
                written += n;
            }
        }
        return written;
    }

    private static UserError refused(Path archive, TarArchiveEntry entry, String why) {
        String name = entry.getName().replaceAll("\\p{Cntrl}", "?");
        return new UserError(archive + ": the entry " + name + " " + why + "; the archive is not used");
    }
}
