package crosspike.experiment.data;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Data files in a Debian package: taken from where it is installed, else downloaded and unpacked, which needs no root.
 *
 * @param name name of the package
 * @param folder absolute folder that it installs the files in
 */
record DebianPackage(String name, Path folder) implements Supply {

    @Override
    public Path provide(Path scratch, Programs programs) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        programs.run(scratch, "apt-get", "download", name);
        Path unpacked = scratch.resolve("unpacked");
        programs.run(
                scratch, "dpkg", "-x", archive(scratch), unpacked.getFileName().toString());
        return unpacked.resolve(folder.getRoot().relativize(folder));
    }

    private String archive(Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            List<Path> archives =
                    files.filter(file -> file.toString().endsWith(".deb")).toList();
            if (archives.size() != 1) {
                throw new UserError(
                        "apt-get download " + name + " left " + archives.size() + " .deb files; expected 1");
            }
            return archives.get(0).getFileName().toString();
        }
    }
}
