package crosspike.circuit.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.circuit.technology.Flavour;
import crosspike.circuit.technology.Technology;
import crosspike.circuit.technology.TechnologyLibrary;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final TechnologyLibrary LIBRARY = TechnologyLibrary.shipped();
    private static final Technology PLANAR = LIBRARY.node(32, Flavour.HP).at(300);
    private static final Technology FINFET = LIBRARY.node(14, Flavour.HP).at(300);
    private static final double F = 32e-9;

    @Test
    void aTransistorThatFitsIsNotFolded() {
        assertEquals(new Strip(1, false, 4 * F), Strip.of(PLANAR, 4 * F, 4 * F));
        assertEquals(new Strip(2, true, 4 * F), Strip.of(PLANAR, 4.001 * F, 4 * F));
        assertEquals(new Strip(6, true, 0.4 * F), Strip.of(PLANAR, 2.05 * F, 0.4 * F));
    }

    @Test
    void finsAreCountedWhole() {
        // A fin of 14 nm contributes 56 nm; at a pitch of 32 nm, 3 fit into 64 nm.
        assertEquals(new Strip(1, false, 64e-9 + 10e-9), Strip.of(FINFET, 3 * 56e-9, 64e-9));
        assertEquals(new Strip(2, true, 64e-9 + 10e-9), Strip.of(FINFET, 6.5 * 56e-9, 64e-9));
    }

    @Test
    void noHeightForATransistorIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> Strip.of(PLANAR, F, 0));
    }

    @Test
    void aMinimumInverterIsTwoGatePitchesWide() {
        Gate inverter = StandardCells.of(PLANAR).inverter();
        assertEquals(7.6 * F, inverter.widthMetres(), 1e-18);
        double ratio = 1410.0 / 1220;
        assertEquals((2 * F * 0.1003 + 2 * ratio * F * 0.1001) / 2 * 0.9, inverter.leakageWatts(), 1e-20);
        assertEquals((2 + 2 * ratio) * F * 9.2350272e-10, inverter.inputFarads(), 1e-22);
    }

    @Test
    void outputCapacitanceOfAMinimumInverterByHand() {
        double depletion = 1 + 0.9 / 0.9;
        double junction = 1e-3 / Math.sqrt(depletion);
        double sidewall = 2.5e-10 / Math.pow(depletion, 0.33);
        double channel = 0.5e-10 / Math.pow(depletion, 0.33);
        double drain = 2.8 * F;
        double expected = 0;
        for (double width : new double[] {2 * F, 2 * F * 1410 / 1220}) {
            expected += drain * width * junction + (2 * drain + width) * sidewall + width * channel;
        }
        assertEquals(expected, StandardCells.of(PLANAR).inverter().outputFarads(), 1e-12 * expected);
    }

    @Test
    void moreInputsCostMore() {
        double height = 28 * F;
        for (int k = 2; k < 8; k++) {
            Gate small = Gate.nor(PLANAR, k, 2 * F, 2 * k * F, height);
            Gate large = Gate.nor(PLANAR, k + 1, 2 * F, 2 * (k + 1) * F, height);
            assertTrue(large.widthMetres() > small.widthMetres());
            assertTrue(large.outputFarads() > small.outputFarads());
        }
    }

    @Test
    void aTransmissionGateHasTheResistanceAskedFor() {
        assertEquals(1234, TransmissionGate.ofResistance(PLANAR, 1234).ohms(PLANAR), 1e-9);
    }

    @Test
    void foldingAPassGateMakesItLower() {
        var gate = TransmissionGate.ofResistance(PLANAR, 100);
        double edges = 7.1 * F;
        double single = gate.heightMetres(PLANAR, 1) - edges;
        assertEquals(single / 3, gate.heightMetres(PLANAR, 3) - edges, 1e-15);
    }

    @Test
    void aStepTakesLnTwoTimeConstants() {
        assertEquals(Math.log(2) * 1e-10, Edge.step(1e-10), 1e-19);
    }

    @Test
    void aSlowerEdgeArrivesLaterAndDelaysAdd() {
        Edge steep = Edge.STEP.through(1e-12);
        Edge slow = Edge.STEP.through(1e-9);
        double afterSteep = steep.through(1e-11).seconds() - steep.seconds();
        double afterSlow = slow.through(1e-11).seconds() - slow.seconds();
        assertTrue(afterSlow > afterSteep && afterSteep > Edge.step(1e-11));
        assertEquals(0.5 / 1e-11 / Math.log(2), Edge.STEP.through(1e-11).slope(), 1e3);
    }

    @Test
    void wholeRatiosDoNotDependOnTheLastBit() {
        assertEquals(3, Layout.ceil(0.3 / 0.1)); // 2.9999999999999996 and below are 3
        assertEquals(3, Layout.floor(0.3 / 0.1));
        assertEquals(3, Layout.ceil(3.0000000001));
        assertEquals(1, Layout.lines(5, 1, 100));
        assertEquals(5, Layout.lines(5, 10, 1), "a line holds at least one unit");
    }
}
