package crosspike.circuit.subarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosspike.circuit.technology.Flavour;
import crosspike.circuit.technology.TechnologyNode;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for any array, tried on seeded random ones. */
class SubArrayPropertyTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigureOfAnyArrayIsFiniteAndNotNegative(long seed) {
        ObjectNode inputs = randomInputs(seed);
        for (Mode mode : new Mode[] {Mode.DEFAULT, Mode.NEUROSIM_COMPATIBLE.with(Correction.OVERHANG)}) {
            JsonNode outputs = SubArrayCases.outputs(SubArrayInputs.of(inputs), Example.LIBRARY, mode);
            assertSane(outputs, "", inputs);
        }
    }

    private static void assertSane(JsonNode node, String path, ObjectNode inputs) {
        for (var entry : node.properties()) {
            String name = path + "/" + entry.getKey();
            if (entry.getValue().isObject()) {
                assertSane(entry.getValue(), name, inputs);
            } else if (!name.endsWith("deltaWeight") && !name.endsWith("numPulse")) {
                double value = entry.getValue().doubleValue();
                assertTrue(value >= 0 && value < 1e30, () -> name + " = " + value + " for " + inputs);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partsSumToTheTotalsThatArePrinted(long seed) {
        SubArrayInputs inputs = SubArrayInputs.of(randomInputs(seed));
        JsonNode out = SubArrayCases.outputs(inputs, Example.LIBRARY, Mode.DEFAULT);
        assertSum(out.path("area"), "_m2", "total_m2");
        assertSum(out.path("leakage"), "_W", "total_W");
        assertSum(out.path("readDynamicEnergy"), "_J", "total_J");
        assertSum(out.path("writeDynamicEnergy_oneRow"), "_J", "total_J");
        assertSum(out.path("readLatency"), "_s", "total_s");
        assertSum(out.path("writeLatency_wholeArray"), "_s", "total_s");
    }

    private static void assertSum(JsonNode group, String unit, String total) {
        double sum = 0;
        for (var entry : group.properties()) {
            String name = entry.getKey();
            boolean part = name.endsWith(unit)
                    && !name.contains("total")
                    && !name.startsWith("synapticCore")
                    && !name.equals("readPulseWidth_s");
            if (part) sum += entry.getValue().doubleValue();
        }
        double expected = group.path(total).doubleValue();
        assertEquals(expected, sum, 1e-12 * expected, () -> group.toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreRowsOrColumnsNeverShrinkAPart(long seed) {
        ObjectNode inputs = randomInputs(seed);
        SubArrayCost small = cost(inputs);
        inputs.put("cols", 2 * inputs.path("cols").intValue());
        SubArrayCost wide = cost(inputs);
        for (PartCost part : small.parts()) {
            PartCost larger = wide.of(part.part());
            assertTrue(larger.leakageWatts() >= part.leakageWatts() * (1 - 1e-12), part + " became " + larger);
        }
        assertTrue(wide.of(Part.ARRAY).areaSquareMetres()
                >= 1.99 * small.of(Part.ARRAY).areaSquareMetres());
        inputs.put("rows", 2 * inputs.path("rows").intValue());
        SubArrayCost both = cost(inputs);
        assertTrue(both.core().leakageWatts() >= wide.core().leakageWatts() * (1 - 1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doingMoreNeverCostsLess(long seed) {
        ObjectNode inputs = randomInputs(seed);
        SubArrayInputs idle = SubArrayInputs.of(inputs);
        SubArray array = SubArray.of(idle.design(), Example.LIBRARY, Mode.DEFAULT);
        Workload w = idle.workload();
        Workload more = new Workload(
                Math.min(1, w.activeRows() + 0.1),
                w.switchActivity(),
                w.pulsesPerCell() + 1,
                w.batchesPerRow() + 1,
                w.pulseSeconds() + 1e-6,
                w.cellPulses());
        SubArrayCost less = array.cost(w);
        SubArrayCost greater = array.cost(more);
        for (PartCost part : less.parts()) {
            PartCost busier = greater.of(part.part());
            assertTrue(busier.readJoules() >= part.readJoules(), part + " became " + busier);
            assertTrue(busier.writeJoules() >= part.writeJoules(), part + " became " + busier);
            assertTrue(busier.writeSeconds() >= part.writeSeconds(), part + " became " + busier);
        }
    }

    @Test
    void anArrayOfTransistorsShrinksWithTheSquareOfTheNode() {
        double at130 = arrayArea(130);
        for (double node : new double[] {90, 65, 45, 32, 22}) {
            assertEquals(at130 * Math.pow(node / 130, 2), arrayArea(node), 1e-12 * at130);
        }
    }

    @Test
    void everySmallerPlanarNodeIsSmallerInEveryPart() {
        double[] nodes = {130, 90, 65, 45, 32, 22};
        for (int i = 1; i < nodes.length; i++) {
            double large = nodes[i - 1];
            double small = nodes[i];
            for (PartCost part : atNode(large).parts()) {
                PartCost shrunk = atNode(small).of(part.part());
                assertTrue(shrunk.areaSquareMetres() <= part.areaSquareMetres(), part + " became " + shrunk);
            }
        }
    }

    @Test
    void serialInputBitsRepeatTheAnalogRead() {
        PartCost once = bits(1).of(Part.READ_CIRCUIT);
        PartCost eight = bits(8).of(Part.READ_CIRCUIT);
        assertEquals(8 * once.readSeconds(), eight.readSeconds(), 1e-18);
        assertEquals(8 * once.readJoules(), eight.readJoules(), 1e-24);
    }

    @Test
    void theFourteenNanometreAndLowPowerNodesWorkEverywhere() {
        for (TechnologyNode node : Example.LIBRARY.nodes()) {
            var inputs = Example.inputs(in -> in.put("processNode_nm", node.nanometres())
                    .put("deviceRoadmap", node.flavour().name())
                    .put("accessResistance_ohm", 0));
            double leakage = SubArray.of(inputs.design(), Example.LIBRARY, Mode.DEFAULT)
                    .cost(inputs.workload())
                    .core()
                    .leakageWatts();
            assertEquals(
                    node.flavour() == Flavour.HP, leakage > 1e-6, node.nanometres() + " nm leaks " + leakage + " W");
        }
    }

    @Test
    void idealWiresCostNothingInACell() {
        var inputs = Example.inputs(in -> in.put("arrayWireWidth_nm", -1));
        SubArray array = SubArray.of(inputs.design(), Example.LIBRARY, Mode.NEUROSIM_COMPATIBLE);
        double siemens = inputs.design().cell().maxSiemens();
        assertEquals(array.electrics().cellAmperes(siemens), array.electrics().cellAmperes(99, 0, siemens));
    }

    private static SubArrayCost cost(ObjectNode inputs) {
        SubArrayInputs read = SubArrayInputs.of(inputs);
        return SubArray.of(read.design(), Example.LIBRARY, Mode.DEFAULT).cost(read.workload());
    }

    private static double arrayArea(double node) {
        return atNode(node).of(Part.ARRAY).areaSquareMetres();
    }

    private static SubArrayCost atNode(double node) {
        var inputs = Example.inputs(in -> in.put("processNode_nm", node));
        return SubArray.of(inputs.design(), Example.LIBRARY, Mode.DEFAULT).cost(inputs.workload());
    }

    private static SubArrayCost bits(int bits) {
        var inputs = Example.inputs(in -> in.put("numBitInput", bits));
        return SubArray.of(inputs.design(), Example.LIBRARY, Mode.DEFAULT).cost(inputs.workload());
    }

    /** Any node, size, cell and workload that a designer might try. */
    private static ObjectNode randomInputs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ObjectNode inputs = Example.ORACLE.at("/subarrayCases/0/inputs").deepCopy();
        var nodes = Example.LIBRARY.nodes();
        TechnologyNode node = nodes.get(random.nextInt(nodes.size()));
        double[] wires = {-1, 14, 22, 32, 40, 50, 100, 200};
        CellAccess access = CellAccess.values()[random.nextInt(3)];
        int columns = 1 + random.nextInt(600);
        inputs.put("processNode_nm", node.nanometres())
                .put("deviceRoadmap", node.flavour().name());
        inputs.put("temperature_K", random.nextDouble(300, 400));
        inputs.put("rows", 1 + random.nextInt(600)).put("cols", columns);
        inputs.put("cellAccess", access.label()).put("gateCapacitance_F", 1e-15);
        double size = access.hasTransistor() ? random.nextDouble(4, 12) : random.nextDouble(2, 6);
        inputs.put("cellWidth_F", size).put("cellHeight_F", size);
        inputs.put("cellFeatureSize", access.hasTransistor() ? "processNode" : "arrayWireWidth");
        inputs.put("arrayWireWidth_nm", wires[random.nextInt(wires.length)]);
        inputs.put("accessResistance_ohm", random.nextDouble(3e4, 2e5));
        inputs.put("numColMuxed", 1 + random.nextInt(columns)).put("numWriteColMuxed", 1 + random.nextInt(columns));
        inputs.put("numBitInput", 1 + random.nextInt(8)).put("readCircuitBits", 1 + random.nextInt(10));
        inputs.put("relaxArrayCellWidth", random.nextBoolean()).put("relaxArrayCellHeight", random.nextBoolean());
        double min = Math.pow(10, random.nextDouble(-10, -5));
        inputs.put("minConductance_S", min).put("maxConductance_S", min * random.nextDouble(1.5, 1000));
        inputs.put("NL_LTP", random.nextDouble(-9, 9)).put("NL_LTD", random.nextDouble(-9, 9));
        inputs.put("nonlinearIV", random.nextBoolean()).put("currentNonlinearity", random.nextDouble(1, 20));
        inputs.put("activityRowRead", random.nextDouble());
        return inputs;
    }
}
