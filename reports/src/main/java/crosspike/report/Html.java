package crosspike.report;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of a page. Whatever comes in as text leaves escaped; only {@link Cell#markup} is taken as it is. */
public final class Html {
    private Html() {}

    /** Text that cannot end an element or an attribute, whatever it says. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isXml(c) ? c : '\uFFFD');
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    public static String link(String target, String text) {
        return "<a href=\"" + escape(target) + "\">" + escape(text) + "</a>";
    }

    /** A cell of a table: text, or markup made here. */
    record Cell(String markup) {
        static Cell of(String text) {
            return new Cell(escape(text));
        }
    }

    static List<Cell> cells(List<String> texts) {
        return texts.stream().map(Cell::of).toList();
    }

    /**
     * A table that scrolls where it is too wide. The first column names the row.
     *
     * @param kind class of the table: {@code numbers} aligns all further columns to the right
     * @param foot rows below the line, such as totals
     */
    static String table(String kind, List<String> head, List<List<Cell>> rows, List<List<Cell>> foot) {
        String titles = head.stream()
                .map(title -> "<th scope=\"col\">" + escape(title) + "</th>")
                .collect(Collectors.joining());
        return "<div class=\"scroll\"><table class=\"" + kind + "\">\n"
                + (head.isEmpty() ? "" : "<thead><tr>" + titles + "</tr></thead>\n")
                + "<tbody>\n" + rows(rows) + "</tbody>\n"
                + (foot.isEmpty() ? "" : "<tfoot>\n" + rows(foot) + "</tfoot>\n")
                + "</table></div>\n";
    }

    private static String rows(List<List<Cell>> rows) {
        return rows.stream()
                .map(row -> "<tr><th scope=\"row\">" + row.get(0).markup() + "</th>"
                        + row.stream()
                                .skip(1)
                                .map(cell -> "<td>" + cell.markup() + "</td>")
                                .collect(Collectors.joining())
                        + "</tr>\n")
                .collect(Collectors.joining());
    }
}
