package crosspike.spice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What ngspice said in one run: the console, then the log file. */
record RunLog(List<String> lines) {

    /** Printed by the last command of every netlist. */
    static final String FINISHED = "@@OK@@";

    private static final int LONGEST_READ = 16 << 20; // a longer log lacks its end, hence FINISHED, and is refused
    private static final int LONGEST_QUOTE = 160;

    RunLog {
        lines = List.copyOf(lines);
    }

    /** Reads the files that exist. Bytes become characters one to one, so that nothing is malformed. */
    static RunLog read(Path... files) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            if (!Files.exists(file)) continue;
            try (InputStream in = Files.newInputStream(file)) {
                new String(in.readNBytes(LONGEST_READ), StandardCharsets.ISO_8859_1)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("Circuit:")) // the title is the user's text
                        .forEach(lines::add);
            }
        }
        return new RunLog(lines);
    }

    boolean finished() {
        return lines.contains(FINISHED);
    }

    /** The first entry of the catalogue that any line shows. */
    Optional<Failure> failure() {
        return Arrays.stream(Failure.values())
                .filter(failure -> lines.stream().anyMatch(failure::shownBy))
                .findFirst();
    }

    /** The last line that shows the failure, or the last line of all; a line ending in a colon with the one it announces. */
    String tellingLine(Failure failure) {
        if (lines.isEmpty()) return "(empty)";
        int last = lines.size() - 1;
        for (int i = last; i >= 0; i--) {
            if (failure.shownBy(lines.get(i))) {
                String line = lines.get(i);
                return shorten(line.endsWith(":") && i < last ? line + " " + lines.get(i + 1) : line);
            }
        }
        return shorten(lines.get(last));
    }

    private static String shorten(String line) {
        String printable = line.replaceAll("\\p{Cntrl}", " ").replaceAll(" +", " ");
        return printable.length() <= LONGEST_QUOTE ? printable : printable.substring(0, LONGEST_QUOTE) + "...";
    }
}
