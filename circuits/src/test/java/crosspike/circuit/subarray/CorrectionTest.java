package crosspike.circuit.subarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each difference between the two modes changes, and that it changes it in the right direction. */
class CorrectionTest {

    @Test
    void theDefaultMakesAllCorrectionsAndCompatibilityNone() {
        assertEquals(Set.of(Correction.values()), Mode.DEFAULT.corrections());
        assertEquals(Set.of(), Mode.NEUROSIM_COMPATIBLE.corrections());
    }

    @Test
    void leakageOfTenNanometresGrowsWithoutTheMisprint() {
        var inputs = Example.inputs(in -> in.put("processNode_nm", 10).put("accessResistance_ohm", 20000));
        double misprinted = array(inputs, null).technology().offP();
        assertEquals(0.9 * 0.0016268 + 0.1 * 0.1578505, misprinted, 1e-12);
        assertTrue(array(inputs, Correction.LEAKAGE_MISPRINT).technology().offP() > 6 * misprinted);
    }

    @Test
    void hotWiresResistMore() {
        var hot = Example.inputs(in -> in.put("temperature_K", 350));
        double cold = array(hot, null).array().rowOhms();
        assertEquals(
                cold * (1 + 0.00451 * 50),
                array(hot, Correction.WIRE_TEMPERATURE).array().rowOhms(),
                1e-9);
    }

    @Test
    void peripheryOverhangsANarrowArray() {
        SubArray narrow = array(
                Example.inputs(in -> in.put("rows", 2).put("cols", 2).put("numColMuxed", 1)), Correction.OVERHANG);
        assertEquals(28 * 32e-9, narrow.rowMatrix().heightMetres(), 1e-15);
        // ten NANDs of 3 gate pitches, a NOR of 3 and an inverter of 2
        assertEquals(35 * 3.8 * 32e-9, narrow.columnMatrix().widthMetres(), 1e-15);
        assertTrue(narrow.cost(workload()).core().areaSquareMetres() > 0);
    }

    @Test
    void theCoreOfANarrowArrayEnclosesThePeripheryThatOverhangs() {
        SubArray narrow = array(
                Example.inputs(in -> in.put("rows", 2).put("cols", 2).put("numColMuxed", 1)), Correction.OVERHANG);
        assertEquals(
                narrow.columnMatrix().heightMetres()
                        + 28 * 32e-9
                        + narrow.mux().heightMetres()
                        + narrow.readCircuits().heightMetres()
                        + narrow.subtractors().heightMetres(),
                narrow.coreHeightMetres(),
                1e-15);
        assertEquals(
                narrow.decoder().widthMetres()
                        + narrow.follower().widthMetres()
                        + 35 * 3.8 * 32e-9
                        + narrow.rowMatrix().widthMetres(),
                narrow.coreWidthMetres(),
                1e-15);
    }

    @Test
    void gatesOfANarrowArrayAreSpreadOverItsColumnsAlone() {
        // two columns of 4 F or 7.6 F: 15.2 F for both
        SubArray narrow = array(
                Example.inputs(in -> in.put("rows", 7).put("cols", 2).put("numColMuxed", 2)), Correction.OVERHANG);
        SubArray fits = array(
                Example.inputs(in -> in.put("rows", 7)
                        .put("cols", 2)
                        .put("numColMuxed", 2)
                        .put("cellWidth_F", 7.6)
                        .put("accessResistance_ohm", 15000)),
                null);
        assertEquals(fits.columnMatrix().drainFarads(), narrow.columnMatrix().drainFarads(), 1e-30);
        assertEquals(fits.mux().drainFarads(), narrow.mux().drainFarads(), 1e-30);
    }

    @Test
    void noCircuitOfANarrowArrayIsSmallerThanItsGates() {
        SubArray narrow = array(
                Example.inputs(in -> in.put("rows", 2).put("cols", 2).put("numColMuxed", 1)), Correction.OVERHANG);
        double feature = 32e-9;
        // two read circuits of 8 bits, drawn 24 gate pitches wide and 9 gates high
        double readCircuits = 2 * 24 * 3.8 * 9 * 28 * feature * feature;
        assertTrue(narrow.readCircuits().areaSquareMetres() >= readCircuits * (1 - 1e-12));
        // two subtractors of 8 bits
        double subtractors = 2 * 35 * 3.8 * 8 * 28 * feature * feature;
        assertTrue(narrow.subtractors().areaSquareMetres() >= subtractors * (1 - 1e-12));
    }

    @Test
    void gatesForResistiveCellsAreNotNarrowerThanCanBeDrawn() {
        var inputs = Example.inputs(in -> {});
        assertTrue(array(inputs, null).mux().gateFarads()
                < array(inputs, Correction.MINIMUM_WIDTH).mux().gateFarads());
        double minimum = array(inputs, null).neurons().mux().gateFarads();
        assertEquals(
                minimum, array(inputs, Correction.MINIMUM_WIDTH).columnMatrix().gateFarads(), 1e-25);
    }

    @Test
    void anAccessTransistorIsNotNarrowerThanCanBeDrawn() {
        var resistive = Example.inputs(in -> in.put("accessResistance_ohm", 1e6));
        assertTrue(array(resistive, null).array().accessFeatures() < 0.1);
        assertEquals(2, array(resistive, Correction.MINIMUM_WIDTH).array().accessFeatures());
    }

    @Test
    void switchesFollowTheWorkload() {
        var quiet = Example.inputs(in -> in.put("activityRowRead", 0));
        SubArray array = array(quiet, Correction.SWITCH_ACTIVITY);
        assertEquals(
                array.rowMatrix().flopJoules(),
                array.cost(quiet.workload()).of(Part.BIT_LINE_MATRIX).readJoules());
        assertTrue(array(quiet, null)
                        .cost(quiet.workload())
                        .of(Part.BIT_LINE_MATRIX)
                        .readJoules()
                > array.rowMatrix().flopJoules());
    }

    @Test
    void theWholeReadPathCountsForBothCellTypes() {
        var serial = Example.inputs(in -> in.put("numBitInput", 4));
        SubArrayCost compatible = array(serial, null).cost(serial.workload());
        SubArrayCost complete = array(serial, Correction.COMPLETE_READ_PATH).cost(serial.workload());
        double shiftAdd = compatible.of(Part.SHIFT_ADD).readSeconds();
        assertTrue(shiftAdd > 0);
        assertEquals(compatible.core().readSeconds() + shiftAdd, complete.core().readSeconds(), 1e-18);

        var crosspoint = Example.crosspoint(in -> {});
        SubArray array = array(crosspoint, Correction.COMPLETE_READ_PATH);
        double without =
                array(crosspoint, null).cost(crosspoint.workload()).core().readSeconds();
        assertEquals(
                without + array.columnDelaySeconds(),
                array.cost(crosspoint.workload()).core().readSeconds(),
                1e-18);
    }

    @Test
    void columnsSettleOnceForEachGroup() {
        var inputs = Example.inputs(in -> {});
        assertEquals(
                array(inputs, null).columnDelaySeconds() / 16,
                array(inputs, Correction.COLUMN_DELAY_ONCE).columnDelaySeconds(),
                1e-18);
    }

    @Test
    void columnsSettleThroughTheirCellsInParallel() {
        var inputs = Example.inputs(in -> {});
        SubArray parallel = array(inputs, Correction.MEAN_CONDUCTANCE);
        Cell cell = parallel.design().cell();
        double ohms = 2 / (cell.minSiemens() + cell.maxSiemens()) + cell.seriesOhms();
        assertEquals(
                array(inputs, null).columnDelaySeconds() * ohms / cell.meanOhms(),
                parallel.columnDelaySeconds(),
                1e-18);
    }

    @Test
    void cellsThatCanBeSwitchedOffDoNotKeepColumnsFromSettling() {
        var nearlyOff = Example.inputs(in -> in.put("minConductance_S", 1e-18));
        double settled = array(nearlyOff, Correction.MEAN_CONDUCTANCE).columnDelaySeconds();
        assertTrue(settled < 1e-6 * array(nearlyOff, null).columnDelaySeconds());
    }

    @Test
    void conversionsAreCheaperAtSmallerNodes() {
        var inputs = Example.inputs(in -> {});
        assertEquals(1.346e-12, array(inputs, null).readCircuits().conversionJoules());
        double scaled =
                array(inputs, Correction.SCALED_CONVERSION).readCircuits().conversionJoules();
        assertEquals(1.346e-12 * 32 / 65 * Math.pow(0.9 / 1.1, 2), scaled, 1e-24);
        var at65 = Example.inputs(in -> in.put("processNode_nm", 65));
        assertEquals(
                1.346e-12,
                array(at65, Correction.SCALED_CONVERSION).readCircuits().conversionJoules(),
                1e-24);
    }

    @Test
    void linesAreChargedOncePerReadInsteadOfOncePerColumn() {
        var inputs = Example.inputs(in -> {});
        double once = array(inputs, Correction.LINES_CHARGED_ONCE).electrics().columnReadJoules(0, 0);
        assertEquals(array(inputs, null).electrics().columnReadJoules(0, 0) / 100, once, 1e-12 * once);
    }

    @Test
    void cellsConductForTheReadPulse() {
        SubArray array = array(Example.inputs(in -> {}), Correction.COMPUTED_READ_PULSE);
        assertEquals(array.readPulseSeconds(), array.electrics().conductingSeconds());
        assertEquals(5e-9, array(Example.inputs(in -> {}), null).electrics().conductingSeconds());
    }

    @Test
    void binaryRoundingShiftsNoLabel() {
        var inputs = Example.inputs(in -> in.put("NL_LTP", 0.29));
        double table = array(inputs, null).electrics().curve(true).shape();
        double exact = array(inputs, Correction.EXACT_NONLINEARITY)
                .electrics()
                .curve(true)
                .shape();
        assertEquals(PulseCurve.shapeOf(0.28), table, 1e-6);
        assertEquals(PulseCurve.shapeOf(0.29), exact);
        assertNotEquals(table, exact, 0.1);
    }

    @Test
    void binaryRoundingLosesNoPulse() {
        var inputs = Example.inputs(in -> in.put("numLevelLTP", 49).put("numLevelLTD", 97));
        var lossy = array(inputs, null).electrics();
        assertEquals(0, lossy.pulses(2.0 / 49), "the single pulse of 49 levels that NeuroSim never applies");
        int lost = 0;
        var exact = array(inputs, Correction.EXACT_PULSE_COUNT).electrics();
        for (int n = 1; n <= 97; n++) {
            assertEquals(-n, exact.pulses(-2.0 * n / 97));
            if (lossy.pulses(-2.0 * n / 97) != -n) lost++;
        }
        assertEquals(10, lost);
    }

    /**
     * Core and neurons of both layers of a 400-100-10 perceptron at 32 nm: 9144.3 µm² for EpiRAM and 8663.1 µm² for
     * TaOx/HfOx, with transmission gates that take a tenth of the cell's resistance.
     *
     * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim+, table II (2019)"
     */
    @Test
    void theAreasPublishedIn2019NeedWiderTransmissionGates() {
        assertEquals(9144.28e-12, publishedArea(9), 0.01e-12);
        assertEquals(8663.05e-12, publishedArea(14), 0.01e-12);
    }

    private static double publishedArea(int oracleCase) {
        Mode mode = new Mode(Set.of(), 0.1);
        double sum = 0;
        for (int layer = 0; layer < 2; layer++) {
            ObjectNode in = Example.ORACLE
                    .at("/subarrayCases/" + (oracleCase - 1) + "/inputs")
                    .deepCopy();
            in.put("processNode_nm", 32)
                    .put("accessResistance_ohm", 15000)
                    .put("cellWidth_F", 4)
                    .put("cellHeight_F", 4);
            in.put("rows", layer == 0 ? 400 : 100).put("cols", layer == 0 ? 100 : 10);
            in.put("relaxArrayCellWidth", layer == 1).put("numColMuxed", 16).put("readCircuitBits", 8);
            SubArrayInputs inputs = SubArrayInputs.of(in);
            SubArrayCost cost =
                    SubArray.of(inputs.design(), Example.LIBRARY, mode).cost(inputs.workload());
            sum += cost.core().areaSquareMetres() + cost.neurons().areaSquareMetres();
        }
        return sum;
    }

    private static Workload workload() {
        return Example.inputs(in -> {}).workload();
    }

    private static SubArray array(SubArrayInputs inputs, Correction correction) {
        Mode mode = correction == null ? Mode.NEUROSIM_COMPATIBLE : Mode.NEUROSIM_COMPATIBLE.with(correction);
        return SubArray.of(inputs.design(), Example.LIBRARY, mode);
    }
}
