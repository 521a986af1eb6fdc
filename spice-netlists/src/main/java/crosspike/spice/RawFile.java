package crosspike.spice;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The binary result file of ngspice: a text header, then one little-endian double for each variable of each point.
 *
 * @param plot kind of analysis, such as "Operating Point"
 * @param variables names in the order of the file
 * @param points {@code [point][variable]} in V and A; at least one point
 */
public record RawFile(String plot, List<String> variables, double[][] points) {

    private static final byte[] END_OF_HEADER = "Binary:\n".getBytes(StandardCharsets.US_ASCII);

    public RawFile {
        variables = List.copyOf(variables);
    }

    /** Value of one variable at the first point. */
    public double value(String variable) {
        return points[0][index(variable)];
    }

    /** Values of one variable at all points. */
    public double[] series(String variable) {
        int index = index(variable);
        return Arrays.stream(points).mapToDouble(point -> point[index]).toArray();
    }

    private int index(String variable) {
        int index = variables.indexOf(variable);
        if (index < 0) throw new IllegalArgumentException("no variable " + variable + " in " + variables);
        return index;
    }

    /**
     * Reads a file with one plot of real values.
     *
     * @throws UserError naming the file and what is wrong with it
     */
    public static RawFile read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read (" + e.getMessage() + "); expected a raw file of ngspice", e);
        }
        int data = dataStart(bytes);
        if (data < 0) throw wrong(file, "has no line \"Binary:\"", "a binary raw file of ngspice");
        List<String> lines =
                new String(bytes, 0, data, StandardCharsets.ISO_8859_1).lines().toList();
        Map<String, String> header = header(lines);

        if (!header.getOrDefault("Flags", "").strip().equals("real")) {
            throw wrong(file, "has flags \"" + header.getOrDefault("Flags", "") + "\"", "real values");
        }
        long variables = count(file, header, "No. Variables");
        long points = count(file, header, "No. Points");
        List<String> names = names(file, lines, variables);
        long wanted = Math.multiplyExact(Math.multiplyExact(variables, points), Double.BYTES);
        long found = bytes.length - data;
        if (found != wanted) {
            throw wrong(
                    file,
                    (found < wanted ? "is truncated: " : "goes on after its data: ") + found + " bytes of values",
                    wanted + " bytes (" + variables + " variables x " + points + " points)");
        }
        ByteBuffer values = ByteBuffer.wrap(bytes, data, bytes.length - data).order(ByteOrder.LITTLE_ENDIAN);
        double[][] rows = new double[(int) points][(int) variables];
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) row[i] = values.getDouble();
        }
        return new RawFile(header.getOrDefault("Plotname", ""), names, rows);
    }

    private static int dataStart(byte[] bytes) {
        for (int i = 0; i + END_OF_HEADER.length <= bytes.length; i++) {
            boolean atLineStart = i == 0 || bytes[i - 1] == '\n';
            if (atLineStart && Arrays.mismatch(bytes, i, i + END_OF_HEADER.length, END_OF_HEADER, 0, 8) < 0) {
                return i + END_OF_HEADER.length;
            }
        }
        return -1;
    }

    private static Map<String, String> header(List<String> lines) {
        Map<String, String> header = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0)
                header.putIfAbsent(
                        line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return header;
    }

    private static long count(Path file, Map<String, String> header, String key) {
        String text = header.getOrDefault(key, "");
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) {
            throw wrong(file, "has \"" + key + ": " + text + "\"", "a count of 1 or more");
        }
        return Integer.parseInt(text);
    }

    /** The lines after "Variables:", each: number, name, kind. */
    private static List<String> names(Path file, List<String> lines, long variables) {
        List<String> names = new ArrayList<>();
        int first = lines.indexOf("Variables:") + 1;
        if (first == 0) throw wrong(file, "has no line \"Variables:\"", variables + " names");
        for (int i = first; i < lines.size() - 1; i++) {
            String[] fields = lines.get(i).strip().split("\\s+");
            if (fields.length < 3 || !fields[0].equals(Integer.toString(names.size()))) {
                throw wrong(file, "has the variable line \"" + lines.get(i) + "\"", "number, name and kind");
            }
            names.add(fields[1]);
        }
        if (names.size() != variables) {
            throw wrong(file, "names " + names.size() + " variables", variables + " as its header says");
        }
        return names;
    }

    private static UserError wrong(Path file, String what, String expected) {
        return new UserError(file + ": " + what + "; expected " + expected);
    }
}
