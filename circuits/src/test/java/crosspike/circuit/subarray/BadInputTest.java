package crosspike.circuit.subarray;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosspike.input.UserError;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BadInputTest {

    @Test
    void sizesAndSettingsOutOfRangeNameKeyValueAndRange() {
        assertMistake(in -> in.put("cols", 0), "cols is 0; expected a whole number from 1 to 1048576");
        assertMistake(in -> in.put("rows", -3), "rows is -3; expected a whole number from 1 to 1048576");
        assertMistake(in -> in.put("rows", 12.5), "rows is 12.5; expected a whole number");
        assertMistake(in -> in.put("rows", "400"), "rows is \"400\"; expected a number");
        assertMistake(in -> in.remove("rows"), "rows is missing; expected a number");
        assertMistake(in -> in.put("numColMuxed", 0), "numColMuxed is 0; expected a whole number from 1 to 65536");
        assertMistake(
                in -> in.put("readCircuitBits", 40), "readCircuitBits is 40; expected a whole number from 1 to 30");
        assertMistake(in -> in.put("readVoltage_V", 0), "readVoltage_V is 0; expected above 0 and at most 20 V");
        assertMistake(in -> in.put("activityRowRead", 1.5), "activityRowRead is 1.5; expected 0 to 1");
        assertMistake(
                in -> in.put("temperature_K", 250),
                "temperature is 250.0 K; the technology data reach from 300.0 K to 400.0 K");
        assertMistake(in -> in.put("NL_LTP", 11), "NL_LTP is 11; expected a label of -10 to 10");
        assertMistake(in -> in.put("cellAccess", "2T1R"), "cellAccess is \"2T1R\"; expected 1T1R, crosspoint or FeFET");
        assertMistake(in -> in.put("deviceRoadmap", "LP"), "deviceRoadmap is \"LP\"; expected HP or LSTP");
        assertMistake(in -> in.put("nonlinearIV", "no"), "nonlinearIV is \"no\"; expected true or false");
    }

    @Test
    void conductancesMustBePositiveOrderedAndPossible() {
        assertMistake(
                in -> in.put("minConductance_S", -1e-9), "minConductance_S is -1.0E-9; expected above 0 and below 1 S");
        assertMistake(
                in -> in.put("minConductance_S", 1e-3),
                "maxConductance_S is 3.8462E-8; expected above minConductance_S = 0.001 and below 1 S");
        assertMistake(
                in -> in.put("maxConductance_S", 38462),
                "maxConductance_S is 38462; expected above minConductance_S = 3.0769E-9 and below 1 S");
    }

    @Test
    void anUnknownNodeListsTheNodesThereAre() {
        var e = assertThrows(UserError.class, () -> evaluate(in -> in.put("processNode_nm", 28)));
        assertTrue(e.getMessage()
                .startsWith("technology node 28 nm HP is unknown; calibration-data/technology has: 130 nm HP,"));
    }

    @Test
    void anArrayTooNarrowForItsPeripherySaysHowManyLinesItNeeds() {
        assertMistake(
                in -> in.put("rows", 6),
                "rows is 6, which makes the array 24.0 F long on the side of its periphery; expected at least 28.0 F,"
                        + " 7 lines of this cell (the mode default lets the periphery overhang)");
        assertMistake(
                in -> in.put("cols", 3),
                "cols is 3, which makes the array 12.0 F long on the side of its periphery; expected at least 15.2 F,"
                        + " 4 lines of this cell (the mode default lets the periphery overhang)");
        assertDoesNotThrow(() -> evaluate(in -> in.put("rows", 7).put("cols", 4)));
    }

    @Test
    void anAccessTransistorMustFitItsCell() {
        assertMistake(
                in -> in.put("accessResistance_ohm", 5000),
                "accessResistance_ohm is 5000, which takes a transistor 6.2 F wide in a cell of 4 F; expected at least"
                        + " 7696 ohm");
        assertMistake(
                in -> in.put("cellWidth_F", 3),
                "cellWidth_F is 3; expected above 3.6 F, which the edges of the access transistor take, and at most"
                        + " 10000 F");
    }

    @Test
    void aTransistorMustFitIntoACellInWireWidthsAsItIsDrawn() {
        // at 32 nm; the transistor of 15 kohm is 2.05 F = 65.7 nm wide
        assertMistake(
                in -> in.put("cellFeatureSize", "arrayWireWidth").put("arrayWireWidth_nm", 14),
                "cellWidth_F is 4 wire widths, a cell 56.0 nm wide; expected above 115.2 nm, 3.6 features, which the edges"
                        + " of the access transistor take");
        assertMistake(
                in -> in.put("cellFeatureSize", "arrayWireWidth")
                        .put("arrayWireWidth_nm", 40)
                        .put("accessResistance_ohm", 5000),
                "accessResistance_ohm is 5000, which takes a transistor 6.2 F wide in a cell of 5 F; expected at least"
                        + " 6157 ohm");
        assertDoesNotThrow(() -> evaluate(in -> in.put("cellFeatureSize", "arrayWireWidth")
                .put("arrayWireWidth_nm", 50)
                .put("accessResistance_ohm", 5000)));
    }

    @Test
    void aPulseOutOfRangeNamesItsKey() {
        assertMistake(
                in -> in.put("writePulseWidthLTP_s", 0), "writePulseWidthLTP_s is 0; expected above 0 and at most 1 s");
        assertMistake(
                in -> in.put("writePulseWidthLTD_s", 2), "writePulseWidthLTD_s is 2; expected above 0 and at most 1 s");
        assertMistake(in -> in.put("numLevelLTD", 0), "numLevelLTD is 0; expected at least 1");
        assertMistake(
                in -> in.put("writeVoltageLTD_V", -1), "writeVoltageLTD_V is -1; expected above 0 and at most 20 V");
    }

    @Test
    void aNonlinearityWithoutItsSwitchIsNotTakenForALinearCell() {
        assertMistake(
                in -> in.put("currentNonlinearity", 10).remove("nonlinearIV"),
                "nonlinearIV is missing; expected true or false beside currentNonlinearity");
        assertDoesNotThrow(() -> evaluate(in -> in.remove("nonlinearIV")));
    }

    @Test
    void moreMultiplexedColumnsThanThereAreIsRefusedWhereItIsNotCompatibility() {
        var e = assertThrows(
                UserError.class,
                () -> SubArray.of(Example.inputs(in -> in.put("cols", 10)).design(), Example.LIBRARY, Mode.DEFAULT));
        assertEquals("numColMuxed is 16, more than the 10 cols there are; expected 1 to 10", e.getMessage());
        assertDoesNotThrow(() -> evaluate(in -> in.put("cols", 10)));
    }

    @Test
    void aMistakeInAFileNamesTheCase() throws Exception {
        ObjectNode file = Example.ORACLE.deepCopy();
        ((ObjectNode) file.at("/subarrayCases/4/inputs")).put("cols", 0);
        var e = assertThrows(UserError.class, () -> SubArrayCases.run(file, Example.LIBRARY, Mode.NEUROSIM_COMPATIBLE));
        assertEquals("pub-05: cols is 0; expected a whole number from 1 to 1048576", e.getMessage());
        ((ObjectNode) file.at("/subarrayCases/4")).put("id", "");
        e = assertThrows(UserError.class, () -> SubArrayCases.run(file, Example.LIBRARY, Mode.NEUROSIM_COMPATIBLE));
        assertEquals("subarrayCases[4]: cols is 0; expected a whole number from 1 to 1048576", e.getMessage());
    }

    @Test
    void aFileWithoutCasesSaysWhatItShouldHave() throws Exception {
        JsonNode file = new ObjectMapper().readTree("{}");
        var e = assertThrows(UserError.class, () -> SubArrayCases.run(file, Example.LIBRARY, Mode.NEUROSIM_COMPATIBLE));
        assertEquals("subarrayCases is missing; expected a list of {\"id\", \"inputs\"}", e.getMessage());
    }

    @Test
    void anUnknownModeListsTheModes() {
        var e = assertThrows(UserError.class, () -> Mode.named("exact"));
        assertEquals("circuit mode exact is unknown; expected default or neurosim-compatible", e.getMessage());
    }

    private static void evaluate(Consumer<ObjectNode> changes) {
        SubArrayCases.outputs(Example.inputs(changes), Example.LIBRARY, Mode.NEUROSIM_COMPATIBLE);
    }

    private static void assertMistake(Consumer<ObjectNode> changes, String message) {
        var e = assertThrows(UserError.class, () -> evaluate(changes));
        assertEquals(message, e.getMessage());
    }
}
