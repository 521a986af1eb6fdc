package crosspike.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A page that is being written: well-formed, with its style and figures inside. */
public final class HtmlPage {
    /** Of the size it was drawn in: a figure shrinks to its column as far as its text stays legible, and scrolls from there. */
    private static final double LEGIBLE = 0.8;

    private final StringBuilder html = new StringBuilder();

    /** @param title of the window */
    public HtmlPage(String title) {
        html.append("""
                <!DOCTYPE html>
                <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>%s · Crosspike</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                """.formatted(Html.escape(title), stylesheet()));
    }

    /** Adds markup as it is. */
    public HtmlPage append(String markup) {
        html.append(markup);
        return this;
    }

    /** The line above the heading, by which a page is told from others. */
    static String kind(String kind) {
        return "<p class=\"kind\">Crosspike " + Html.escape(kind) + "</p>\n";
    }

    /** A heading of the second level. */
    public void section(String title) {
        append("<h2>").append(Html.escape(title)).append("</h2>\n");
    }

    /** A number with what it is and what else there is to say of it. */
    void key(String label, String value, String note) {
        append("<div><dt>")
                .append(Html.escape(label))
                .append("</dt><dd>")
                .append(Html.escape(value))
                .append("</dd><dd class=\"note\">")
                .append(Html.escape(note))
                .append("</dd></div>\n");
    }

    /** @param formats files of the figure beside the page, such as PNG */
    public void figure(Figure figure, String caption, List<String> formats) {
        append("<figure id=\"").append(figure.name()).append("\">\n<h3>").append(Html.escape(figure.title()));
        append("</h3>\n<div class=\"scroll\" style=\"--least: ")
                .append(Math.round(LEGIBLE * figure.width()) + "px\">\n")
                .append(figure.inlineSvg())
                .append("\n</div>\n<figcaption>")
                .append(Html.escape(caption));
        for (String format : formats) {
            append(" ").append(Html.link("plots/" + figure.name() + "." + format.toLowerCase(Locale.ROOT), format));
        }
        append("</figcaption>\n</figure>\n");
    }

    /** A table whose first column names the row. */
    public void table(String kind, List<String> head, List<List<String>> rows) {
        append(Html.table(kind, head, rows.stream().map(Html::cells).toList(), List.of()));
    }

    /** The whole page. */
    public String end() {
        append("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private static String stylesheet() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
