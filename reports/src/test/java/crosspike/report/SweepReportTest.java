package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.sweep.FinishedSweep;
import crosspike.input.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a sweep of three devices, three levels of noise, three nodes and two seeds, of which one device fails. */
class SweepReportTest {
    private static final String PLAN = """
            axes:
            - {key: device.preset, values: [ideal, epiram-choi2018, rram-wan2022]}
            - {key: device.cycle_to_cycle_sigma, values: [1 %, 3 %, 9 %]}
            - {key: circuit.node, values: [65 nm, 32 nm, 22 nm]}
            seeds: 2
            """;
    private static final List<String> FIGURES = List.of(
            "accuracy_eq5-device.cycle_to_cycle_sigma",
            "accuracy_eq5-device.preset",
            "accuracy_z-device.cycle_to_cycle_sigma",
            "accuracy_z-device.preset",
            "costs",
            "map-accuracy_eq5-device.preset-device.cycle_to_cycle_sigma",
            "map-training_energy_J-device.cycle_to_cycle_sigma-circuit.node",
            "map-training_energy_J-device.preset-circuit.node",
            "map-training_energy_J-device.preset-device.cycle_to_cycle_sigma",
            "pareto-inference_energy_per_image_J",
            "pareto-training_energy_J",
            "sensitivity");

    @TempDir
    static Path folder;

    private static FinishedSweep sweep;
    private static String page;

    @BeforeAll
    static void draw() throws IOException {
        sweep = SyntheticSweep.write(folder.resolve("sweep"), PLAN, SweepReportTest::figures);
        page = Files.readString(SweepReport.write(sweep, Ideal.OF_THE_SWEEP, folder.resolve("report")));
    }

    private static List<?> figures(List<String> labels) {
        if (labels.get(0).startsWith("rram")) return List.of("device rram-wan2022 has no <potentiation>");
        double noise = Double.parseDouble(labels.get(1).replace(" %", ""));
        double node = Double.parseDouble(labels.get(2).replace(" nm", ""));
        double seed = Double.parseDouble(labels.get(3));
        double accuracy = labels.get(0).equals("ideal") ? 0.9 : 0.8 - noise / 100 + seed / 1000;
        double energy = node * (labels.get(0).equals("ideal") ? 1 : 2 + noise) * 1e-6;
        return List.of(
                accuracy,
                accuracy + 0.01,
                1000.0,
                0.0,
                node * node * 1e-12,
                node * 1e-6,
                energy,
                1e-3,
                node * 1e-9,
                1e-6);
    }

    @Test
    void eachFigureIsOnThePageAndInFourFormats() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder.resolve("report").resolve("plots"))) {
            files.forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.[a-z]+$", "")));
        }
        assertEquals(new TreeSet<>(FIGURES), names);
        for (String name : FIGURES) {
            assertTrue(page.contains("<figure id=\"" + name + "\">"), name);
            for (String ending : List.of("png", "svg", "csv", "json")) {
                assertTrue(Files.size(folder.resolve("report/plots/" + name + "." + ending)) > 0, name + "." + ending);
                assertTrue(page.contains("plots/" + name + "." + ending), ending);
            }
        }
    }

    @Test
    void theReportOfARunIsNotMixedWithThatOfASweep() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("report.html"), "<p class=\"kind\">Crosspike run report</p>\n");
        var e = assertThrows(UserError.class, () -> SweepReport.write(sweep, Ideal.OF_THE_SWEEP, other));
        assertEquals(
                other + " exists and is no sweep report that could be replaced; choose another --out or remove it",
                e.getMessage());
        assertEquals(1, other.toFile().list().length);
    }

    @Test
    void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        assertFalse(page.contains("src=\"http") || page.contains("url(http"));
        assertFalse(page.contains("NaN"), "what is not known is a dash");
    }

    @Test
    void failedPointsAreListedWithTheirErrorAndTheirDeviceHasDashes() {
        assertTrue(page.contains("18 failed"));
        assertTrue(page.contains("device rram-wan2022 has no &lt;potentiation&gt;"));
        String row = page.substring(page.indexOf("<th scope=\"row\">rram-wan2022, 1 %"));
        assertTrue(row.substring(0, row.indexOf("</tr>")).contains("<td>–</td>"));
    }

    @Test
    void theContinuousDeviceOfTheSweepIsTheIdealLine() throws IOException {
        assertTrue(svg("accuracy_eq5-device.cycle_to_cycle_sigma").contains("ideal 90.00 %"));
    }

    @Test
    void theIdealLineMayBeGiven() throws IOException {
        SweepReport.write(sweep, Ideal.parse("95 %"), folder.resolve("given"));
        assertTrue(Files.readString(folder.resolve("given/plots/accuracy_eq5-device.preset.svg"))
                .contains("ideal 95.00 %"));
        for (String typed : List.of("95", "")) {
            UserError error = assertThrows(UserError.class, () -> Ideal.parse(typed));
            assertEquals(
                    "--ideal is \"" + typed + "\"; expected a run directory, or an accuracy such as 0.93 or \"93 %\"",
                    error.getMessage());
        }
    }

    @Test
    void whatDoesNotMoveTheAccuracyIsSaidAndNotDrawn() {
        assertTrue(page.contains("Not drawn, since it does not move the accuracy, Eq. 5 vote: technology node."));
    }

    @Test
    void figuresSayWhatTheyShowAndInWhichUnit() throws IOException {
        String map = svg("map-training_energy_J-device.cycle_to_cycle_sigma-circuit.node");
        for (String text : List.of("technology node", "cycle-to-cycle σ", ">65 nm<", ">9 %<", "µJ")) {
            assertTrue(map.contains(text), text);
        }
        String front = svg("pareto-training_energy_J");
        assertTrue(front.contains("training energy (µJ)"));
        assertTrue(front.contains("ideal, 1 %, 22 nm"), "the best point is named");
        assertTrue(svg("costs").contains("area (µm²)"));
    }

    @Test
    void theNumbersOfAFigureAreInSiUnits() throws IOException {
        List<String> lines = Files.readAllLines(
                folder.resolve("report/plots/map-training_energy_J-device.cycle_to_cycle_sigma-circuit.node.csv"));
        assertEquals("device.cycle_to_cycle_sigma,circuit.node,n,mean_training_energy_J", lines.get(0));
        assertEquals(9, lines.size() - 1);
        String first =
                lines.stream().filter(line -> line.startsWith("1 %,65 nm,")).collect(Collectors.joining());
        assertEquals(65e-6 * 2, Double.parseDouble(first.split(",")[3]), 1e-15, "mean of 1 and 3 times 65 µJ");
    }

    @Test
    void theSameSweepGivesTheSameBytes() throws IOException {
        SweepReport.write(sweep, Ideal.OF_THE_SWEEP, folder.resolve("again"));
        try (Stream<Path> files = Files.walk(folder.resolve("report"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path other =
                        folder.resolve("again").resolve(folder.resolve("report").relativize(file));
                assertEquals(-1, Files.mismatch(file, other), file.toString());
            }
        }
    }

    @Test
    void aSweepOfOnePointHasAReport() throws IOException {
        FinishedSweep one =
                SyntheticSweep.write(folder.resolve("one"), "axes: []\nrecord: [accuracy_z]\n", labels -> List.of(0.5));
        String text = Files.readString(SweepReport.write(one, Ideal.OF_THE_SWEEP, folder.resolve("one-report")));
        assertTrue(text.contains("50.00 %"));
        assertFalse(text.contains("NaN"));
        assertFalse(text.contains("<h2>Accuracy</h2>"), "there is nothing to draw it against");
    }

    @Test
    void pricesOfOneTrainingHaveNoFront() throws IOException {
        FinishedSweep prices = SyntheticSweep.write(
                folder.resolve("prices"),
                "axes:\n- {key: circuit.node, values: [65 nm, 32 nm]}\nrecord: [accuracy_z, training_energy_J]\n",
                labels -> List.of(0.5, labels.get(0).equals("65 nm") ? 2e-6 : 1e-6));
        String text = Files.readString(SweepReport.write(prices, Ideal.OF_THE_SWEEP, folder.resolve("prices-report")));
        assertTrue(Files.exists(folder.resolve("prices-report/plots/costs.svg")));
        assertFalse(Files.exists(folder.resolve("prices-report/plots/pareto-training_energy_J.svg")));
        assertFalse(text.contains("Accuracy against energy"));
    }

    /** With another folder it would begin anew. */
    @Test
    void toGoOnTakesTheFolderOfTheSweep() throws Exception {
        Path of = folder.resolve("chips of May");
        FinishedSweep found = SyntheticSweep.write(of, PLAN, SweepReportTest::figures);
        String html = Files.readString(SweepReport.write(found, Ideal.OF_THE_SWEEP, folder.resolve("of-may")));
        assertTrue(
                html.contains(Html.escape("crosspike sweep '" + of + "/sweep.yaml' --out '" + of + "'")),
                "points that failed are tried again");
        assertTrue(html.contains("another --out"));
    }

    @Test
    void aSweepOfFailuresHasAReport() throws IOException {
        String text = page("none", "axes:\n- {key: device.levels, values: [2, 4]}\n", labels -> List.of("no disk"));
        assertTrue(text.contains("no disk"));
        assertFalse(text.contains("NaN"));
    }

    @Test
    void aDeviceThatCannotBeReadIsAmongTheFailuresOnly() throws IOException {
        String text = page(
                "typo",
                "axes:\n- {key: device.response, values: [pulsed, pulse]}\nrecord: [accuracy_z]\n",
                labels -> List.of(labels.get(0).equals("pulse") ? "did you mean pulsed?" : (Object) 0.5));
        assertTrue(text.contains("did you mean pulsed?"));
        List<String> devices = Files.readAllLines(folder.resolve("typo-report/tables/devices.csv"));
        assertEquals(2, devices.size(), devices.toString());
        assertTrue(devices.get(1).startsWith("pulsed,"));
    }

    @Test
    void withoutADeviceThatCanBeReadThereIsNoTableOfThem() throws IOException {
        String text = page(
                "unread",
                "axes:\n- {key: device.preset, values: [idael]}\nrecord: [accuracy_z]\n",
                labels -> List.of("did you mean ideal?"));
        assertTrue(text.contains("did you mean ideal?"));
        assertFalse(text.contains("<h2>Devices</h2>"));
    }

    @Test
    void bareNumbersSayOfWhatAndAnIntervalIsNotOneOfThem() throws IOException {
        String text = page(
                "bare",
                """
                axes:
                - {key: device.levels, values: [2, 16]}
                - {key: learning.a, values: [0.000001, 0.01]}
                seeds: 2
                record: [accuracy_z, training_energy_J]
                """,
                labels -> List.of(
                        0.1 * labels.get(0).length()
                                + 0.1 * labels.get(1).length()
                                + 0.01 * Integer.parseInt(labels.get(2)),
                        1e-6 * labels.get(0).length()));
        assertTrue(
                text.contains("conductance levels 16, learning.a 1.0e-6; 95 % interval"),
                text.substring(text.indexOf("<dl"), text.indexOf("</dl>")));
        String legend = Files.readString(folder.resolve("bare-report/plots/accuracy_z-device.levels.svg"));
        assertTrue(legend.contains("learning.a 1.0e-6"), "as learning.a 0.01 does");
        assertTrue(text.contains("Named by conductance levels, learning.a."), "the points of the front");
    }

    @Test
    void oneFactorHasNoInteractionsAndOneSeedNoDeviation() throws IOException {
        String text = page(
                "alone",
                "axes:\n- {key: device.levels, values: [2, 16]}\nrecord: [accuracy_z]\n",
                labels -> List.of(labels.get(0).equals("2") ? 0.5 : 0.6));
        String bars = Files.readString(folder.resolve("alone-report/plots/sensitivity.svg"));
        assertTrue(bars.contains(">conductance levels<"));
        assertFalse(bars.contains("interactions"));
        assertTrue(bars.contains(">100<"));
        assertFalse(bars.contains(">105<") || bars.contains(">110<"), "no share is above 100 %");
        assertFalse(text.contains("standard deviation"));
        assertTrue(page.contains("standard deviation"));
    }

    @Test
    void anAccuracyIsNotDrawnAgainstTheOneValueThatIsLeft() throws IOException {
        String text = page(
                "left",
                "axes:\n- {key: device.levels, values: [2, 16]}\n"
                        + "- {key: synapse.mapping, values: [single, pair]}\nrecord: [accuracy_z]\n",
                labels -> List.of(
                        labels.get(1).equals("pair")
                                ? "no pairs"
                                : (Object) (labels.get(0).equals("2") ? 0.5 : 0.6)));
        assertFalse(Files.exists(folder.resolve("left-report/plots/accuracy_z-synapse.mapping.svg")));
        assertTrue(text.contains("Not drawn, since only one value of it has results: cells per weight."));
        assertFalse(text.contains("does not move"), "nobody knows");
    }

    @Test
    void valuesThatWereDrawnAreExplainedByALineAndWhatIsAlikeIsSoEverywhere() throws IOException {
        String text = page("drawn", """
                axes:
                - latin_hypercube:
                    count: 4
                    seed: 1
                    axes:
                    - {key: learning.a, from: 0.001, to: 0.5, scale: log}
                    - {key: device.cycle_to_cycle_sigma, from: 1 %, to: 20 %}
                record: [accuracy_z, area_m2]
                """, labels -> List.of(Double.parseDouble(labels.get(0)), 1e-9));
        assertTrue(
                text.contains("that a straight line over the values explains"),
                "means at single values explain nothing");
        assertFalse(text.contains("Sum of squares of the means"));
        String area = text.substring(text.indexOf("Smallest area"), text.indexOf("</dl>"));
        assertTrue(area.contains("everywhere"), area);
    }

    /** Marks had three decimals: all of them were 1.814. */
    @Test
    void marksOfEnergiesThatAreNearlyAlikeDiffer() throws IOException {
        page(
                "near",
                "axes:\n- {key: device.levels, values: [2, 4, 16]}\nrecord: [accuracy_z, training_energy_J]\n",
                labels -> {
                    double level = Double.parseDouble(labels.get(0));
                    return List.of(level / 100, 1.8132e-9 + level * 1e-13);
                });
        String front = Files.readString(folder.resolve("near-report/plots/pareto-training_energy_J.svg"));
        List<String> marks = Pattern.compile(">(1\\.81[0-9]*)<")
                .matcher(front)
                .results()
                .map(mark -> mark.group(1))
                .toList();
        assertTrue(marks.size() > 3, front);
        assertEquals(marks.size(), Set.copyOf(marks).size(), marks.toString());
    }

    @Test
    void theNameOfALongDeviceLeavesRoomForItsAccuracies() throws IOException {
        String name = "hzo-28nm-hkmg-wafer12-die37-500x500nm-1e3-wakeup-125C";
        page("wide", """
                axes:
                - name: cells
                  variants:
                    %s: {synapse.mapping: single}
                    other: {synapse.mapping: pair}
                record: [accuracy_z]
                """.formatted(name), labels -> List.of(labels.get(0).equals(name) ? 0.2 : 0.9));
        String rows = Files.readString(folder.resolve("wide-report/plots/accuracy_z-cells.svg"));
        assertFalse(rows.contains(name));
        assertTrue(rows.contains("…"), rows);
    }

    @Test
    void longNamesAreToldApartAndHaveRoom() throws IOException {
        String axis = "a name of an axis that nobody would write but somebody will";
        page("long", """
                axes:
                - {key: device.levels, values: [2, 16, 32, 64]}
                - name: %s
                  variants:
                    the first of the variants with a name that does not end: {synapse.mapping: single}
                    the second of the variants with a name that does not end: {synapse.mapping: pair}
                    other: {network.outputs: 8}
                record: [accuracy_z, training_energy_J]
                """.formatted(axis), labels -> {
            double level = Double.parseDouble(labels.get(0)) + labels.get(1).length();
            return List.of(level / 100, level * 1e-6);
        });
        Path plots = folder.resolve("long-report/plots");
        String costs = Files.readString(plots.resolve("costs.svg"));
        for (String row : List.of("2, the first", "2, the second", "16, the first", "16, the second")) {
            assertTrue(costs.contains(">" + row), row);
        }
        String rows = Files.readString(plots.resolve(SweepFigure.fileName("accuracy_z-" + axis) + ".svg"));
        double height = Double.parseDouble(rows.replaceFirst("(?s).*?viewBox=\"0 0 \\S+ (\\S+)\".*", "$1"));
        assertTrue(height > 110 + Style.widthOf(axis, Style.TEXT), "the name stands upright beside " + height + " px");
        String map = Files.readString(
                plots.resolve(SweepFigure.fileName("map-accuracy_z-" + axis + "-device.levels") + ".svg"));
        assertFalse(map.contains(">" + axis + "<"), "longer than the map is high");
        assertTrue(map.contains("…"), map);
    }

    /** The page of a sweep with made-up results. */
    private static String page(String name, String plan, Function<List<String>, List<?>> results) throws IOException {
        FinishedSweep sweep = SyntheticSweep.write(folder.resolve(name), plan, results);
        return Files.readString(SweepReport.write(sweep, Ideal.OF_THE_SWEEP, folder.resolve(name + "-report")));
    }

    private static String svg(String name) throws IOException {
        return Files.readString(folder.resolve("report/plots/" + name + ".svg"));
    }
}
