package crosspike.device.measured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Makes pulse trains of tables: finds out which pulses potentiate, and where one train ends and the next begins. */
final class PulseTrains {
    private static final String LTP = "LTP";
    private static final String LTD = "LTD";
    /** What ArC instruments do between the trains, by its tag: forming (FF_s) and sweeps of the curve tracer (CT_s). */
    private static final Pattern OTHER_TAG = Pattern.compile("(FF|CT)(_.*)?");

    private final SourceText text;
    private final ImportOptions options;
    private int leftOut;

    PulseTrains(SourceText text, ImportOptions options) {
        this.text = text;
        this.options = options;
    }

    /** One read: where, what, and what the file says of the pulse before it. */
    private record Read(
            SourceLine line, String device, String cycle, String phase, double pulse, double siemens, String[] about) {}

    /** Reads that are no rows, for they have no value or one that no cell has; after {@link #rows}. */
    int leftOut() {
        return leftOut;
    }

    List<Measurement.Row> rows(List<Table> tables) {
        List<Measurement.Row> rows = new ArrayList<>();
        Table first = tables.get(0);
        if (first.has(Role.UP) || first.has(Role.DOWN)) {
            for (int repeat = 0; repeat < tables.size(); repeat++) {
                bothColumns(tables.get(repeat), Integer.toString(repeat + 1), rows);
            }
            return rows;
        }
        List<Read> reads = new ArrayList<>();
        tables.forEach(table -> reads(table, reads));
        Map<String, List<Read>> devices = new LinkedHashMap<>();
        reads.forEach(read ->
                devices.computeIfAbsent(read.device, any -> new ArrayList<>()).add(read));
        devices.values().forEach(ofOne -> trains(ofOne, first, rows));
        return rows;
    }

    /** One column for each direction, as aihwkit has it. */
    private void bothColumns(Table table, String repeat, List<Measurement.Row> rows) {
        for (Role role : List.of(Role.UP, Role.DOWN)) {
            if (!table.hasKnown(role)) {
                continue;
            }
            int count = 0;
            Role pulses = role == Role.DOWN && table.has(Role.PULSE_DOWN) ? Role.PULSE_DOWN : Role.PULSE;
            for (SourceLine line : table.lines()) {
                OptionalDouble siemens = table.value(line, role);
                if (siemens.isPresent()) {
                    count++;
                    String pulse = table.has(pulses)
                            ? Numbers.text(table.value(line, pulses).orElse(count))
                            : Integer.toString(count);
                    String[] about = about(table, line);
                    rows.add(new Measurement.Row(
                            line.number(),
                            List.of(
                                    Siemens.device(table, line, options),
                                    table.has(Role.CYCLE) ? table.text(line, Role.CYCLE) : repeat,
                                    role == Role.UP ? LTP : LTD,
                                    pulse,
                                    about[0],
                                    about[1],
                                    about[2],
                                    Numbers.text(siemens.getAsDouble()))));
                } else if (!table.text(line, role).isEmpty()) { // one curve may be shorter than the other
                    leftOut++;
                }
            }
        }
    }

    private void reads(Table table, List<Read> reads) {
        boolean hasWidth = table.hasKnown(Role.WIDTH);
        table.hasKnown(Role.PULSE_VOLTAGE);
        for (SourceLine line : table.lines()) {
            double width = hasWidth ? table.value(line, Role.WIDTH).orElse(0) : 0;
            if (width < 0) {
                throw text.error(
                        line, "pulse width is " + width + " s; expected more than 0 s, or 0 s for a mere read");
            }
            boolean isPulse = !hasWidth || width > 0;
            boolean isOther = table.has(Role.WORDLINE)
                    && line.cells().stream()
                            .anyMatch(cell -> OTHER_TAG.matcher(cell).matches());
            OptionalDouble siemens = Siemens.of(table, line, options);
            if (isPulse && !isOther && siemens.isEmpty()) {
                leftOut++;
            } else if (isPulse && !isOther) {
                String phase = table.has(Role.PHASE) ? phase(text, line, table.text(line, Role.PHASE)) : "";
                SourceLine block =
                        new SourceLine(line.number(), line.cells(), line.startsBlock() || isFirst(table, line));
                reads.add(new Read(
                        block,
                        Siemens.device(table, line, options),
                        table.has(Role.CYCLE) ? table.text(line, Role.CYCLE) : "",
                        phase,
                        table.value(line, Role.PULSE).orElse(Double.NaN),
                        siemens.getAsDouble(),
                        about(table, line)));
            }
        }
    }

    private static boolean isFirst(Table table, SourceLine line) {
        return table.lines().get(0).number() == line.number();
    }

    private String[] about(Table table, SourceLine line) {
        OptionalDouble read =
                table.hasKnown(Role.READ_VOLTAGE) ? table.value(line, Role.READ_VOLTAGE) : options.readVolts();
        return new String[] {
            shown(table.value(line, Role.PULSE_VOLTAGE)), shown(table.value(line, Role.WIDTH)), shown(read)
        };
    }

    private static String shown(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? Numbers.text(value.getAsDouble()) : "";
    }

    /** LTP or LTD, for the words that files have. */
    static String phase(SourceText text, SourceLine line, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ltp", "p", "pot", "potentiation", "set", "up", "+", "1", "+1", "inc" -> LTP;
            case "ltd", "d", "dep", "depression", "reset", "down", "-", "-1", "dec" -> LTD;
            default -> throw text.error(line, "\"" + word + "\" is no phase; expected LTP or LTD");
        };
    }

    /** The trains of one device. */
    private void trains(List<Read> reads, Table table, List<Measurement.Row> rows) {
        List<List<Read>> trains;
        List<String> phases = new ArrayList<>();
        if (table.has(Role.PHASE)) {
            trains = cut(reads, (a, b) -> !a.phase.equals(b.phase) || !a.cycle.equals(b.cycle) || b.pulse < a.pulse);
            trains.forEach(train -> phases.add(train.get(0).phase));
        } else if (haveBothPolarities(reads)) {
            trains = cut(reads, (a, b) -> volts(a) * volts(b) < 0);
            polarities(trains, phases);
        } else {
            trains = blocks(reads);
            directions(trains, phases);
        }
        int cycle = 0;
        for (int i = 0; i < trains.size(); i++) {
            boolean begins =
                    i == 0 || phases.get(i).equals(LTP) || phases.get(i).equals(phases.get(i - 1));
            cycle += begins ? 1 : 0;
            add(
                    rows,
                    trains.get(i),
                    phases.get(i),
                    cycle,
                    i == 0 ? 0 : countedBefore(trains.get(i - 1), trains.get(i)));
        }
    }

    /** Pulses before a train that its count includes, as that of the train before goes on in it; else 0. */
    private static double countedBefore(List<Read> before, List<Read> train) {
        double last = before.get(before.size() - 1).pulse;
        boolean goesOn = last > before.get(0).pulse && train.get(0).pulse >= last;
        return goesOn ? last : 0;
    }

    private static boolean haveBothPolarities(List<Read> reads) {
        return reads.stream().anyMatch(read -> volts(read) > 0)
                && reads.stream().anyMatch(read -> volts(read) < 0);
    }

    private interface Boundary {
        boolean isBetween(Read before, Read after);
    }

    private static List<List<Read>> cut(List<Read> reads, Boundary boundary) {
        List<List<Read>> parts = new ArrayList<>();
        for (int i = 0; i < reads.size(); i++) {
            if (i == 0 || boundary.isBetween(reads.get(i - 1), reads.get(i))) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(reads.get(i));
        }
        return parts;
    }

    private static double volts(Read read) {
        return read.about[0].isEmpty() ? 0 : Double.parseDouble(read.about[0]);
    }

    /** Which sign of the pulse potentiates is what the conductance says, for papers differ. */
    private void polarities(List<List<Read>> trains, List<String> phases) {
        double risesWithPositive = 0;
        for (List<Read> train : trains) {
            risesWithPositive += Math.signum(volts(train.get(0))) * rise(train);
        }
        for (List<Read> train : trains) {
            phases.add(volts(train.get(0)) * risesWithPositive > 0 ? LTP : LTD);
        }
    }

    private static double rise(List<Read> train) {
        return train.get(train.size() - 1).siemens - train.get(0).siemens;
    }

    /** Trains that only blank lines, the restart of the count, or --split tell apart. */
    private List<List<Read>> blocks(List<Read> reads) {
        if (options.split().isPresent()) {
            int length = options.split().getAsInt();
            List<List<Read>> parts = new ArrayList<>();
            for (int from = 0; from < reads.size(); from += length) {
                parts.add(reads.subList(from, Math.min(reads.size(), from + length)));
            }
            return parts;
        }
        return cut(reads, (a, b) -> b.line.startsBlock() || b.pulse < a.pulse || !a.cycle.equals(b.cycle));
    }

    private void directions(List<List<Read>> trains, List<String> phases) {
        for (int i = 0; i < trains.size(); i++) {
            List<Read> train = trains.get(i);
            refuseTurns(train);
            boolean rises = rise(train) > 0;
            if (i % 2 == 1 && rises && options.isMirrored()) {
                trains.set(i, mirrored(train));
                rises = false;
            }
            if (i % 2 == 1 && rises && phases.get(i - 1).equals(LTP)) {
                throw text.unsaid(
                        train.get(0).line,
                        "a second block rises",
                        "if it is depression written backwards, as NeuroSim has it, give"
                                + " --mirrored; if it is another cycle of potentiation, add a column phase");
            }
            phases.add(rises ? LTP : LTD);
        }
    }

    private void refuseTurns(List<Read> train) {
        double lowest = train.stream().mapToDouble(read -> read.siemens).min().orElseThrow();
        double highest = train.stream().mapToDouble(read -> read.siemens).max().orElseThrow();
        if (train.size() > 4 && Math.abs(rise(train)) < 0.3 * (highest - lowest)) {
            throw text.unsaid(
                    train.get(0).line,
                    "the conductance rises and falls within one train of " + train.size() + " pulses",
                    "say where potentiation ends with --split, the pulses of each phase, or with a column phase");
        }
    }

    private static List<Read> mirrored(List<Read> train) {
        List<Read> turned = new ArrayList<>();
        for (int i = 0; i < train.size(); i++) {
            Read here = train.get(i);
            Read there = train.get(train.size() - 1 - i);
            double pulse = train.get(0).pulse + train.get(train.size() - 1).pulse - there.pulse;
            turned.add(new Read(there.line, here.device, here.cycle, here.phase, pulse, there.siemens, there.about));
        }
        return turned;
    }

    private static void add(
            List<Measurement.Row> rows, List<Read> train, String phase, int cycle, double countedBefore) {
        for (int i = 0; i < train.size(); i++) {
            Read read = train.get(i);
            rows.add(new Measurement.Row(
                    read.line.number(),
                    List.of(
                            read.device,
                            read.cycle.isEmpty() ? Integer.toString(cycle) : read.cycle,
                            phase,
                            Double.isNaN(read.pulse)
                                    ? Integer.toString(i + 1)
                                    : Numbers.text(read.pulse - countedBefore),
                            read.about[0],
                            read.about[1],
                            read.about[2],
                            Numbers.text(read.siemens))));
        }
    }
}
