package crosspike.instrument;

import crosspike.crossbar.Line;
import crosspike.device.Pulse;
import crosspike.device.Waveforms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads, pulses and placements in the commands of a profile: a whole array or line at once where the instrument can, else
 * cell by cell. The array at the instrument may be larger than what is used of it.
 */
final class LineRequests {
    /** Chosen, because instruments measure a little more than their compliance. */
    private static final double OVER_COMPLIANCE = 1.01;

    private final Profile profile;
    private final Commands commands;
    private final Waveforms waveforms;
    private final int rows;
    private final int columns;
    private final Map<String, Template> templates = new LinkedHashMap<>();

    LineRequests(Profile profile, Waveforms waveforms, int rows, int columns) {
        this.profile = profile;
        this.commands = profile.commands();
        this.waveforms = waveforms;
        this.rows = rows;
        this.columns = columns;
    }

    /** Largest current that is believed, in A. */
    double bound() {
        return OVER_COMPLIANCE * profile.limits().currentAmps();
    }

    /** Currents of the columns with some rows at one voltage; as many answers as the array has columns, or as are used. */
    List<Request> sums(int[] activeRows, double volts, int columnsThere) {
        if (commands.readArray() != null) {
            String command = fill(commands.readArray(), Map.of("rows", lines(activeRows), "volts", volts));
            return List.of(Request.of(command, columnsThere, bound()));
        }
        List<String> sums = IntStream.range(0, columns)
                .mapToObj(c ->
                        fill(commands.readSum(), Map.of("rows", lines(activeRows), "column", lines(c), "volts", volts)))
                .toList();
        return Request.pack(sums, profile, bound());
    }

    /** Whether rows can be read at voltages of their own at once. */
    boolean readsVoltages() {
        return commands.readVoltages() != null;
    }

    /** Currents of the columns with each row at a voltage of its own. */
    Request sums(float[] volts, int rowsThere, int columnsThere) {
        String command = fill(commands.readVoltages(), Map.of("voltages", Arrays.copyOf(volts, rowsThere)));
        return Request.of(command, columnsThere, bound());
    }

    /** Currents of the cells of a line at the read voltage. */
    List<Request> read(Line line, int index, int cellsThere) {
        double volts = waveforms.read().volts();
        String whole = line == Line.COLUMN ? commands.readColumn() : commands.readRow();
        if (whole != null) {
            String command = fill(whole, Map.of(place(line), lines(index), "volts", volts));
            return List.of(Request.of(command, cellsThere, bound()));
        }
        List<String> each = IntStream.range(0, cells(line))
                .mapToObj(i -> fill(
                        commands.readCell(),
                        Map.of("row", row(line, index, i), "column", column(line, index, i), "volts", volts)))
                .toList();
        return Request.pack(each, profile, bound());
    }

    /** Signed whole counts of pulses at the cells of a line. */
    List<Request> pulse(Line line, int index, float[] pulses, int cellsThere) {
        String whole = line == Line.COLUMN ? commands.pulseColumn() : commands.pulseRow();
        if (whole != null) {
            float[] counts = Arrays.copyOf(Arrays.copyOf(pulses, cells(line)), cellsThere);
            return List.of(Request.change(fill(whole, Map.of(place(line), lines(index), "pulses", counts))));
        }
        List<String> each = new ArrayList<>();
        for (int i = 0; i < cells(line); i++) {
            if (pulses[i] != 0) {
                each.add(pulseOfCell(line, index, i, pulses[i]));
            }
        }
        return Request.packChanges(each, profile);
    }

    private String pulseOfCell(Line line, int index, int i, float count) {
        Pulse pulse = count > 0 ? waveforms.potentiation() : waveforms.depression();
        return fill(
                commands.pulseCell(),
                Map.of(
                        "row", row(line, index, i),
                        "column", column(line, index, i),
                        "volts", pulse.volts(),
                        "seconds", pulse.seconds(),
                        "count", (double) Math.abs(count)));
    }

    /** Conductances, in S, that the cells of a line are put at without pulses; NaN leaves a cell alone. */
    Request place(Line line, int index, float[] targets, int cellsThere) {
        float[] wanted = new float[cellsThere];
        Arrays.fill(wanted, (float) ScpiNumber.NOT_A_NUMBER);
        for (int i = 0; i < cells(line); i++) {
            wanted[i] = Float.isNaN(targets[i]) ? wanted[i] : targets[i];
        }
        String command = line == Line.COLUMN ? commands.placeColumn() : commands.placeRow();
        return Request.change(fill(command, Map.of(place(line), lines(index), "siemens", wanted)));
    }

    /** Cells of a line that are used. */
    int cells(Line line) {
        return line == Line.ROW ? columns : rows;
    }

    private static String place(Line line) {
        return line == Line.COLUMN ? "column" : "row";
    }

    private int[] row(Line line, int index, int i) {
        return lines(line == Line.ROW ? index : i);
    }

    private int[] column(Line line, int index, int i) {
        return lines(line == Line.COLUMN ? index : i);
    }

    /** Line numbers as the instrument counts. */
    private int[] lines(int... indices) {
        int[] numbers = indices.clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += profile.firstLine();
        }
        return numbers;
    }

    private String fill(String command, Map<String, Object> values) {
        return templates
                .computeIfAbsent(command, text -> Template.parse("a command of the profile", text, values.keySet()))
                .fill(values);
    }
}
