package crosspike.spice.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.spice.Ngspice;
import crosspike.spice.RealNgspice;
import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Devices;
import crosspike.wire.Drive;
import crosspike.wire.NodalSolver;
import crosspike.wire.OperatingPoint;
import crosspike.wire.Wires;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden netlists through ngspice, against the nodal solver or what can be computed by hand. */
class SimulatedExamplesTest {
    @TempDir
    Path folder;

    private Ngspice ngspice;

    @BeforeEach
    void needsNgspice() {
        ngspice = RealNgspice.required();
    }

    private Measured simulate(ArrayExport export) {
        return Measured.of(export, ngspice.run(export.netlist(), folder.resolve("example.cir")));
    }

    private static ArrayExport example(String name) {
        return Examples.all().get(name);
    }

    private static double[] amps(Measured measured) {
        return measured.bitLines().stream().mapToDouble(Measured.Line::amps).toArray();
    }

    /** The same circuit for the nodal solver: wire that leads past cells that are not here is part of the terminals. */
    static OperatingPoint solved(ArrayExport export) {
        int[] rows = export.excerpt().rows();
        var lines = export.excerpt().bitLines();
        int columns = lines.size();
        double segment = export.lines().wordOhms();
        double[][] word = new double[rows.length][columns - 1];
        double[][] bit = new double[rows.length - 1][columns];
        double[][] ohms = new double[rows.length][columns];
        double[][] access = new double[rows.length][columns];
        double[][] bend = new double[rows.length][columns];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                double siemens = lines.get(j).siemens()[i];
                ohms[i][j] =
                        siemens == 0 ? Double.POSITIVE_INFINITY : export.cells().ohms(siemens);
                bend[i][j] = export.cells().sinhPerVolt();
                boolean off =
                        export.cells().access().hasGate() && !export.stimulus().gatesOn()[i];
                access[i][j] = off ? Double.POSITIVE_INFINITY : export.cells().accessOhms();
                if (j > 0)
                    word[i][j - 1] = segment
                            * (lines.get(j).position() - lines.get(j - 1).position());
                if (i > 0) bit[i - 1][j] = segment * (rows[i] - rows[i - 1]);
            }
        }
        double[] left = new double[rows.length];
        Arrays.fill(left, export.lines().driverOhms() + segment * lines.get(0).position());
        double[] bottom = new double[columns];
        int past = export.excerpt().arrayRows() - 1 - rows[rows.length - 1];
        Arrays.fill(bottom, export.lines().senseOhms() + segment * past);
        double[] noRight = new double[rows.length];
        double[] noTop = new double[columns];
        Arrays.fill(noRight, Double.POSITIVE_INFINITY);
        Arrays.fill(noTop, Double.POSITIVE_INFINITY);
        return NodalSolver.solve(new CrossbarCircuit(
                new Wires(word, bit, left, noRight, noTop, bottom),
                new Devices(ohms, access, bend),
                new Drive(
                        export.stimulus().rowVolts(),
                        new double[rows.length],
                        new double[columns],
                        export.stimulus().columnVolts())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "column-1r, 1e-14",
        "tile-1r-wires, 1e-12",
        "tile-1r-sinh, 1e-12",
        "tile-1t1r-switch, 1e-9", // a switch that is off has 1e15 ohm
        "pairs-flags, 1e-12",
        "tile-1r-pulse, 1e-6",
        "program-half, 1e-6",
        "program-gated, 1e-6",
        "program-gated-down, 1e-6"
    })
    void settledCurrentsAndPowerAreThoseOfTheNodalSolver(String name, double tolerance) {
        ArrayExport export = example(name);
        OperatingPoint solved = solved(export);
        Measured measured = simulate(export);
        double scale = Arrays.stream(solved.bottomAmps()).map(Math::abs).max().orElseThrow();
        for (int j = 0; j < solved.bottomAmps().length; j++) {
            assertEquals(solved.bottomAmps()[j], amps(measured)[j], tolerance * scale, "bit line " + j);
        }
        assertEquals(solved.supplyWatts(), measured.watts(), tolerance * solved.supplyWatts());
    }

    @Test
    void idealWiresGiveTheDotProduct() {
        Measured.Line line = simulate(example("column-1r")).bitLines().get(0);
        assertEquals(line.idealAmps(), line.amps(), 1e-15 * line.idealAmps());
    }

    @Test
    void pairsAreSubtractedAndFlagsAreRead() {
        Measured measured = simulate(example("pairs-flags"));
        double[] amps = amps(measured);
        assertEquals("pair0", measured.pairs().get(0).name());
        assertEquals(amps[0] - amps[1], measured.pairs().get(0).amps(), 1e-18);
        assertEquals(amps[3] - amps[4], measured.pairs().get(1).amps(), 1e-18);
        assertEquals("flag0", measured.bitLines().get(2).name());
        assertTrue(amps[5] > 1.5 * amps[2], "the flag of neuron 1 is set in a row with more voltage");
    }

    @Test
    void transistorsConductLikeSwitchesOfTheirResistance() {
        double[] mos = amps(simulate(example("tile-1t1r-mos")));
        double[] ideal = amps(simulate(example("tile-1t1r-switch")));
        for (int j = 0; j < mos.length; j++) assertEquals(ideal[j], mos[j], 0.02 * ideal[j]);
    }

    @Test
    void aPulseThroughTransistorsSettlesAtTheOperatingPoint() {
        ArrayExport pulsed = example("tile-1t1r-mos-pulse");
        Stimulus constant = Examples.read(3, 2);
        ArrayExport atRest = new ArrayExport(
                pulsed.excerpt(), pulsed.lines(), pulsed.cells(), constant, Optional.empty(), pulsed.templates());
        Measured settled = simulate(pulsed);
        double[] expected = amps(simulate(atRest));
        for (int j = 0; j < expected.length; j++) {
            assertEquals(expected[j], amps(settled)[j], 1e-6 * expected[j]);
        }
        double width = pulsed.stimulus().pulse().orElseThrow().widthSeconds();
        assertEquals(settled.watts() * width, settled.joules().orElseThrow(), 0.005 * settled.watts() * width);
        assertEquals(
                amps(settled)[0] * width,
                settled.bitLines().get(0).coulombs().orElseThrow(),
                1e-3 * amps(settled)[0] * width);
        assertTrue(settled.gateJoules().orElseThrow() > 0, "gates are charged through their lines");
    }

    @Test
    void energyAndChargeOfAPulseAreThoseOfItsPlateauAndEdges() {
        ArrayExport export = example("tile-1r-pulse");
        Measured measured = simulate(export);
        PulseShape pulse = export.stimulus().pulse().orElseThrow();
        double seconds = pulse.widthSeconds() - (pulse.riseSeconds() + pulse.fallSeconds()) / 6;
        double expected = measured.watts() * seconds;
        assertEquals(expected, measured.joules().orElseThrow(), 1e-5 * expected);
        for (Measured.Line line : measured.bitLines()) {
            double charge = line.amps() * pulse.widthSeconds();
            assertEquals(charge, line.coulombs().orElseThrow(), 1e-5 * charge);
        }
    }

    @Test
    void writingOnePulseOrTwoTakesTheEnergyOnceOrTwice() {
        ArrayExport two = example("program-half");
        Stimulus once =
                two.stimulus().pulsed(two.stimulus().pulse().orElseThrow().times(1));
        ArrayExport one =
                new ArrayExport(two.excerpt(), two.lines(), two.cells(), once, Optional.empty(), two.templates());
        double joules = simulate(one).joules().orElseThrow();
        assertEquals(2 * joules, simulate(two).joules().orElseThrow(), 1e-4 * joules);
    }

    @Test
    void neuronsFireWhenTheirMembraneHasReachedTheThreshold() {
        ArrayExport export = example("columns-lif");
        Measured measured = simulate(export);
        Lif lif = export.lif().orElseThrow();
        PulseShape pulse = export.stimulus().pulse().orElseThrow();
        double start = pulse.delaySeconds() + pulse.riseSeconds() / 2;
        for (int j = 0; j < 2; j++) {
            double amps = amps(measured)[j];
            double charging =
                    -lif.leakOhms() * lif.farads() * Math.log1p(-lif.thresholdVolts() / (amps * lif.leakOhms()));
            double[] spikes = measured.neurons().get(j).spikeSeconds();
            assertEquals(start + charging, spikes[0], 0.01 * charging);
            double reset = pulse.widthSeconds() / 100; // some of its time constants, pulse width / 1000
            assertEquals((int) (pulse.widthSeconds() / (charging + reset)), spikes.length);
        }
    }
}
