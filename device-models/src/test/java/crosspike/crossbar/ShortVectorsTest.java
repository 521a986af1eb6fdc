package crosspike.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Vectors of less than 256 bits make an object of every vector, so plain Java takes their place. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
class ShortVectorsTest {

    /** Prints which sums are taken. */
    public static void main(String[] none) {
        System.out.print(LineSums.FASTEST.get().getClass().getSimpleName());
    }

    @Test
    void vectorsOf128BitsAreNotUsed() throws IOException, InterruptedException {
        assertEquals("PlainLineSums", taken(16));
    }

    @Test
    void vectorsOf256BitsAre() throws IOException, InterruptedException {
        assertEquals("VectorLineSums", taken(32));
    }

    private static String taken(int bytes) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:MaxVectorSize=" + bytes,
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShortVectorsTest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor());
        return said;
    }
}
