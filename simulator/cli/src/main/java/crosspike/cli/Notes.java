package crosspike.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Sentences on standard error that a user should know before a command begins. */
final class Notes {
    private Notes() {}

    static void print(List<String> sentences, CommandSpec spec) {
        PrintWriter err = spec.commandLine().getErr();
        sentences.forEach(sentence -> err.println("note: " + sentence));
        err.flush();
    }
}
