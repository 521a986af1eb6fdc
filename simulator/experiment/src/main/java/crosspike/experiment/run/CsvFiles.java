package crosspike.experiment.run;

import crosspike.input.UserError;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Lists of flat records as CSV text: one line a record, columns named by {@link SiNames}, numbers as {@link NumberText},
 * {@code \n} line ends. Components are {@code int}, {@code long}, {@code double}, {@code BigDecimal} or {@code String}; an {@code Integer},
 * {@code Long} or {@code Double} that is null is an empty cell.
 */
public final class CsvFiles {
    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            int.class,
            Integer::valueOf,
            long.class,
            Long::valueOf,
            double.class,
            Double::valueOf,
            Integer.class,
            text -> text.isEmpty() ? null : Integer.valueOf(text),
            Long.class,
            text -> text.isEmpty() ? null : Long.valueOf(text),
            Double.class,
            text -> text.isEmpty() ? null : Double.valueOf(text),
            BigDecimal.class,
            BigDecimal::new,
            String.class,
            text -> text);

    /** What reads the components of a record, in their order. */
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.setAccessible(true)) // the record itself may be package-private
                    .toArray(Method[]::new);
        }
    };

    private CsvFiles() {}

    /** The CSV text of some records, with a header even if there is none. */
    public static <R extends Record> String write(Class<R> type, List<R> records) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns(type));
            for (R row : records) {
                csv.writeRecord(cells(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter does not fail
        }
        return text.toString();
    }

    /**
     * The records in a CSV text with exactly the columns of {@link #write}.
     *
     * @param file name of the file, for messages
     * @throws UserError naming file and line, if the columns differ or a cell is not a number
     */
    public static <R extends Record> List<R> read(Class<R> type, String text, String file) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> header = header(components);
        List<R> records = new ArrayList<>();
        boolean headerSeen = false;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                if (!headerSeen) {
                    if (!line.getFields().equals(header)) {
                        throw new UserError(file + ": expected the columns " + String.join(",", header) + "; found "
                                + String.join(",", line.getFields()));
                    }
                    headerSeen = true;
                } else {
                    records.add(record(type, components, line, file));
                }
            }
        } catch (CsvParseException | IOException e) {
            throw new UserError(file + " is not CSV: " + e.getMessage(), e);
        }
        if (!headerSeen) {
            throw new UserError(file + " is empty; expected the columns " + String.join(",", header));
        }
        return records;
    }

    /** The columns of records of a type. */
    public static List<String> columns(Class<? extends Record> type) {
        return header(type.getRecordComponents());
    }

    /** The cells of one record, in the order of the columns. */
    public static List<String> cells(Record row) {
        Method[] accessors = ACCESSORS.get(row.getClass());
        String[] cells = new String[accessors.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(accessors[i], row);
        }
        return List.of(cells);
    }

    private static List<String> header(RecordComponent[] components) {
        return Arrays.stream(components)
                .map(component -> SiNames.of(component.getName()))
                .toList();
    }

    private static String cell(Method accessor, Record row) {
        try {
            Object value = accessor.invoke(row);
            if (value instanceof Double number) return NumberText.of(number);
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : Objects.toString(value, "");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(accessor.toString(), e);
        }
    }

    private static <R extends Record> R record(
            Class<R> type, RecordComponent[] components, CsvRecord line, String file) {
        String where = file + ", line " + line.getStartingLineNumber() + ": ";
        if (line.getFieldCount() != components.length) {
            throw new UserError(where + "expected " + components.length + " columns; found " + line.getFieldCount());
        }
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            String field = line.getField(i);
            try {
                values[i] = PARSERS.get(types[i]).apply(field);
            } catch (NumberFormatException e) {
                throw new UserError(
                        where + SiNames.of(components[i].getName()) + " is \"" + field + "\"; expected a "
                                + (types[i] == double.class || types[i] == BigDecimal.class
                                        ? "number"
                                        : "whole number"),
                        e);
            }
        }
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UserError mistake) throw new UserError(where + mistake.getMessage(), mistake);
            throw new LinkageError(type.toString(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.toString(), e);
        }
    }
}
