package crosspike.circuit.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.logic.TransmissionGate;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.circuit.technology.TechnologyNode;
import crosspike.input.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every module keeps, at every node: all its figures are finite and not negative, and none falls when the module gets
 * larger. A new module is one line in {@link #MODULES}.
 */
class CircuitModuleContractTest {
    private static final TechnologyLibrary LIBRARY = TechnologyLibrary.shipped();

    /** A module of a size, laid out along a length in m. */
    private interface Maker {
        CircuitModule make(StandardCells cells, int size, double metres);
    }

    private static final Map<String, Maker> MODULES = new TreeMap<>(Map.ofEntries(
            Map.entry("FlipFlopBank", FlipFlopBank::alongWidth),
            Map.entry("FlipFlopBank beside", FlipFlopBank::alongHeight),
            Map.entry(
                    "RowDecoder",
                    (c, n, m) -> RowDecoder.beside(c, RowDecoder.bitsFor(n), RowDecoder.Output.LINES, m, 1e-15, 0)),
            Map.entry(
                    "RowDecoder stacked",
                    (c, n, m) ->
                            RowDecoder.stacked(c, RowDecoder.bitsFor(n), RowDecoder.Output.MULTIPLEXER, 1e-15, 1e-15)),
            Map.entry("WordLineFollower", WordLineFollower::of),
            Map.entry("SwitchMatrix rows", (c, n, m) -> SwitchMatrix.besideRows(c, n, gate(c), 1e4, m)),
            Map.entry("SwitchMatrix columns", (c, n, m) -> SwitchMatrix.acrossColumns(c, n, gate(c), 1e4, m, m)),
            Map.entry("ColumnMux", (c, n, m) -> ColumnMux.of(c, n, 8, gate(c), m, m)),
            Map.entry("DigitalMux", (c, n, m) -> DigitalMux.of(c, n, n, 8, m)),
            Map.entry("Subtractor", (c, n, m) -> Subtractor.of(c, 8, n, m)),
            Map.entry("Adder", (c, n, m) -> Adder.of(c, 8, n, m)),
            Map.entry("ShiftAdd", (c, n, m) -> ShiftAdd.of(c, 8, 4, n, m)),
            Map.entry("NeuronPeriphery", (c, n, m) -> NeuronPeriphery.of(c, 8, n, 1, 8, 8 * n, m)),
            Map.entry("LifNeurons", (c, n, m) -> LifNeurons.of(c, 12, n, m)),
            Map.entry("WinnerTakeAll", (c, n, m) -> WinnerTakeAll.of(c, 12, n, m)),
            Map.entry("IntegrateAndFire", (c, n, m) -> IntegrateAndFire.of(c, n, 8, m, 1e-12)),
            Map.entry("CurrentSenseAmplifier", CurrentSenseAmplifier::of),
            Map.entry("FlashAdc", (c, n, m) -> FlashAdc.of(c, n, 4, m)),
            Map.entry("SarAdc", (c, n, m) -> SarAdc.of(c, n, 8, m))));

    private static TransmissionGate gate(StandardCells cells) {
        return TransmissionGate.ofResistance(cells.technology(), 1e4).atLeastMinimum(cells.technology());
    }

    static Set<String> names() {
        return MODULES.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void figuresAreFiniteNotNegativeAndGrowWithSize(String name) {
        for (TechnologyNode node : LIBRARY.nodes()) {
            for (double kelvin : new double[] {300, 355, 400}) {
                StandardCells cells = StandardCells.of(node.at(kelvin));
                for (double lines : new double[] {30, 400, 4000}) {
                    double metres = lines * cells.technology().featureMetres();
                    Map<String, Double> smaller = Map.of();
                    for (int size : new int[] {2, 3, 8, 9, 64, 257, 1000}) {
                        Map<String, Double> figures = figures(MODULES.get(name).make(cells, size, metres));
                        for (var figure : figures.entrySet()) {
                            String what = name + " of " + size + " at " + node.nanometres() + " nm along " + metres
                                    + " m: " + figure;
                            double before = smaller.getOrDefault(figure.getKey(), 0.0);
                            assertTrue(figure.getValue() < 1e30 && figure.getValue() >= before * (1 - 1e-12), what);
                        }
                        smaller = figures;
                    }
                    assertTrue(smaller.get("area") > 0, name);
                }
            }
        }
    }

    /** Area, leakage and the energy of one use. */
    private static Map<String, Double> figures(CircuitModule module) {
        Map<String, Double> figures = new TreeMap<>();
        figures.put("area", module.areaSquareMetres());
        figures.put("leakage", module.leakageWatts());
        if (module instanceof FlipFlopBank m) figures.put("joules", m.joules(m.count()));
        if (module instanceof RowDecoder m) figures.put("joules", m.accessJoules());
        if (module instanceof WordLineFollower m) figures.put("joules", m.openAllJoules(1.1));
        if (module instanceof SwitchMatrix m) figures.put("joules", m.flopJoules());
        if (module instanceof ColumnMux m) figures.put("joules", m.selectJoules());
        if (module instanceof DigitalMux m) figures.put("joules", m.selectJoules());
        if (module instanceof Subtractor m) figures.put("joules", m.count() * m.joules());
        if (module instanceof Adder m) figures.put("joules", m.count() * m.joules());
        if (module instanceof ShiftAdd m) figures.put("joules", m.joules());
        if (module instanceof NeuronPeriphery m)
            figures.put("joules", m.flops().joules(m.adders().count()));
        if (module instanceof LifNeurons m) figures.put("joules", m.stepJoules());
        if (module instanceof WinnerTakeAll m) figures.put("joules", m.joules());
        if (module instanceof WinnerTakeAll m) figures.put("seconds", m.seconds(1e9));
        if (module instanceof ReadOut m) figures.put("joules", m.count() * m.joules(signal()));
        if (module instanceof ReadOut m) figures.put("seconds", m.seconds(signal()));
        assertTrue(figures.size() > 2, () -> module + " has no energy in this test");
        return figures;
    }

    private static ColumnSignal signal() {
        return new ColumnSignal(1e-13, 0.2, 1e-4, 1e9);
    }

    @Test
    void moreBitsTakeLongerAndCostMore() {
        StandardCells cells = StandardCells.of(LIBRARY.nodes().get(0).at(300));
        for (int bits = 2; bits < 10; bits++) {
            final int b = bits;
            Stream<ReadOut[]> pairs = Stream.of(
                    new ReadOut[] {
                        IntegrateAndFire.of(cells, 8, b, 1e-4, 1e-12), IntegrateAndFire.of(cells, 8, b + 1, 1e-4, 1e-12)
                    },
                    new ReadOut[] {FlashAdc.of(cells, 8, b, 1e-4), FlashAdc.of(cells, 8, b + 1, 1e-4)},
                    new ReadOut[] {SarAdc.of(cells, 8, b, 1e-4), SarAdc.of(cells, 8, b + 1, 1e-4)});
            pairs.forEach(pair -> {
                assertTrue(pair[1].seconds(signal()) > pair[0].seconds(signal()), pair[0].toString());
                assertTrue(pair[1].joules(signal()) >= pair[0].joules(signal()), pair[0].toString());
                assertTrue(pair[1].areaSquareMetres() > pair[0].areaSquareMetres(), pair[0].toString());
            });
            assertTrue(Subtractor.of(cells, b + 1, 4, 1e-4).seconds(0)
                    > Subtractor.of(cells, b, 4, 1e-4).seconds(0));
            assertTrue(Adder.of(cells, b + 1, 4, 1e-4).seconds(0)
                    > Adder.of(cells, b, 4, 1e-4).seconds(0));
        }
    }

    @Test
    void monotonicSwitchingOfTenBitsTakes255UnitCharges() {
        // The figure of the paper: 255.5 C·V² for 10 bits; the rest of a conversion does not depend on it.
        StandardCells cells = StandardCells.of(LIBRARY.nodes().get(0).at(300));
        SarAdc adc = SarAdc.of(cells, 1, 10, 1e-4);
        ColumnSignal free = new ColumnSignal(1e-13, 0.2, 1e-30, 1e9);
        double rest = 10 * adc.comparators().latchJoules()
                + 10 * (20 * adc.flops().clockJoules() + 2 * adc.flops().dataJoules())
                + adc.capacitorFarads() * adc.supplyVolts() * adc.supplyVolts();
        assertEquals(255.5e-15 * 1.3 * 1.3, adc.joules(free) - rest, 1e-18);
    }

    @Test
    void aFlashConverterHasAtMostTenBits() {
        StandardCells cells = StandardCells.of(LIBRARY.nodes().get(0).at(300));
        var e = assertThrows(UserError.class, () -> FlashAdc.of(cells, 1, 11, 1e-4));
        assertEquals(
                "readCircuitBits is 11; expected at most 10 for a flash read-out, which has 2^bits - 1 comparators; take"
                        + " successive approximation for more",
                e.getMessage());
    }

    @Test
    void everyModuleOfThisPackageIsHere() throws Exception {
        Path classes = Path.of(CircuitModule.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("crosspike/circuit/module");
        Set<String> tested =
                MODULES.keySet().stream().map(name -> name.split(" ")[0]).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.filter(f -> !f.toString().contains("$")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (name.equals("package-info")) continue;
                Class<?> type = Class.forName("crosspike.circuit.module." + name);
                if (type.isRecord() && CircuitModule.class.isAssignableFrom(type)) {
                    assertTrue(tested.contains(name), name + " has no line in MODULES");
                }
            }
        }
    }
}
