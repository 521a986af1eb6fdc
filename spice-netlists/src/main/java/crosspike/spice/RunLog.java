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
                .filter(failure -> failure.phrases().stream().anyMatch(phrase -> lastLineSaying(phrase) >= 0))
                .findFirst();
    }

    /**
     * The last line with the most telling phrase of the failure, or the last line of all. A line that ends in a colon or
     * in "from line" brings the next one with it.
     */
    String tellingLine(Failure failure) {
        if (lines.isEmpty()) return "(empty)";
        int telling = failure.phrases().stream()
                .mapToInt(this::lastLineSaying)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(lines.size() - 1);
        String line = lines.get(telling);
        boolean announces = (line.endsWith(":") || line.endsWith(" line")) && telling + 1 < lines.size();
        return shorten(announces ? line + " " + lines.get(telling + 1) : line);
    }

    private int lastLineSaying(String phrase) {
        int line = lines.size() - 1;
        while (line >= 0 && !Failure.says(lines.get(line), phrase)) line--;
        return line;
    }

    private static String shorten(String line) {
        String printable = line.replaceAll("\\p{Cc}", " ").replaceAll(" +", " ");
        return printable.length() <= LONGEST_QUOTE ? printable : printable.substring(0, LONGEST_QUOTE) + "...";
    }
}
