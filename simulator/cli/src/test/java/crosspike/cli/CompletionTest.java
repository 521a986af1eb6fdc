package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What bash offers after {@code source <(crosspike completion)}. */
class CompletionTest {
    /** Words are typed, the last one is to be completed. */
    private static final String ASK = """
            source "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            _complete_crosspike 2>/dev/null
            echo "${COMPREPLY[*]}"
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "crosspike re,                                  reproduce report",
        "crosspike devices s,                           show",
        "crosspike run --se,                            --set --seed",
        "crosspike fit --model s,                       soft_bounds",
        "crosspike fit --technology f,                  fefet",
        "crosspike reproduce s,                         shi2019",
        "crosspike devices show epi,                    epiram-choi2018",
        "crosspike devices diff epiram-choi2018 taox-h, taox-hfox-wu2018"
    })
    void offersWhatCanStandThere(String typed, String offered) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("completion"), script());
        List<String> command = new ArrayList<>(List.of("bash", "-c", ASK, "bash", script.toString()));
        command.addAll(List.of(typed.split(" ")));
        Process bash = new ProcessBuilder(command).start();
        bash.getOutputStream().close();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor());
        assertEquals(offered, answer.strip());
    }

    private static String script() {
        StringWriter out = new StringWriter();
        CommandLine crosspike = Crosspike.commandLine("completion").setOut(new PrintWriter(out));
        assertEquals(0, Main.execute(crosspike, "completion"));
        return out.toString();
    }
}
