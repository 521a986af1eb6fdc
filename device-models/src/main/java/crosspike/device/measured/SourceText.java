package crosspike.device.measured;

import crosspike.input.ByteOrderMark;
import crosspike.input.Unreadable;
import crosspike.input.UserError;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of a file of measurements, cut into cells. Encoding, separator and decimal mark are found from the text:
 * instruments write UTF-8 and UTF-16 with and without a byte-order mark and Windows-1252; commas, semicolons, tabs and
 * blanks; decimal points, and decimal commas where the comma does not separate.
 *
 * @param name of the file
 * @param lines without comments and blank lines
 * @param decimal the decimal mark
 * @param comment the last comment above the lines, in cells as they are; empty if there is none
 */
record SourceText(String name, List<SourceLine> lines, char decimal, List<String> comment) {
    private static final long LARGEST_BYTES = 512L << 20;
    private static final int LOOK_AT = 400;
    /** A row, not a header such as "G (uS)", whose blanks separate nothing if it is alone. */
    private static final Pattern NUMBER_FIRST = Pattern.compile("^[-+.\\d]");

    /** A number in quotes with a comma that can only be a decimal one: not three digits after it. */
    private static final Pattern QUOTED_COMMA =
            Pattern.compile("\"\\s*[+-]?\\d+,(?:\\d{1,2}|\\d{4,})(?:[eE][+-]?\\d+)?\\s*\"");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+(?:[eE][+-]?\\d+)?");
    private static final Pattern DECIMAL_POINT = Pattern.compile("[+-]?\\d*\\.\\d+(?:[eE][+-]?\\d+)?");

    /** A blank as web pages and word processors have it. */
    private static final char NO_BREAK = '\u00a0';

    private static final String COMMENT_CHARACTERS = "#%!";

    /** @throws UserError if the file is missing, empty, too large or not text */
    static SourceText read(Path file) {
        return of(file.toString(), decode(file));
    }

    static SourceText of(String name, String text) {
        char separator = separator(text);
        List<SourceLine> lines = lines(name, text, separator);
        boolean commas = separator != ','
                ? cells(lines, DECIMAL_COMMA) > cells(lines, DECIMAL_POINT)
                : QUOTED_COMMA.matcher(text).find() && !text.matches("(?s).*\\d\\.\\d.*");
        if (lines.isEmpty()) {
            throw new UserError(name + " has no lines of data; expected a table of measurements");
        }
        return new SourceText(name, lines, commas ? ',' : '.', comment(text, separator));
    }

    private static long cells(List<SourceLine> lines, Pattern form) {
        return lines.stream()
                .flatMap(line -> line.cells().stream())
                .filter(cell -> form.matcher(cell).matches())
                .count();
    }

    /** Whether the first cell of any line is this text, in capitals or not. */
    boolean hasLineStarting(String firstCell) {
        return lines.stream().anyMatch(line -> line.cell(0).equalsIgnoreCase(firstCell));
    }

    /** Refuses a number to the right of all names: with decimal commas it is a part of the one before. */
    void requireNames(List<SourceLine> rows, int names) {
        for (SourceLine row : rows) {
            for (int i = names; i < row.cells().size(); i++) {
                if (Numbers.parse(row.cell(i), decimal).isPresent()) {
                    throw error(
                            row,
                            "\"" + row.cell(i) + "\" is in column " + (i + 1) + ", but the header names " + names
                                    + "; name all columns, and write decimal points where commas separate");
                }
            }
        }
    }

    UserError error(SourceLine line, String problem) {
        return new UserError(at(line) + problem);
    }

    Unsaid unsaid(SourceLine line, String problem, String remedy) {
        return new Unsaid(at(line) + problem, remedy);
    }

    private String at(SourceLine line) {
        return name + " line " + line.number() + ": ";
    }

    private static String decode(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new UserError(file + " is a directory; expected a file of measurements");
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw new UserError(
                        file + " is larger than " + (LARGEST_BYTES >> 20) + " MiB; split it, for example by device");
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = ByteOrderMark.without(strict(bytes, charset(bytes))).replace(NO_BREAK, ' ');
            if (text.indexOf('\0') >= 0) {
                throw new UserError(file + " is not text; export the sheet of data as CSV first");
            }
            return text;
        } catch (NoSuchFileException e) {
            throw new UserError(file + " does not exist", e);
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        boolean isMarkedLittle = (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe;
        boolean isMarkedBig = (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff;
        if (isMarkedLittle || bytes[0] != 0 && bytes[1] == 0) { // of a Latin character one byte is 0
            return StandardCharsets.UTF_16LE;
        }
        return isMarkedBig || bytes[0] == 0 && bytes[1] != 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** The candidate that cuts most lines of numbers into the same number of cells, more than one. */
    private static char separator(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !isComment(line))
                .limit(LOOK_AT)
                .toList();
        for (char candidate : new char[] {'\t', ';'}) {
            if (lines.stream().filter(line -> line.indexOf(candidate) >= 0).count() * 2 >= lines.size()) {
                return candidate;
            }
        }
        Map<Long, Long> byCommas = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.chars().filter(c -> c == ',').count(), Collectors.counting()));
        long without = byCommas.getOrDefault(0L, 0L);
        List<String> withBlanks = lines.stream()
                .map(String::strip)
                .filter(line -> line.contains(" "))
                .toList();
        boolean inRows =
                withBlanks.size() * 2 >= lines.size() || withBlanks.stream().anyMatch(NUMBER_FIRST.asPredicate());
        return without * 2 > lines.size() && inRows ? ' ' : ',';
    }

    private static boolean isComment(String line) {
        String stripped = line.stripLeading();
        return !stripped.isEmpty() && COMMENT_CHARACTERS.indexOf(stripped.charAt(0)) >= 0;
    }

    private static List<String> comment(String text, char separator) {
        String last = "";
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (!line.isBlank() && !isComment(line)) break;
            last = isComment(line) ? line : last;
        }
        String bare = last.replaceFirst("^[\\s" + COMMENT_CHARACTERS + "]+", "")
                .replaceAll(" +(?=[(\\[])", ""); // a unit belongs to the name before it
        char between = bare.indexOf(separator) < 0 ? ' ' : separator; // names with blanks above rows with tabs
        return bare.isEmpty() || bare.indexOf('"') >= 0 ? List.of() : cells("", 0, bare, between);
    }

    private static List<SourceLine> lines(String name, String text, char separator) {
        List<SourceLine> lines = new ArrayList<>();
        long number = 0;
        boolean startsBlock = true;
        for (String raw : text.lines().toList()) {
            number++;
            if (isComment(raw)) {
                continue;
            }
            List<String> cells = raw.isBlank() ? List.of() : cells(name, number, raw, separator);
            if (cells.stream().allMatch(String::isEmpty)) {
                startsBlock = true;
                continue;
            }
            lines.add(new SourceLine(number, cells, startsBlock));
            startsBlock = false;
        }
        return lines;
    }

    private static List<String> cells(String name, long number, String raw, char separator) {
        if (raw.indexOf('"') < 0) {
            String[] cells = separator == ' '
                    ? raw.strip().split("\\s+")
                    : raw.split(Pattern.quote(String.valueOf(separator)), -1);
            return Arrays.stream(cells).map(String::strip).toList();
        }
        boolean beginsQuote = Arrays.stream(raw.split(Pattern.quote(String.valueOf(separator))))
                .anyMatch(cell -> cell.stripLeading().startsWith("\""));
        if (beginsQuote && raw.chars().filter(c -> c == '"').count() % 2 == 1) {
            throw new UserError(name + " line " + number
                    + " has quotes that do not match; write each cell in one line, without the line breaks of a sheet");
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(raw)) {
            return reader.stream()
                    .findFirst()
                    .map(record ->
                            record.getFields().stream().map(String::strip).toList())
                    .orElse(List.of());
        } catch (IOException | CsvParseException e) {
            throw new UserError(name + " line " + number + " cannot be cut into cells; mend it", e);
        }
    }
}
