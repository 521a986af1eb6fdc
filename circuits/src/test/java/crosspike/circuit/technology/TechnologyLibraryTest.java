package crosspike.circuit.technology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.Installation;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TechnologyLibraryTest {
    private static final Path SHIPPED = Installation.path("calibration-data", "technology");
    private static final TechnologyLibrary LIBRARY = TechnologyLibrary.shipped();

    @TempDir
    Path directory;

    @Test
    void nineNodesInTwoFlavoursAreShippedWithTheirSources() {
        assertEquals(18, LIBRARY.nodes().size());
        for (TechnologyNode node : LIBRARY.nodes()) {
            assertTrue(node.source().size() >= 2, node.nanometres() + " nm has no source");
            LIBRARY.wires().wire(LIBRARY.wires().usualWidth(node.nanometres()));
        }
    }

    @Test
    void currentsAreInterpolatedBetweenTemperatures() {
        TechnologyNode node = LIBRARY.node(32, Flavour.HP);
        assertEquals(0.9 * 1410 + 0.1 * 1380, node.at(301).onN(), 1e-9);
        assertEquals(1080, node.at(400).onN());
        assertEquals(1410, node.at(300).onN());
    }

    @Test
    void leakageGrowsWithTemperatureAtEveryNode() {
        for (TechnologyNode node : LIBRARY.nodes()) {
            for (int kelvin = 300; kelvin < 400; kelvin += 5) {
                assertTrue(node.at(kelvin + 5).offN() > node.at(kelvin).offN(), node + " at " + kelvin + " K");
                assertTrue(node.at(kelvin + 5).offP() > node.at(kelvin).offP(), node + " at " + kelvin + " K");
            }
        }
    }

    @Test
    void lowStandbyPowerLeaksAThousandTimesLess() {
        for (TechnologyNode node : LIBRARY.nodes()) {
            if (node.flavour() == Flavour.HP) {
                double ratio = node.at(300).offN()
                        / LIBRARY.node(node.nanometres(), Flavour.LSTP).at(300).offN();
                assertEquals(1000, ratio, 25, node.nanometres() + " nm");
            }
        }
    }

    @Test
    void theMisprintedLeakageOfTenNanometresIsKeptBesideTheCorrectedOne() {
        TechnologyNode node = LIBRARY.node(10, Flavour.HP);
        assertEquals(0.0985, node.at(300).offP());
        assertEquals(0.0016268, node.asPublishedAt(300).offP());
    }

    @Test
    void anUnknownNodeListsTheNodesThereAre() {
        var e = assertThrows(UserError.class, () -> LIBRARY.node(28, Flavour.HP));
        assertEquals(
                "technology node 28 nm HP is unknown; calibration-data/technology has: 130 nm HP, 130 nm LSTP, 90 nm HP,"
                        + " 90 nm LSTP, 65 nm HP, 65 nm LSTP, 45 nm HP, 45 nm LSTP, 32 nm HP, 32 nm LSTP, 22 nm HP,"
                        + " 22 nm LSTP, 14 nm HP, 14 nm LSTP, 10 nm HP, 10 nm LSTP, 7 nm HP, 7 nm LSTP",
                e.getMessage());
    }

    @Test
    void aTemperatureWithoutDataIsRefused() {
        var e = assertThrows(UserError.class, () -> LIBRARY.node(32, Flavour.HP).at(401));
        assertEquals("temperature is 401.0 K; the technology data reach from 300.0 K to 400.0 K", e.getMessage());
    }

    @Test
    void anUnknownWireListsTheWidthsThereAre() {
        var e = assertThrows(UserError.class, () -> LIBRARY.wires().wire(65));
        assertEquals(
                "array wire width 65 nm is unknown; calibration-data/technology has: 800, 200, 100, 50, 40, 32, 22, 14 nm",
                e.getMessage());
    }

    @Test
    void aNodeIsAddedByAddingAFile() throws IOException {
        Files.copy(SHIPPED.resolve("wires.yaml"), directory.resolve("wires.yaml"));
        String text = Files.readString(SHIPPED.resolve("022nm-hp.yaml"));
        Files.writeString(directory.resolve("mine.yaml"), text.replace("node: 22 nm", "node: 28 nm"));
        assertEquals(
                0.85, TechnologyLibrary.read(directory).node(28, Flavour.HP).supplyVolts());
    }

    @Test
    void aFileNamedAfterItsNodeIsReadWhenTheNodeIsAskedFor() throws IOException {
        Files.copy(SHIPPED.resolve("wires.yaml"), directory.resolve("wires.yaml"));
        Files.copy(SHIPPED.resolve("022nm-hp.yaml"), directory.resolve("022nm-hp.yaml"));
        Path broken = Files.writeString(directory.resolve("28nm-lstp.json"), "{\"vdd\": 1}");
        TechnologyLibrary library = TechnologyLibrary.read(directory);
        assertEquals(0.85, library.node(22, Flavour.HP).supplyVolts());
        var e = assertThrows(UserError.class, () -> library.node(28, Flavour.LSTP));
        assertTrue(e.getMessage().contains(broken.toString()), e.getMessage());
    }

    @Test
    void aFileNamedAfterAnotherNodeIsRefused() throws IOException {
        Files.copy(SHIPPED.resolve("wires.yaml"), directory.resolve("wires.yaml"));
        Path file = Files.copy(SHIPPED.resolve("022nm-hp.yaml"), directory.resolve("028nm-hp.yaml"));
        TechnologyLibrary library = TechnologyLibrary.read(directory);
        var e = assertThrows(UserError.class, () -> library.node(28, Flavour.HP));
        assertEquals(file + " holds 22 nm HP, but is named after 28 nm HP; rename it or mend its node", e.getMessage());
    }

    @Test
    void twoNamesOfOneNodeAreRefused() throws IOException {
        Files.copy(SHIPPED.resolve("022nm-hp.yaml"), directory.resolve("022nm-hp.yaml"));
        Path second = Files.copy(SHIPPED.resolve("022nm-hp.yaml"), directory.resolve("22nm-hp.yml"));
        var e = assertThrows(UserError.class, () -> TechnologyLibrary.read(directory));
        assertEquals(second + ": a second file for 22 nm HP; remove one of them", e.getMessage());
    }

    @Test
    void mistakesInAFileNameKeyFileAndLine() throws IOException {
        Path file = directory.resolve("node.yaml");
        assertMistake(
                "vdd: 0.85 V",
                "vdd: -1 V",
                "vdd (" + file + ", line 4) is \"-1 V\"; expected a voltage above 0 V and at most 20 V");
        assertMistake(
                "[1500, ",
                "[-1500, ",
                "nmos_on_current_A_per_m.0 (" + file + ", line 11) is -1500; expected a number above 0");
        assertMistake(
                "[1500, ",
                "[",
                file
                        + ": nmos_on_current_A_per_m and temperature_K: 10 currents for 11 temperatures; expected one current"
                        + " for each of at least two temperatures");
        assertMistake(
                "temperature_K: [300, 310",
                "temperature_K: [310, 300",
                file
                        + ": pmos_off_current_A_per_m and temperature_K: temperatures are [310.0, 300.0, 320.0, 330.0, 340.0,"
                        + " 350.0, 360.0, 370.0, 380.0, 390.0, 400.0] K; expected them to ascend");
    }

    @Test
    void everyValueNeedsASource() throws IOException {
        String text = Files.readString(SHIPPED.resolve("022nm-hp.yaml"));
        assertMistake(
                text.substring(text.indexOf("sources:")),
                "sources: []",
                directory.resolve("node.yaml") + ": sources is empty; expected where the values come from");
    }

    @Test
    void anUnknownKeyIsRefused() {
        var e = assertThrows(UserError.class, () -> readChanged("vdd: 0.85 V", "vdd: 0.85 V\nvth: 0.2 V"));
        assertTrue(e.getMessage().startsWith("unknown key vth ("), e.getMessage());
    }

    @Test
    void twoFilesForOneNodeAreRefused() throws IOException {
        Files.copy(SHIPPED.resolve("022nm-hp.yaml"), directory.resolve("a.yaml"));
        var e = assertThrows(UserError.class, () -> readChanged("vdd: 0.85 V", "vdd: 0.8 V"));
        assertEquals(
                directory.resolve("node.yaml") + ": a second file for 22 nm HP; remove one of them", e.getMessage());
    }

    @Test
    void aDirectoryWithoutWiresIsRefused() {
        var e = assertThrows(UserError.class, () -> TechnologyLibrary.read(directory));
        assertEquals(directory + " has no wires.yaml; expected the table of array wires there", e.getMessage());
    }

    private void assertMistake(String text, String replacement, String message) throws IOException {
        var e = assertThrows(UserError.class, () -> readChanged(text, replacement));
        assertEquals(message, e.getMessage());
    }

    private void readChanged(String text, String replacement) throws IOException {
        String node = Files.readString(SHIPPED.resolve("022nm-hp.yaml"));
        assertTrue(node.contains(text), "the shipped file no longer has " + text);
        Files.writeString(directory.resolve("node.yaml"), node.replace(text, replacement));
        TechnologyLibrary.read(directory);
    }
}
