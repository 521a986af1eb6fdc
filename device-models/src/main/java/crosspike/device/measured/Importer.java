package crosspike.device.measured;

import crosspike.input.Dimension;
import crosspike.input.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Reads what analysers write into the tidy form. */
public final class Importer {
    /** Columns that hold a state, as a resistance or a conductance. */
    private static final Map<String, List<Role>> STATES = Map.of(
            "HRS", List.of(Role.HRS, Role.CONDUCTANCE_HRS),
            "LRS", List.of(Role.LRS, Role.CONDUCTANCE_LRS));

    private final SourceText text;
    private final ImportOptions options;
    private int leftOut;

    private Importer(SourceText text, ImportOptions options) {
        this.text = text;
        this.options = options;
    }

    /**
     * Reads a file of Keysight EasyEXPERT (both exports), Keithley 4200 and 2450, ArC ONE, NeuroSim, aihwkit or a plot
     * digitiser, any table whose header names its columns, or our tidy form.
     *
     * @throws UserError naming the line or the option, if something is wrong or not said; units are never guessed
     */
    public static Measurement read(Path file, ImportOptions options) {
        SourceText text = SourceText.read(file);
        return TidyCsv.kind(text)
                .map(kind -> TidyCsv.read(text, kind, options))
                .orElseGet(() -> new Importer(text, options).measurement());
    }

    private Measurement measurement() {
        List<Table> tables = Tables.in(text, options);
        Kind kind = options.kind().orElseGet(() -> kind(tables.get(0)));
        List<Measurement.Row> rows = switch (kind) {
            case PULSE_TRAIN -> trains(tables);
            case IV -> sweeps(tables);
            case RETENTION -> retention(tables);
            case ENDURANCE -> endurance(tables);
            case LEVEL_PROGRAM -> levels(tables);
            case STDP -> stdp(tables);
        };
        if (rows.isEmpty()) {
            throw new UserError(text.name() + " has no row with a value; expected " + kind.text() + " data");
        }
        return new Measurement(text.name(), kind, rows, leftOut);
    }

    private List<Measurement.Row> trains(List<Table> tables) {
        PulseTrains trains = new PulseTrains(text, options);
        List<Measurement.Row> rows = trains.rows(tables);
        leftOut += trains.leftOut();
        return rows;
    }

    private Kind kind(Table table) {
        if (table.has(Role.DELTA_TIME)) {
            return Kind.STDP;
        }
        if (table.has(Role.TARGET)) {
            return Kind.LEVEL_PROGRAM;
        }
        if (hasStates(table)) {
            return table.has(Role.TIME) && !table.has(Role.CYCLE) ? Kind.RETENTION : Kind.ENDURANCE;
        }
        if (table.has(Role.STATE)) {
            return Kind.ENDURANCE;
        }
        boolean pulsed =
                table.has(Role.PULSE) || table.has(Role.UP) || table.has(Role.PULSE_VOLTAGE) || table.has(Role.PHASE);
        boolean measured = table.has(Role.CONDUCTANCE) || table.has(Role.RESISTANCE);
        if (pulsed || measured && options.split().isPresent()) {
            return Kind.PULSE_TRAIN;
        }
        if (table.has(Role.VOLTAGE) && table.has(Role.CURRENT)) {
            return Kind.IV;
        }
        if (table.has(Role.TIME) && (measured || table.has(Role.CURRENT))) {
            return Kind.RETENTION;
        }
        throw new Unsaid(
                text.name() + " does not say what was measured; its columns are "
                        + (table.columns().isEmpty() ? "none that are known" : table.recognised()),
                "give --kind pulse_train, iv, retention, endurance, level_program or stdp, and name the columns with"
                        + " --columns"
                        + (table.unknown().isEmpty() ? "" : "; not known: " + quoted(table.unknown())));
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    private static boolean hasStates(Table table) {
        return STATES.values().stream().flatMap(List::stream).anyMatch(table::has);
    }

    private List<Measurement.Row> sweeps(List<Table> tables) {
        List<Measurement.Row> rows = new ArrayList<>();
        for (int repeat = 0; repeat < tables.size(); repeat++) {
            Table table = tables.get(repeat);
            need(table, Role.VOLTAGE, Role.CURRENT);
            int step = 0;
            for (SourceLine line : table.lines()) {
                OptionalDouble volts = table.value(line, Role.VOLTAGE);
                OptionalDouble amps = table.value(line, Role.CURRENT);
                if (volts.isPresent() && amps.isPresent()) {
                    rows.add(row(
                            line,
                            device(table, line),
                            or(table.text(line, Role.CYCLE), Integer.toString(repeat + 1)),
                            Integer.toString(++step),
                            Numbers.text(volts.getAsDouble()),
                            Numbers.text(amps.getAsDouble()),
                            number(table, line, Role.TIME),
                            number(table, line, Role.COMPLIANCE)));
                } else {
                    leftOut++;
                }
            }
        }
        return rows;
    }

    private List<Measurement.Row> retention(List<Table> tables) {
        List<Measurement.Row> rows = new ArrayList<>();
        for (Table table : tables) {
            need(table, Role.TIME);
            for (SourceLine line : table.lines()) {
                if (hasStates(table)) {
                    for (String state : List.of("HRS", "LRS")) {
                        state(table, line, state, Dimension.CONDUCTANCE)
                                .ifPresent(siemens -> rows.add(retained(table, line, state, siemens)));
                    }
                    continue;
                }
                OptionalDouble siemens = Siemens.of(table, line, options);
                if (siemens.isPresent()) {
                    rows.add(retained(table, line, table.text(line, Role.LEVEL), siemens.getAsDouble()));
                } else {
                    leftOut++;
                }
            }
        }
        return rows;
    }

    private Measurement.Row retained(Table table, SourceLine line, String level, double siemens) {
        return row(
                line,
                device(table, line),
                level,
                number(table, line, Role.TIME),
                Numbers.text(siemens),
                number(table, line, Role.TEMPERATURE));
    }

    /** In SI units; empty if there is no such column, or it has no value. */
    private OptionalDouble state(Table table, SourceLine line, String state, Dimension wanted) {
        for (Role role : STATES.get(state)) {
            if (table.hasKnown(role)) {
                OptionalDouble value = table.value(line, role);
                OptionalDouble si = role.dimension() == wanted ? value : inverse(value);
                boolean isSaid = !table.text(line, role).isEmpty(); // a state may be read less often than the other
                leftOut += isSaid && si.isEmpty() ? 1 : 0;
                return si;
            }
        }
        return OptionalDouble.empty();
    }

    private List<Measurement.Row> endurance(List<Table> tables) {
        List<Measurement.Row> rows = new ArrayList<>();
        for (Table table : tables) {
            int count = 0;
            for (SourceLine line : table.lines()) {
                String cycle = or(table.text(line, Role.CYCLE), Integer.toString(++count));
                if (hasStates(table)) {
                    for (String state : List.of("HRS", "LRS")) {
                        ohms(rows, table, line, cycle, state, state(table, line, state, Dimension.RESISTANCE));
                    }
                } else {
                    need(table, Role.STATE);
                    OptionalDouble ohms = inverse(Siemens.of(table, line, options));
                    leftOut += ohms.isEmpty() ? 1 : 0;
                    ohms(rows, table, line, cycle, table.text(line, Role.STATE), ohms);
                }
            }
        }
        return rows;
    }

    private void ohms(
            List<Measurement.Row> rows, Table table, SourceLine line, String cycle, String state, OptionalDouble ohms) {
        if (ohms.isPresent()) {
            rows.add(row(line, device(table, line), cycle, state, Numbers.text(ohms.getAsDouble())));
        }
    }

    private static OptionalDouble inverse(OptionalDouble value) {
        return value.isPresent() && value.getAsDouble() != 0
                ? OptionalDouble.of(1 / value.getAsDouble())
                : OptionalDouble.empty();
    }

    private List<Measurement.Row> levels(List<Table> tables) {
        List<Measurement.Row> rows = new ArrayList<>();
        for (Table table : tables) {
            need(table, Role.LEVEL, Role.TARGET);
            for (SourceLine line : table.lines()) {
                OptionalDouble siemens = Siemens.of(table, line, options);
                if (siemens.isPresent()) {
                    rows.add(row(
                            line,
                            device(table, line),
                            table.text(line, Role.LEVEL),
                            number(table, line, Role.TARGET),
                            Numbers.text(siemens.getAsDouble()),
                            table.text(line, Role.PULSES_SET),
                            table.text(line, Role.PULSES_RESET),
                            table.text(line, Role.OK)));
                } else {
                    leftOut++;
                }
            }
        }
        return rows;
    }

    private List<Measurement.Row> stdp(List<Table> tables) {
        List<Measurement.Row> rows = new ArrayList<>();
        for (Table table : tables) {
            need(table, Role.DELTA_TIME, Role.DELTA);
            for (SourceLine line : table.lines()) {
                rows.add(row(
                        line,
                        device(table, line),
                        number(table, line, Role.DELTA_TIME),
                        number(table, line, Role.DELTA)));
            }
        }
        return rows;
    }

    private void need(Table table, Role... roles) {
        for (Role role : roles) {
            if (!table.hasKnown(role)) {
                throw new Unsaid(
                        text.name() + " has no column for "
                                + role.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        "name its columns from the left with --columns");
            }
        }
    }

    private String device(Table table, SourceLine line) {
        return Siemens.device(table, line, options);
    }

    private static String number(Table table, SourceLine line, Role role) {
        table.hasKnown(role); // else its unit is asked for
        OptionalDouble value = table.value(line, role);
        return value.isPresent() ? Numbers.text(value.getAsDouble()) : "";
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static Measurement.Row row(SourceLine line, String... cells) {
        return new Measurement.Row(line.number(), List.of(cells));
    }
}
