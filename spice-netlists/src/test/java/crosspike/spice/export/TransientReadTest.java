package crosspike.spice.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import crosspike.spice.Ngspice;
import crosspike.spice.RealNgspice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientReadTest {
    private static final double WIDTH = 50e-9;

    @TempDir
    Path folder;

    private Ngspice ngspice;
    private float[][] siemens;
    private double[] volts;
    private double amps;
    private double watts;

    @BeforeEach
    void needsNgspice() {
        ngspice = RealNgspice.required();
    }

    private void column(int rows, long seed) {
        var random = new SplittableRandom(seed);
        siemens = new float[rows][2];
        volts = new double[rows];
        amps = 0;
        watts = 0;
        for (int row = 0; row < rows; row++) {
            siemens[row][1] = row % 7 == 3 ? 0 : (float) Math.pow(10, random.nextDouble(-9, -3));
            volts[row] = row % 3 == 0 ? 0 : 0.2 * (row + 1) / rows;
            amps += volts[row] * siemens[row][1];
            watts += volts[row] * volts[row] * siemens[row][1];
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 398})
    void withIdealWiresCurrentChargeAndEnergyAreThoseOfTheDotProduct(int rows) {
        column(rows, rows);
        TransientRead.Read read = new TransientRead(
                        ngspice, folder, PulseShape.ofWidth(WIDTH), LineModel.IDEAL, CellModel.PASSIVE)
                .read("a", 1, siemens, volts);
        double edges = 2 * 0.01 * WIDTH; // rise and fall together
        assertEquals(amps, read.settledAmps(), 1e-12 * amps);
        assertEquals(amps * WIDTH, read.chargeCoulombs(), 1e-11 * amps * WIDTH, "the width is that at half height");
        assertEquals(watts * WIDTH, read.plateauJoules(), 1e-11 * watts * WIDTH);
        // V^2 over two straight edges is a third of its value at the top, but the edges begin half outside the width
        assertEquals(watts * (WIDTH - edges / 6), read.energyJoules(), 1e-11 * watts * WIDTH);
        assertEquals("column-0001-pulse.cir", read.netlist());
        assertTrue(Files.exists(folder.resolve(read.netlist())));
    }

    @Test
    void chargingTheWiresCostsTheirCapacitanceTimesTheSquareOfTheVoltage() {
        column(8, 1);
        double farads = 1e-15;
        var slow = new LineModel(2.5, farads, 2e6, 50); // 2 ns, beside edges of 1 ps
        PulseShape steep = new PulseShape(5e-9, 1e-12, WIDTH, 1e-12, 1);
        TransientRead.Read read =
                new TransientRead(ngspice, folder, steep, slow, CellModel.PASSIVE).read("a", 0, empty(8), volts);
        double squares = 0;
        for (double v : volts) squares += v * v;
        assertEquals(farads * squares, read.energyJoules(), 1e-3 * farads * squares);
        assertEquals(0, read.settledAmps(), 1e-15);
    }

    private static float[][] empty(int rows) {
        return new float[rows][1];
    }

    @Test
    void aSettledReadThroughWiresIsTheOperatingPoint() {
        column(20, 5);
        var wires = new LineModel(10, 1e-15, 200, 100);
        int[] rows = IntStream.range(0, 20).toArray();
        var atRest = new ArrayExport(
                Excerpt.of("a", siemens, rows, new int[] {1}),
                wires,
                CellModel.PASSIVE,
                Stimulus.read(volts, 1),
                Optional.empty(),
                Templates.installed());
        double dc = Measured.of(atRest, ngspice.run(atRest.netlist(), folder.resolve("dc.cir")))
                .bitLines()
                .get(0)
                .amps();
        TransientRead.Read read = new TransientRead(
                        ngspice, folder, PulseShape.ofWidth(WIDTH), wires, CellModel.PASSIVE)
                .read("a", 1, siemens, volts);
        assertTrue(dc < 0.99 * amps, "wires take a part of the current");
        assertEquals(dc, read.settledAmps(), 1e-6 * dc);
        assertEquals(dc * WIDTH, read.chargeCoulombs(), 1e-4 * dc * WIDTH);
    }

    @Test
    void widthsThatAreNoneAreRefused() {
        UserError error = assertThrows(UserError.class, () -> PulseShape.ofWidth(0));
        assertTrue(error.getMessage().startsWith("pulse has delay 0.0 s"), error.getMessage());
        assertThrows(UserError.class, () -> PulseShape.ofWidth(Double.NaN));
    }
}
