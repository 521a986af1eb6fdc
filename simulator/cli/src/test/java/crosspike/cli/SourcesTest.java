package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a newer compiler refuses and the oldest does not see. */
class SourcesTest {
    private static final Pattern TWO_COMMENTS = Pattern.compile("\\*/\\s*/\\*\\*");

    @Test
    void aDocumentationCommentStandsBeforeWhatItIsAbout() throws IOException {
        List<Path> sources = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (String module : List.of("device-models", "circuits", "spice-netlists", "reports", "simulator")) {
            Path root = Installation.path(module);
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !root.relativize(file).toString().contains("target")) // what a build makes
                        .forEach(sources::add);
            }
        }
        for (Path source : sources) {
            if (TWO_COMMENTS.matcher(Files.readString(source)).find()) {
                found.add(source.toString());
            }
        }
        assertTrue(sources.size() > 500, () -> "only " + sources.size() + " sources");
        assertEquals(List.of(), found, "files with a documentation comment before another");
    }
}
