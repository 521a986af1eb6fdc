package crosspike.report;

import crosspike.experiment.run.NumberText;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.ShellWord;
import crosspike.report.Html.Cell;
import crosspike.spice.ReadChecks;
import crosspike.spice.Verification;
import crosspike.spice.Verification.ReadEnergy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The part of the page that compares with other ways to compute a current.
 *
 * @param fromPage where a file of the run lies, seen from the page
 */
record VerificationSection(RunDirectory run, UnaryOperator<String> fromPage) {
    /** Columns shown of those that were checked; the table as a file has all. */
    private static final int MOST_SHOWN = 40;

    void write(HtmlPage html) {
        Optional<Verification> check = run.verification();
        if (check.isPresent()) {
            write(check.get(), html);
        } else {
            html.append("<p>Not checked yet. To check columns of this array: <code>crosspike verify ")
                    .append(Html.escape(ShellWord.of(run.path())))
                    .append("</code></p>\n");
        }
        run.readChecks().ifPresent(found -> write(found, html));
    }

    private void write(Verification found, HtmlPage html) {
        paragraph(
                html,
                found.engine() + ": largest relative difference " + worst(found)
                        + found.worstColumn()
                                .map(worst ->
                                        ", of the columns in column " + worst.column() + " (" + worst.circuit() + ")")
                                .orElse("")
                        + "; mean of the columns " + scientific(found.mean()) + "; tolerance "
                        + scientific(found.tolerance()) + ": " + (found.passed() ? "passed" : "failed") + ".");
        html.append("<ul>\n");
        found.circuits().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(circuit -> html.append("<li>")
                        .append(Html.escape(circuit.getKey() + ": " + circuit.getValue() + "."))
                        .append("</li>\n"));
        html.append("</ul>\n");
        html.append(Html.table(
                "numbers",
                List.of(
                        "column",
                        "circuit",
                        "dot product (A)",
                        "our solver (A)",
                        "ngspice (A)",
                        "relative difference",
                        "netlist"),
                columns(found),
                List.of()));
        if (found.columns().size() > MOST_SHOWN) {
            paragraph(
                    html,
                    "The " + MOST_SHOWN + " largest differences of "
                            + found.columns().size() + "; the table below has all.");
        }
        if (!found.tiles().isEmpty()) {
            html.append(Html.table(
                    "numbers",
                    List.of(
                            "tile (rows,columns)",
                            "voltages",
                            "currents",
                            "all, and power",
                            "rounding",
                            "verdict",
                            "netlist"),
                    found.tiles().stream()
                            .map(tile -> List.of(
                                    Cell.of(tile.tile()),
                                    Cell.of(scientific(tile.voltageDifference())),
                                    Cell.of(scientific(tile.currentDifference())),
                                    Cell.of(scientific(tile.relativeDifference())),
                                    Cell.of(scientific(tile.rounding())),
                                    Cell.of(tile.passes(found.tolerance()) ? "passed" : "failed"),
                                    new Cell(Html.link(fromPage.apply(tile.netlist()), tile.netlist()))))
                            .toList(),
                    List.of()));
            paragraph(
                    html,
                    "Currents and power of a tile may be off by the tolerance or by rounding, whichever is larger: ngspice"
                            + " knows the current of a wire from voltages in double precision. Voltages keep the"
                            + " tolerance.");
        }
        found.energy().forEach(energy -> write(energy, html));
        List<String> tables = new ArrayList<>(List.of("tables/verification.csv"));
        if (!found.tiles().isEmpty()) tables.add("tables/verified_tiles.csv");
        html.append("<p class=\"note\">Tables: ")
                .append(Page.links(tables.toArray(String[]::new)))
                .append("</p>\n");
    }

    private List<List<Cell>> columns(Verification found) {
        return found.columns().stream()
                .sorted((a, b) -> found.columns().size() > MOST_SHOWN
                        ? Double.compare(b.relativeDifference(), a.relativeDifference())
                        : 0)
                .limit(MOST_SHOWN)
                .map(column -> List.of(
                        Cell.of(Integer.toString(column.column())),
                        Cell.of(column.circuit()),
                        Cell.of(NumberText.of(column.idealAmps())),
                        Cell.of(NumberText.of(column.solverAmps())),
                        Cell.of(NumberText.of(column.spiceAmps())),
                        Cell.of(scientific(column.relativeDifference())),
                        new Cell(Html.link(fromPage.apply(column.netlist()), column.netlist()))))
                .toList();
    }

    private static void write(ReadEnergy energy, HtmlPage html) {
        html.append("<h3>Energy of a read pulse</h3>\n");
        paragraph(
                html,
                "One pulse on all rows, " + energy.columns() + " columns: " + Scale.text(energy.spiceJoules(), "J")
                        + " by ngspice; the macro model has " + Scale.text(energy.cellJoules(), "J")
                        + " in the cells and "
                        + Scale.text(energy.wireJoules(), "J") + " in the wires.");
        html.append("<ul>\n");
        energy.explanation()
                .forEach(sentence ->
                        html.append("<li>").append(Html.escape(sentence)).append("</li>\n"));
        html.append("</ul>\n");
    }

    private static void write(ReadChecks found, HtmlPage html) {
        html.append("<h3>Reads repeated during the run</h3>\n");
        paragraph(
                html,
                String.format(
                        Locale.ROOT,
                        "%,d reads were repeated by %s, the first of each session and each %,d after it; %,d were off by more"
                                + " than %s of the largest current. Mean difference %s, largest %s%s.",
                        found.checked(),
                        found.engine(),
                        found.every(),
                        found.beyond(),
                        scientific(found.tolerance()),
                        scientific(found.meanDifference()),
                        scientific(found.worstDifference()),
                        found.worst().isEmpty() ? "" : " (" + found.worst() + ")"));
    }

    private static void paragraph(HtmlPage html, String text) {
        html.append("<p>").append(Html.escape(text)).append("</p>\n");
    }

    /** The largest difference, in all its digits where two would read like the tolerance that it misses. */
    static String worst(Verification found) {
        String worst = scientific(found.worst());
        boolean isAlike = !found.passed() && worst.equals(scientific(found.tolerance()));
        return isAlike ? NumberText.of(found.worst()) : worst;
    }

    /** On which side of the tolerance everything is; currents of tiles may be beyond it by what rounding leaves uncertain. */
    static String verdict(Verification found) {
        return (found.passed() ? "within" : "outside") + " the tolerance of " + scientific(found.tolerance())
                + (found.passed() && found.worst() > found.tolerance() ? " or within rounding" : "");
    }

    /** A small number in two digits. */
    static String scientific(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value).replaceFirst("e-0?", "e−");
    }
}
