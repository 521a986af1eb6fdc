package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crosspike.experiment.CorePricing;
import crosspike.experiment.FlagPrice;
import crosspike.experiment.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that prunes, priced again and again. */
class PriceCommandTest {
    private static final Pattern TERM_JOULES = Pattern.compile("= (\\S+) J  \\(");

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PHASES = List.of("training", "labelling", "inference");
    /** Sums of a dozen doubles in the same order. */
    private static final double ROUNDING = 1e-14;

    @TempDir
    static Path folder;

    private static Shell shell;

    @BeforeAll
    static void train() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), """
                crosspike: 1
                data: {training: 100, test: 20}
                network: {outputs: 12}
                learning: {epochs: 1}
                pruning: {method: soft, fraction: 50 %, occurrences: 1}
                device: {preset: epiram-choi2018}
                """);
        shell = Shell.in(folder, Map.of());
        assertEquals(0, shell.run("run", "small.yaml", "--out", "run").exitCode());
        assertEquals(
                0,
                shell.run("run", "small.yaml", "--out", "bare", "--set", "pruning.method=none")
                        .exitCode());
    }

    @AfterAll
    static void stop() throws IOException {
        shell.close();
    }

    @Test
    void theOwnCircuitGivesTheCostFileAgainByteForByte() throws IOException {
        assertEquals(Files.readString(folder.resolve("run/cost.json")), price("run --json"));
    }

    /** Data sets of users' own are not on every machine. */
    @Test
    void aFinishedRunIsReadWithoutItsDataSet() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("elsewhere"));
        try (Stream<Path> files = Files.list(folder.resolve("bare"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path config = copy.resolve("config.yaml");
        Files.writeString(config, Files.readString(config).replace("\"digits\"", "mine"));
        assertEquals(price("bare --json"), price("elsewhere --json"));
        for (String command : List.of("explain elsewhere read-out", "report elsewhere")) {
            assertEquals(0, shell.run(command.split(" ")).exitCode(), command);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "circuit.node=130nm",
                "circuit.node=7nm circuit.flavour=lstp",
                "circuit.read_out=sar",
                "circuit.read_out=flash circuit.read_bits=4",
                "circuit.read_out=sense-amplifier",
                "circuit.access=crosspoint",
                "circuit.model=neurosim",
                "circuit.largest_rows=100 circuit.largest_columns=10"
            })
    void componentsSumToTheTotalsOfEveryPhase(String settings) throws IOException {
        JsonNode cost = JSON.readTree(price("run --json" + set(settings)));
        double area = 0;
        for (JsonNode part : cost.path("components"))
            area += part.path("area_m2").doubleValue();
        assertEquals(area, cost.at("/totals/area_m2").doubleValue(), ROUNDING * area);
        for (String phase : PHASES) {
            for (String figure : List.of("energy_J", "latency_s")) {
                double sum = 0;
                for (JsonNode part : cost.path("components")) {
                    double share = part.path("phases").path(phase).path(figure).doubleValue();
                    assertTrue(share >= 0 && Double.isFinite(share), () -> part.toString());
                    sum += share;
                }
                assertTrue(sum > 0, phase + " " + figure);
                double total = cost.path("totals")
                        .path("phases")
                        .path(phase)
                        .path(figure)
                        .doubleValue();
                assertEquals(sum, total, ROUNDING * sum, phase + " " + figure);
            }
        }
    }

    @Test
    void aFootprintOfItsOwnTakesThePlaceOfTheDevices() throws IOException {
        double ofTheDevice = cellArea("circuit.access=crosspoint"); // 4 F x 4 F
        double own = cellArea("circuit.access=crosspoint circuit.cell.width_F=2 circuit.cell.height_F=2");
        assertEquals(ofTheDevice / 4, own, ROUNDING * own);
    }

    private static double cellArea(String settings) throws IOException {
        JsonNode cells = JSON.readTree(price("bare --json" + set(settings))).at("/components/0");
        assertEquals("array cells", cells.path("name").asText());
        return cells.path("area_m2").doubleValue();
    }

    @Test
    void everyNodeOfTheSweepIsWhatPricingAtThatNodeGives() throws IOException {
        JsonNode nodes = JSON.readTree(price("run --nodes --json")).path("nodes");
        List<String> names = new ArrayList<>();
        for (JsonNode node : nodes) {
            String nanometres =
                    Long.toString(Math.round(1e9 * node.path("node_m").doubleValue()));
            String flavour = node.path("flavour").asText();
            names.add(nanometres + flavour);
            JsonNode totals = JSON.readTree(
                            price("run --json" + set("circuit.node=" + nanometres + "nm circuit.flavour=" + flavour)))
                    .path("totals");
            assertEquals(totals.path("area_m2"), node.path("area_m2"));
            assertEquals(totals.at("/phases/training/energy_J"), node.path("training_energy_J"));
            assertEquals(
                    totals.at("/phases/inference/latency_s").doubleValue() / 20,
                    node.path("inference_latency_per_image_s").doubleValue());
            assertEquals("", node.path("problem").asText());
        }
        List<String> expected = Stream.of(130, 90, 65, 45, 32, 22, 14, 10, 7)
                .flatMap(node -> Stream.of(node + "hp", node + "lstp"))
                .toList();
        assertEquals(expected, names);
    }

    @Test
    void aNodeWhereTheCoreCannotBeBuiltSaysWhy() throws IOException {
        String[] lines =
                price("run --nodes" + set("circuit.access_resistance=7kohm")).split("\n");
        assertEquals(1 + 18, lines.length);
        List<String> impossible =
                Stream.of(lines).filter(line -> line.contains("no price: ")).toList();
        assertEquals(18 - 4, impossible.size(), () -> String.join("\n", lines));
        for (String line : impossible) {
            assertTrue(line.contains("no price: circuit.access_resistance is 7000, which takes a transistor"), line);
        }
        assertTrue(price("run --nodes --json" + set("circuit.access_resistance=7kohm"))
                .contains("\"NaN\""));
    }

    @Test
    void flagsAddToWhatTheSameCountsCostWithoutThem() {
        RunDirectory run = RunDirectory.open(folder.resolve("run"));
        CorePricing pricing = CorePricing.of(run);
        List<FlagPrice> flags = pricing.flagHardware();
        assertEquals(
                List.of("none", "binary column", "deep reset"),
                flags.stream().map(FlagPrice::hardware).toList());
        FlagPrice none = flags.get(0);
        assertEquals(0, none.flagReads());
        assertEquals(0, none.flagWrites());
        assertEquals(0, none.trainingEnergyOverhead());
        for (FlagPrice price : flags.subList(1, 3)) {
            assertEquals(run.result().activity().training().flagReads(), price.flagReads());
            assertTrue(price.flagReads() > 0 && price.flagWrites() > 0, price::toString);
            assertTrue(price.trainingEnergyOverhead() > 0, price::toString);
            assertTrue(price.trainingLatencyOverhead() > 0, price::toString);
            assertTrue(price.inferenceEnergyOverhead() >= 0 && price.inferenceLatencyOverhead() >= 0, price::toString);
            assertEquals(
                    price.trainingEnergyJoules() / none.trainingEnergyJoules() - 1, price.trainingEnergyOverhead());
        }
        assertEquals(run.cost().areaSquareMetres(), flags.get(1).areaSquareMetres());
        assertEquals(run.cost().total("training").energyJoules(), flags.get(1).trainingEnergyJoules());
        assertEquals(
                flags.get(2).areaSquareMetres() / none.areaSquareMetres() - 1,
                flags.get(2).areaOverhead());
        assertTrue(flags.get(2).areaOverhead() > 0, flags.get(2)::toString); // the same array and sense amplifiers
    }

    /** It reads no flags, as the read of the cell before its update tells: a binary column looked as if it cost nothing. */
    @Test
    void aRunWithDeepResetsCountedNoFlagsToCompare() throws IOException {
        assertEquals(
                0,
                shell.run("run", "small.yaml", "--out", "deep", "--set", "pruning.hardware=deep-reset")
                        .exitCode());
        RunDirectory run = RunDirectory.open(folder.resolve("deep"));
        assertEquals(0, run.result().activity().training().flagReads());
        assertEquals(List.of(), CorePricing.of(run).flagHardware());
    }

    @Test
    void aRunWithoutFlagsHasNoneToCompare() throws IOException {
        CorePricing pricing = CorePricing.of(RunDirectory.open(folder.resolve("bare")));
        assertEquals(List.of(), pricing.flagHardware());
        assertFalse(price("bare").contains("prune flags"));
        assertTrue(price("run").contains("prune flags"));
    }

    @Test
    void pricingLeavesTheRunAsItIs() throws IOException {
        Map<Path, String> before = contents();
        assertNotEquals(price("run --json"), price("run --json" + set("circuit.node=7nm")));
        assertEquals(before, contents());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        price run --set network.outputs=5     | --set network.outputs cannot change a finished run; expected a key of the circuit, such as circuit.node=22 nm, or a new run
        price run --set circuit.nod=22nm      | unknown key circuit.nod (--set circuit.nod); did you mean circuit.node?
        price run --set circuit.node=22       | circuit.node (--set circuit.node) is 22; expected a length with its unit, e.g. "65 nm", of at least 1 nm and at most 1 um
        price run --set circuit.largest_columns=1 | circuit.largest_columns is 1; expected at least 2, the columns of one output neuron
        price run --set circuit               | --set circuit has no value; expected KEY=VALUE, such as device.levels=16
        price gone                            | gone is not a directory; expected a run made by: crosspike run CONFIG
        explain run array                     | component array is unknown; this core has: array cells, array wires, word-line decoder, word-line drivers, row switches, column switches, column multiplexer, read-out, prune flags, neurons, winner-take-all, leakage
        explain run read-out --phase test     | phase test is unknown; expected one of training, labelling, inference
        run small.yaml --out never --set circuit.largest_columns=1 | circuit.largest_columns is 1; expected at least 2, the columns of one output neuron
        """)
    void whatCannotBePricedIsRefusedInOneLine(String arguments, String message) throws IOException {
        Shell.Result result = shell.run(arguments.split(" "));
        assertEquals("error: " + message + "\n", result.err());
        assertEquals("", result.out());
        assertEquals(2, result.exitCode());
    }

    @Test
    void anUnknownNodeNamesThoseThereAre() throws IOException {
        Shell.Result result = shell.run("price", "run", "--set", "circuit.node=28 nm");
        assertEquals(2, result.exitCode());
        assertTrue(
                result.err()
                        .startsWith(
                                "error: circuit.node: technology node 28 nm HP is unknown; calibration-data/technology has: 130"),
                result.err());
    }

    @Test
    void theTermsOfAnExplanationSumToWhatTheComponentCosts() throws IOException {
        JsonNode cost = JSON.readTree(price("run --json"));
        for (JsonNode part : cost.path("components")) {
            String name = part.path("name").asText();
            Shell.Result result = shell.run("explain", "run", name);
            assertEquals(0, result.exitCode(), result.err());
            double joules = part.at("/phases/training/energy_J").doubleValue();
            double explained = TERM_JOULES
                    .matcher(result.out())
                    .results()
                    .mapToDouble(term -> Double.parseDouble(term.group(1)))
                    .sum();
            assertEquals(joules, explained, 1e-5 * joules, name + "\n" + result.out()); // six digits are printed
        }
    }

    private static String set(String settings) {
        return settings.isEmpty() ? "" : " --set " + settings.replace(" ", " --set ");
    }

    private static String price(String arguments) throws IOException {
        Shell.Result result = shell.run(("price " + arguments).split(" "));
        assertEquals(0, result.exitCode(), result.err());
        return result.out();
    }

    private static Map<Path, String> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            Map<Path, String> contents = new TreeMap<>();
            for (Path file : files.toList()) {
                contents.put(file, Arrays.toString(Files.readAllBytes(file)));
            }
            return contents;
        }
    }
}
