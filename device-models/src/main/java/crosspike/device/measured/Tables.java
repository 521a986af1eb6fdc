package crosspike.device.measured;

import crosspike.input.Dimension;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the tables in a file, whoever wrote it, and what their columns hold. */
final class Tables {
    /** What lines of units say of counts. */
    private static final Set<String> NO_UNIT = Set.of("-", "\u2013", "#", "1");

    private static final String EASYEXPERT_NAMES = "DataName";
    private static final String EASYEXPERT_VALUES = "DataValue";
    private static final String CLASSIC_MARK = "AutoAnalysis.Marker.Data.StartCondition";
    private static final List<String> KEITHLEY =
            List.of("AV", "AI", "AnodeV", "AnodeI", "V_Ch1", "I_Ch1", "T_Ch1", "Reading", "Relative Time");

    /** Name of a column of units; those of Keithley buffers are of the column left of it. */
    private static final Pattern UNIT = Pattern.compile("(?i)(source )?unit");

    /** A time of day, which says nothing about a cell. */
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?(\\.\\d+)?");

    /** What buffers have beside their readings: flags, dates and times of day. */
    private static final Pattern BESIDE_READINGS = Pattern.compile("[TF]|\\d+([-/.]\\d+){2}|" + CLOCK);

    private final SourceText text;
    private final ImportOptions options;

    private Tables(SourceText text, ImportOptions options) {
        this.text = text;
        this.options = options;
    }

    /**
     * All tables of a file, in its order; repeated measurements are tables of their own.
     *
     * @throws UserError if there is none, or a column that is needed has no unit
     */
    static List<Table> in(SourceText text, ImportOptions options) {
        Tables tables = new Tables(text, options);
        if (text.hasLineStarting(EASYEXPERT_NAMES)) {
            return tables.easyExpert();
        }
        return text.hasLineStarting(CLASSIC_MARK) ? tables.classic() : tables.plain();
    }

    /** Keysight EasyEXPERT: every line says what it is in its first cell; volts, amperes and seconds. */
    private List<Table> easyExpert() {
        List<Table> tables = new ArrayList<>();
        List<String> names = List.of();
        List<SourceLine> values = new ArrayList<>();
        for (SourceLine line : text.lines()) {
            List<String> rest = line.cells().subList(1, line.cells().size());
            if (line.cell(0).equalsIgnoreCase(EASYEXPERT_NAMES)) {
                add(tables, names, values);
                names = rest;
            } else if (line.cell(0).equalsIgnoreCase(EASYEXPERT_VALUES)) {
                values.add(new SourceLine(line.number(), rest, false));
            }
        }
        add(tables, names, values);
        return found(tables);
    }

    /** Keysight's older export: key and value lines, a mark, the names, then lines of numbers; repeated for repeats. */
    private List<Table> classic() {
        List<Table> tables = new ArrayList<>();
        List<String> names = List.of();
        List<SourceLine> values = new ArrayList<>();
        boolean namesAreNext = false;
        for (SourceLine line : text.lines()) {
            if (line.cell(0).equalsIgnoreCase(CLASSIC_MARK)) {
                add(tables, names, values);
                names = List.of();
                namesAreNext = true;
            } else if (namesAreNext) {
                names = line.cells();
                namesAreNext = false;
            } else if (!names.isEmpty() && line.isNumeric(text.decimal())) {
                values.add(line);
            }
        }
        add(tables, names, values);
        return found(tables);
    }

    private void add(List<Table> tables, List<String> names, List<SourceLine> values) {
        if (!values.isEmpty()) {
            tables.add(table(names, List.of(), List.copyOf(values), true));
            values.clear();
        }
    }

    /** A table with at most one line of names, which may be a comment, and one of units above its numbers. */
    private List<Table> plain() {
        List<SourceLine> lines = text.lines();
        int first = firstData(lines);
        List<String> names = first > 0 ? lines.get(first - 1).cells() : List.of();
        List<String> units = List.of();
        List<String> stripped = names.stream().map(Tables::unit).toList();
        boolean unitsBelowNames =
                first > 1 && stripped.stream().allMatch(cell -> cell.isEmpty() || Header.isUnit(cell));
        if (unitsBelowNames) {
            units = stripped;
            names = lines.get(first - 2).cells();
        }
        if (first == 0 && lines.get(0).cells().size() == text.comment().size() && namesMeasured(text.comment())) {
            names = text.comment();
        }
        List<SourceLine> data = rows(lines.subList(first, lines.size()), names);
        if (lines.size() == 1 && data.size() == 1 && !options.columns().isEmpty()) {
            data = cut(data.get(0), options.columns().size());
        }
        boolean isKeithley = names.stream().anyMatch(name -> KEITHLEY.stream().anyMatch(name::equalsIgnoreCase));
        Table table = table(names, units, data, isKeithley);
        if (options.columns().isEmpty() && !names.isEmpty()) {
            text.requireNames(data, names.size());
        }
        return List.of(table);
    }

    /** Rows of a list in one line, as the printbuffer of Keithley instruments prints it. */
    private List<SourceLine> cut(SourceLine line, int columns) {
        List<String> cells = line.cells();
        int count = cells.get(cells.size() - 1).isEmpty() ? cells.size() - 1 : cells.size();
        if (count > columns && count % columns != 0) {
            throw text.error(line, count + " numbers do not make rows of the " + columns + " columns of --columns");
        }
        List<SourceLine> rows = new ArrayList<>();
        for (int from = 0; from < count; from += columns) {
            rows.add(new SourceLine(line.number(), cells.subList(from, Math.min(from + columns, count)), from == 0));
        }
        return rows;
    }

    /** Lines up to settings that may follow below; a repeated header begins a new block. */
    private List<SourceLine> rows(List<SourceLine> lines, List<String> header) {
        List<SourceLine> rows = new ArrayList<>();
        boolean follows = false;
        for (int i = 0; i < lines.size(); i++) {
            SourceLine line = lines.get(i);
            if (line.cells().equals(header)) {
                follows = true;
            } else if (line.startsBlock() && !hasNumber(line)) {
                refuseTable(line, lines.subList(i, lines.size()));
                return rows;
            } else {
                rows.add(new SourceLine(line.number(), line.cells(), line.startsBlock() || follows));
                follows = false;
            }
        }
        return rows;
    }

    /** What follows a table must not be another one, which would be lost. */
    private void refuseTable(SourceLine start, List<SourceLine> rest) {
        if (rest.stream().filter(this::isData).anyMatch(line -> line.isNumeric(text.decimal()))) {
            throw text.error(start, "another table begins; write it to a file of its own");
        }
    }

    private boolean hasNumber(SourceLine line) {
        return line.cells().stream()
                .anyMatch(cell -> Numbers.parse(cell, text.decimal()).isPresent());
    }

    /** What a cell of a line of units says; empty where it says that there is none. */
    private static String unit(String cell) {
        String unit = cell.replaceAll("[()\\[\\]]", "").strip();
        return NO_UNIT.contains(unit) ? "" : unit;
    }

    /** As a 2450 writes them: {@code Amp DC}. */
    private static String unitInWords(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT).split(" ")[0]) {
            case "amp" -> "A";
            case "volt" -> "V";
            case "ohm" -> "ohm";
            default -> unit;
        };
    }

    /** Where the numbers begin; lines of a key and a number above them are settings, if their names are no columns. */
    private int firstData(List<SourceLine> lines) {
        int first = dataFrom(lines, 0);
        if (first < 0) {
            throw new UserError(text.name() + " has no lines of numbers; expected a table of measurements");
        }
        for (int table = first; table >= 0; table = dataFrom(lines, endOfData(lines, table))) {
            if (beginsWithNumber(lines.get(table))
                    || table > 0 && namesMeasured(lines.get(table - 1).cells())) {
                return table;
            }
        }
        return first;
    }

    /** The first of at least two lines, or the last, of which most cells are numbers; -1 if there is none. */
    private int dataFrom(List<SourceLine> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (isData(lines.get(i)) && (i + 1 == lines.size() || isData(lines.get(i + 1)))) {
                return i;
            }
        }
        return -1;
    }

    private int endOfData(List<SourceLine> lines, int from) {
        int end = from;
        while (end < lines.size() && isData(lines.get(end))) {
            end++;
        }
        return end;
    }

    private boolean beginsWithNumber(SourceLine line) {
        return Numbers.parse(line.cell(0), text.decimal()).isPresent();
    }

    private static boolean namesMeasured(List<String> names) {
        return names.stream()
                .map(Header::of)
                .anyMatch(header -> Role.of(header.name(), header.unit())
                        .filter(role -> role.dimension() != Dimension.NONE)
                        .isPresent());
    }

    private boolean isData(SourceLine line) {
        long numbers = line.cells().stream()
                .filter(cell -> Numbers.parse(cell, text.decimal()).isPresent())
                .count();
        long cells = line.cells().stream()
                .filter(cell ->
                        !cell.isEmpty() && !BESIDE_READINGS.matcher(cell).matches())
                .count();
        return numbers >= 1 && 2 * numbers >= cells;
    }

    private List<Table> found(List<Table> tables) {
        if (tables.isEmpty()) {
            throw new UserError(text.name() + " names columns but has no values below them");
        }
        return tables;
    }

    private Table table(List<String> names, List<String> units, List<SourceLine> lines, boolean isSi) {
        List<String> shown = options.columns().isEmpty() ? names : options.columns();
        if (shown.isEmpty()) {
            shown = guessed(lines);
        }
        Map<Role, Table.Column> columns = new EnumMap<>(Role.class);
        List<String> unknown = new ArrayList<>();
        List<String> othersThanAsked = new ArrayList<>();
        boolean isAskedUnitTaken = options.unit().isEmpty();
        for (int i = 0; i < shown.size(); i++) {
            Header header = Header.of(shown.get(i));
            Optional<String> unit = header.unit();
            if (unit.isEmpty() && i < units.size() && !units.get(i).isEmpty()) {
                unit = Optional.of(units.get(i));
            }
            if (unit.isEmpty()
                    && i + 1 < shown.size()
                    && UNIT.matcher(shown.get(i + 1)).matches()) {
                unit = Optional.of(unitInWords(lines.get(0).cell(i + 1)));
            }
            boolean isClock = options.columns().isEmpty()
                    && CLOCK.matcher(lines.get(0).cell(i)).matches();
            Optional<Role> role = isClock ? Optional.empty() : Role.of(header.name(), unit);
            if (role.equals(Optional.of(Role.PULSE)) && columns.containsKey(Role.PULSE)) {
                role = Optional.of(Role.PULSE_DOWN); // digitisers give each curve its own
            }
            if (role.isPresent() && !columns.containsKey(role.get())) {
                columns.put(role.get(), column(i, shown.get(i), role.get(), unit, isSi));
                if (role.get().isMeasured() && !isAskedUnitTaken) {
                    isAskedUnitTaken = isOpen(unit, role.get()) || isAsked(unit.get(), role.get());
                    othersThanAsked.add("\"" + shown.get(i) + "\" is in " + unit.orElse(""));
                }
            } else if (role.filter(Role::isMeasured).isPresent()
                    && shown.subList(0, i).contains(shown.get(i))) {
                throw new UserError(text.name() + ": two columns are called \"" + shown.get(i)
                        + "\"; name the columns from the left with --columns, and - for one to skip");
            } else if (role.isEmpty()
                    && !options.columns().isEmpty()
                    && !header.name().equals("-")) {
                throw new UserError("--columns names \"" + header.name()
                        + "\", which is no kind of column; expected names such as pulse, G, R, I, phase, cycle, device,"
                        + " up, down, V, time, or - to skip one");
            } else if (role.isEmpty() && !header.name().isEmpty()) {
                unknown.add(shown.get(i));
            }
        }
        if (!isAskedUnitTaken && !othersThanAsked.isEmpty()) {
            throw new UserError(text.name() + ": " + othersThanAsked.get(0) + "; leave out --unit "
                    + options.unit().orElseThrow() + ", or name the columns with their units with --columns");
        }
        return new Table(text, columns, unknown, lines);
    }

    /** Whether what the file says of a column, if anything, leaves its unit open: a.u. does. */
    private static boolean isOpen(Optional<String> unit, Role role) {
        return unit.filter(said -> role.takes(said) || Header.isUnit(said)).isEmpty();
    }

    private boolean isAsked(String unit, Role role) {
        Optional<Double> asked = Header.inSi(Header.one(options.unit().orElseThrow()), role.dimension());
        return Header.inSi(Header.one(unit), role.dimension()).equals(asked);
    }

    private Table.Column column(int index, String name, Role role, Optional<String> unit, boolean isSi) {
        if (role.dimension() == Dimension.NONE) {
            return new Table.Column(index, 1, 0);
        }
        if (role.isMeasured() && options.unit().isPresent() && isOpen(unit, role)) {
            return column(index, "--unit", role, options.unit().get());
        }
        if (unit.isPresent()) {
            return column(index, name, role, unit.get());
        }
        boolean isBare = isSi || role.dimension() == Dimension.FRACTION;
        return new Table.Column(index, isBare ? 1 : Double.NaN, 0);
    }

    private Table.Column column(int index, String where, Role role, String unit) {
        double zero = Header.inSi("0 " + unit, role.dimension()).orElse(0.0); // of degrees Celsius
        Optional<Double> one = Header.inSi(Header.one(unit), role.dimension());
        if (one.isPresent() && one.get() > zero) {
            return new Table.Column(index, one.get() - zero, zero);
        }
        throw new Unsaid(
                text.name() + ": \"" + unit + "\" of " + where + " is no unit of "
                        + role.dimension().name().toLowerCase(Locale.ROOT),
                role.isMeasured()
                        ? "write it in the header, or give it with --unit, such as --unit " + Table.example(role)
                        : "write it in the header or name the columns with --columns, such as --columns \"pulse,G (uS)\"");
    }

    /** Without a header only one table is unmistakable: whole pulse numbers counted up, and a measured value. */
    private List<String> guessed(List<SourceLine> lines) {
        boolean counted = lines.size() > 1 && lines.get(0).cells().size() == 2;
        for (int i = 1; counted && i < lines.size(); i++) {
            double step = cell(lines.get(i)) - cell(lines.get(i - 1));
            counted = step == 1 || lines.get(i).startsBlock() || step < -1;
        }
        if (counted) {
            return List.of("pulse", measuredIn(options.unit().orElse("S")));
        }
        throw new Unsaid(
                text.name() + " has no header",
                "name its columns from the left with --columns, such as"
                        + " --columns \"pulse,G (uS)\" or --columns up,down");
    }

    private static String measuredIn(String unit) {
        String quantity = Header.one(unit);
        boolean isOhm = Header.inSi(quantity, Dimension.RESISTANCE).isPresent();
        return isOhm ? "R" : Header.inSi(quantity, Dimension.CURRENT).isPresent() ? "I" : "G";
    }

    private double cell(SourceLine line) {
        return Numbers.parse(line.cell(0), text.decimal()).orElse(Double.NaN);
    }
}
