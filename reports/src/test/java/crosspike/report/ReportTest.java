package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.circuit.CostReport.Spent;
import crosspike.experiment.FlagPrice;
import crosspike.experiment.NodePrice;
import crosspike.experiment.run.CsvFiles;
import crosspike.experiment.run.NeuronRow;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunDirectory;
import crosspike.spice.Verification;
import crosspike.spice.Verification.TileCheck;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {
    /** A name that would break out of an element, an attribute and a comment. */
    private static final String NASTY = "<script>alert('1')</script> & \"--> µ";

    @TempDir
    static Path folder;

    static RunDirectory run;
    static Path report;

    @BeforeAll
    static void writeReport() {
        run = new SyntheticRun("single", NASTY).writeTo(folder.resolve("run"));
        run.writeVerification(SyntheticRun.verification());
        report = folder.resolve("run/report");
        assertEquals(report.resolve("report.html"), Report.write(run, report));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String read(String file) throws IOException {
        return Files.readString(report.resolve(file));
    }

    @ParameterizedTest
    @CsvSource({
        "learning-curve, 520, 380",
        "confusion-matrix, 508, 452",
        "weight-maps, 600, 1052",
        "conductances, 1040, 320",
        "ir-drop, 1040, 412",
        "disturb, 1040, 260",
        "spike-raster, 1040, 418",
        "energy, 520, 210",
        "latency, 520, 210",
        "area, 520, 130",
        "shares, 1040, 370",
        "nodes, 1040, 628",
        "flags, 1040, 290"
    })
    void everyPlotIsAPngAndAnSvgOfItsSizeWithSomethingOnIt(String name, int width, int height) throws Exception {
        BufferedImage image =
                ImageIO.read(report.resolve("plots/" + name + ".png").toFile());
        assertEquals(Figure.PNG_SCALE * width, image.getWidth());
        assertEquals(Figure.PNG_SCALE * height, image.getHeight());
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertTrue(colours.size() > 20, name + " has " + colours.size() + " colours");

        Element svg = parse(read("plots/" + name + ".svg")).getDocumentElement();
        assertEquals("svg", svg.getNodeName());
        assertEquals("0 0 " + width + " " + height, svg.getAttribute("viewBox"));
        assertTrue(svg.getElementsByTagName("text").getLength() > 2);
    }

    @Test
    void thePageIsWellFormedAndEveryFigureIsInIt() throws Exception {
        Document page = parse(read("report.html"));
        NodeList svg = page.getElementsByTagName("svg");
        assertEquals(13, svg.getLength());
        Set<String> ids = new HashSet<>();
        NodeList elements = page.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            String id = ((Element) elements.item(i)).getAttribute("id");
            assertTrue(id.isEmpty() || ids.add(id), "id " + id + " twice");
        }
    }

    @Test
    void thePageLoadsNothingAndItsLinksExist() throws Exception {
        Document page = parse(read("report.html"));
        for (String element : List.of("script", "link", "iframe", "object")) {
            assertEquals(0, page.getElementsByTagName(element).getLength(), element);
        }
        assertFalse(read("report.html").contains("@import"));
        NodeList elements = page.getElementsByTagName("*");
        int links = 0;
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            assertFalse(element.hasAttribute("src"));
            String image = element.getAttribute("xlink:href");
            assertTrue(image.isEmpty() || image.startsWith("data:image/png;base64,") || image.startsWith("#"), image);
            String href = element.getAttribute("href");
            if (!href.isEmpty() && !href.endsWith(".cir")) {
                assertTrue(Files.exists(report.resolve(href)), href);
                links++;
            }
        }
        assertTrue(links >= 18 + 7, links + " links");
    }

    /** Figures of half the width are drawn a little wider than the column beside which there is another. */
    @Test
    void figuresShrinkToTheirColumnAsFarAsTheirTextStaysLegible() throws IOException {
        String html = read("report.html");
        assertTrue(
                html.contains("\nsvg { display: block; max-width: 100%; height: auto; min-width: var(--least); }\n"));
        assertTrue(html.contains("<h3>Learning curve</h3>\n<div class=\"scroll\" style=\"--least: 416px\">\n<svg"));
        assertTrue(html.contains("<h3>Technology nodes</h3>\n<div class=\"scroll\" style=\"--least: 832px\">\n<svg"));
    }

    @Test
    void aRunOnAnInstrumentIsRepeatedFromItsLog(@TempDir Path folder) throws IOException {
        RunDirectory run = new SyntheticRun("single", "bench").writeTo(folder.resolve("bench"));
        String deviations =
                "{\"count\": 2, \"mean_of_model\": 1e-8, \"mean_of_instrument\": 1e-8, \"rms\": 1e-9, \"worst\": 2e-9}";
        Files.writeString(folder.resolve("bench/instrument.json"), """
                {"identity": "Emulator", "address": "127.0.0.1:5025", "profile": "emulator", "log": "bench.log",
                 "first_row": 0, "rows": 398, "first_column": 0, "columns": 2, "array_rows": 398, "array_columns": 50,
                 "cell_operations": 8, "lines": 4, "connections": 1, "failures": 0, "unsettled_writes": 0,
                 "median_s": 1e-4, "slow_s": 1e-3, "currents": #, "conductances": #, "changes": #, "writes": []}
                """.replace("#", deviations));
        String page = Files.readString(Report.write(RunDirectory.open(run.path()), folder.resolve("report")));
        assertTrue(
                page.contains("With the same version and <code>--set crossbar.instrument.address=replay:bench.log --set"
                        + " crossbar.instrument.log=NEW.log</code> the log of the instrument gives the same"
                        + " <code>result.json</code>."));
        assertFalse(page.contains("The same version gives"), "the cells of the array have changed");
        assertTrue(page.contains("Connections made: 1; 0 exchanges"));
        assertTrue(read("report.html").contains("The same version gives the same <code>result.json</code>."));
    }

    @Test
    void aNetlistIsLinkedFromWhereThePageIs() throws IOException {
        assertTrue(read("report.html").contains("<a href=\"../netlists/column17.cir\">"));
    }

    @Test
    void aNetlistIsLinkedWhateverTheRunIsCalled() throws IOException {
        RunDirectory named = new SyntheticRun("single", "named").writeTo(folder.resolve("run #1: 50%"));
        named.writeVerification(SyntheticRun.verification());
        String page = Files.readString(Report.write(named, folder.resolve("beside")));
        assertTrue(page.contains("<a href=\"../run%20%231%3A%2050%25/netlists/column17.cir\">"));
    }

    @Test
    void theHeadlineDoesNotContradictTheVerdict() {
        TileCheck rounded = new TileCheck("0:8,0:8", 1e-14, 3e-9, 3e-9, 5e-9, "tile.cir");
        assertEquals(
                "within the tolerance of 1.0e−9 or within rounding", VerificationSection.verdict(check(1e-9, rounded)));
        TileCheck near = new TileCheck("0:8,0:8", 1e-14, 1.04e-9, 1.04e-9, 0, "tile.cir");
        assertEquals("outside the tolerance of 1.0e−9", VerificationSection.verdict(check(1e-9, near)));
        assertEquals("1.04E-9", VerificationSection.worst(check(1e-9, near)), "not 1.0e−9");
    }

    private static Verification check(double tolerance, TileCheck tile) {
        return new Verification("ngspice 39.3", tolerance, Map.of(), List.of(), List.of(tile), List.of());
    }

    @Test
    void namesFromUsersAreText() throws Exception {
        String html = read("report.html");
        assertFalse(html.contains("<script"));
        String title = parse(html).getElementsByTagName("h1").item(0).getTextContent();
        assertEquals(NASTY, title);
        Figure figure = new Figure("x", NASTY, 100, 20, g -> Style.text(g, NASTY, Style.TEXT, Style.INK, 0, 12, 0));
        Element svg = parse(figure.svg()).getDocumentElement();
        assertEquals(NASTY, svg.getAttribute("aria-label"));
        assertEquals(NASTY, svg.getElementsByTagName("text").item(0).getTextContent());
        assertEquals("a\uFFFDb", Html.escape("a\u0000b"));
    }

    @Test
    void theHeadlineHasTheNumbersOfTheRun() throws IOException {
        String html = read("report.html");
        for (String number : List.of(
                "<dd>87.70 %</dd>", // Eq. 5 accuracy of the synthetic run
                "<dd>363.3 nJ</dd>", // 3.6325 mJ / 10,000 images
                "<dd>1.575 nJ</dd>", // 3.15 µJ / 2,000 images
                "<dd>1906 µm²</dd>",
                "<dd>1.490 µs</dd>",
                "<dd>1.2e−12</dd>")) {
            assertTrue(html.contains(number), number);
        }
        assertTrue(read("summary.json").contains("\"area_m2\": 1.906E-9"), read("summary.json"));
    }

    @Test
    void theRowsOfTheCostTablesSumToTheTotals() throws IOException {
        List<Tables.CostRow> cost = CsvFiles.read(Tables.CostRow.class, read("tables/cost.csv"), "cost.csv");
        for (String phase : Tables.PHASES) {
            double joules = 0;
            double seconds = 0;
            for (Tables.CostRow row : cost) {
                boolean part = row.phase().equals(phase) && !row.component().equals(Tables.TOTAL);
                joules += part ? row.energyJoules() : 0;
                seconds += part ? row.latencySeconds() : 0;
            }
            Tables.CostRow total = cost.stream()
                    .filter(row -> row.phase().equals(phase) && row.component().equals(Tables.TOTAL))
                    .findFirst()
                    .orElseThrow();
            assertEquals(joules, total.energyJoules(), 1e-14 * joules); // rounding of five terms
            assertEquals(seconds, total.latencySeconds(), 1e-14 * seconds);
        }
        List<Tables.AreaRow> area = CsvFiles.read(Tables.AreaRow.class, read("tables/area.csv"), "area.csv");
        double sum = area.stream()
                .limit(area.size() - 1)
                .mapToDouble(Tables.AreaRow::areaSquareMetres)
                .sum();
        assertEquals(sum, area.get(area.size() - 1).areaSquareMetres(), 1e-14 * sum);
        assertTrue(read("tables/cost.csv").startsWith("component,phase,energy_J,latency_s\n"));
    }

    @Test
    void everyNodeHasARowAndThePageItsFigures() throws IOException {
        List<NodePrice> nodes = CsvFiles.read(NodePrice.class, read("tables/nodes.csv"), "nodes.csv");
        assertEquals(18, nodes.size());
        String html = read("report.html");
        for (NodePrice node : nodes) {
            assertTrue(node.possible(), node.problem());
            assertTrue(html.contains("<th scope=\"row\">" + node.name() + "</th><td>"
                    + Scale.areaText(node.areaSquareMetres()) + "</td>"));
        }
    }

    @Test
    void aNodeWithoutAPriceIsNamedWithItsReason() {
        NodePrice possible = new NodePrice(3.2e-8, "hp", 1e-7, 1e-3, 1, 1, 1e-9, 1e-6, "");
        NodePrice not = new NodePrice(
                7e-9, "lstp", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "wires < 14 nm");
        Repricing repricing = new Repricing(3.2e-8, 1e-3, List.of(possible, not), List.of());
        assertTrue(repricing.nodeTable().contains("<th scope=\"row\">7 nm lstp</th><td>no price</td>"));
        assertTrue(repricing.nodeTable().contains("No price for 7 nm lstp: wires &lt; 14 nm"));
        assertEquals(1, repricing.figures().size());
        assertTrue(repricing.figures().get(0).png().length > 1000);
    }

    @Test
    void theFlagTableComparesThreeKindsOfHardware() throws IOException {
        List<FlagPrice> flags = CsvFiles.read(FlagPrice.class, read("tables/flags.csv"), "flags.csv");
        assertEquals(
                List.of("none", "binary column", "deep reset"),
                flags.stream().map(FlagPrice::hardware).toList());
        assertEquals(0, flags.get(0).flagReads());
        assertEquals(
                flags.get(1).areaSquareMetres() / flags.get(0).areaSquareMetres() - 1,
                flags.get(1).areaOverhead());
        assertTrue(read("report.html").contains(" (+"));
    }

    @Test
    void phasesAreListedForAnImageAndInAll() throws IOException {
        for (Tables.PhaseRow row : CsvFiles.read(Tables.PhaseRow.class, read("tables/phases.csv"), "phases.csv")) {
            assertEquals(row.energyJoules() / row.images(), row.energyPerImageJoules());
            assertEquals(row.latencySeconds() / row.images(), row.latencyPerImageSeconds());
            assertTrue(row.leakagePowerWatts() > 0);
        }
        assertTrue(read("report.html").contains("<th scope=\"row\">leakage power</th>"));
    }

    @Test
    void itIsToldWhenNeuronsCameToFireConsistently() throws IOException {
        assertEquals(run.neurons(), CsvFiles.read(NeuronRow.class, read("tables/neurons.csv"), "neurons.csv"));
        assertTrue(
                read("report.html")
                        .contains(
                                "50 of 50 neurons came to fire consistently in training, half of them by image 925. The learning"
                                        + " rule visited 103,480,000 weights; conventional STDP would have visited 103,480,000."));
    }

    @Test
    void theConfusionTableHoldsEveryTestImage() throws IOException {
        int images = CsvFiles.read(Tables.ConfusionRow.class, read("tables/confusion.csv"), "confusion.csv").stream()
                .mapToInt(Tables.ConfusionRow::images)
                .sum();
        assertEquals(SyntheticRun.TEST_IMAGES, images);
    }

    @Test
    void theCheckByNgspiceShowsColumnsTilesAndTheEnergyOfAPulse() throws IOException {
        String html = read("report.html");
        assertTrue(html.contains("in column 17 (ideal)"), "the worst column");
        assertTrue(html.contains("0:8,0:8"), "a tile");
        assertTrue(html.contains("tile: each tile as a crossbar of its own."), "what a figure is about");
        assertTrue(html.contains("Wires: C*V2 &lt; "), "the explanation, escaped");
        assertTrue(read("tables/verified_tiles.csv").startsWith("tile,voltage_difference,"), "the table");
        assertEquals(5, read("tables/verification.csv").lines().count());
    }

    /** Where digits, decimal point and thousands are others. */
    @Test
    void theSameRunGivesTheSameBytesInAnotherLocale() throws IOException {
        Path again = folder.resolve("run/again");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Report.write(run, again);
        } finally {
            Locale.setDefault(before);
        }
        try (Stream<Path> files = Files.walk(report)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path other = again.resolve(report.relativize(file));
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other), file.toString());
            }
        }
    }

    @Test
    void aPairOfCellsWithoutVerificationIsReportedToo() throws Exception {
        RunDirectory pair = new SyntheticRun("pair", "pair").writeTo(folder.resolve("pair"));
        Path page = Report.write(pair, folder.resolve("elsewhere/pair"));
        String html = Files.readString(page);
        parse(html);
        assertTrue(html.contains("<code>crosspike verify " + folder.resolve("pair")));
        assertTrue(html.contains("two cells a weight"));
        assertFalse(html.contains("Prune flags"));
        assertFalse(Files.exists(page.resolveSibling("tables/flags.csv")));
        assertFalse(Files.exists(page.resolveSibling("tables/verification.csv")));
    }

    @Test
    void commandsToTypeTakeAFolderWithBlanks() throws Exception {
        Path of = folder.resolve("chip 7/run");
        String html = Files.readString(
                Report.write(new SyntheticRun("single", "blanks").writeTo(of), folder.resolve("blanks")));
        String text = parse(html).getDocumentElement().getTextContent();
        assertTrue(text.contains("To check columns of this array: crosspike verify '" + of + "'"));
        assertTrue(text.contains("run: crosspike verify '" + of + "'"), "beside the headline");
        assertTrue(text.contains("crosspike run '" + of + "/config.yaml' --out NEW"));
    }

    /** Test images of the run are shown twice, as layers that fire too rarely want. */
    @Test
    void anImageCostsWhatAllItsPresentationsCost() {
        assertEquals(
                2L * SyntheticRun.TEST_IMAGES,
                run.result().activity().inference().presentations());
        Summary summary = Summary.of(run.result(), run.cost(), 0, Optional.empty());
        Spent spent = run.cost().total(Phases.INFERENCE);
        assertEquals(spent.energyJoules() / SyntheticRun.TEST_IMAGES, summary.inferenceEnergyPerImageJoules());
        assertEquals(spent.latencySeconds() / SyntheticRun.TEST_IMAGES, summary.inferenceLatencyPerImageSeconds());
        assertEquals(
                List.of(10_000L, 10_000L, (long) SyntheticRun.TEST_IMAGES),
                Tables.phases(run.result(), run.cost(), 0).stream()
                        .map(Tables.PhaseRow::images)
                        .toList());
    }
}
