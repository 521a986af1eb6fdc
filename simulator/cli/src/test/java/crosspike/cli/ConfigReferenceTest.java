package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.input.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConfigReferenceTest {

    @Test
    void thePageIsWhatTheDeclarationsSay() throws IOException {
        StringWriter out = new StringWriter();
        CommandLine commandLine = Crosspike.commandLine().setOut(new PrintWriter(out));
        assertEquals(0, Main.execute(commandLine, "schema", "config", "--markdown"));
        assertEquals(
                out.toString(),
                Files.readString(Installation.path("docs", "config.md")),
                "write it again: crosspike schema config --markdown > docs/config.md");
    }
}
