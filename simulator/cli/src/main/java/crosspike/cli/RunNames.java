package crosspike.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Names of run directories. */
final class RunNames {
    private RunNames() {}

    /** A name without characters that mean something to a shell or a file system. */
    static String folder(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        return plain.isEmpty() ? "run" : plain;
    }

    /** {@code wanted}, or {@code wanted-2}, {@code wanted-3} ...: the first that does not exist. */
    static Path free(Path wanted) {
        Path candidate = wanted;
        for (int i = 2; Files.exists(candidate); i++) {
            candidate = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return candidate;
    }
}
