package crosspike.wire;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The solver against a dense LU decomposition of the sparse tableau. */
class DirectSolutionTest {
    /** Rounding of the dense decomposition; resistances within a circuit differ by up to eight orders of magnitude. */
    private static final double TOLERANCE = 1e-11;

    @ParameterizedTest
    @MethodSource("crosspike.wire.Circuits#seeds")
    void anyLinearCircuitAgrees(long seed) {
        CrossbarCircuit circuit = Circuits.any(new SplittableRandom(seed), 0);
        Circuits.assertSame(circuit.drive(), DirectSolution.of(circuit), NodalSolver.solve(circuit), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("crosspike.wire.Circuits#seeds")
    void circuitsWithShortedDevicesAgree(long seed) {
        var random = new SplittableRandom(-seed);
        CrossbarCircuit circuit = Circuits.any(random, 0.2);
        try {
            Islands.refuseTiedTerminals(circuit);
        } catch (crosspike.input.UserError tied) {
            return; // its own test below sees that these are refused
        }
        Circuits.assertSame(circuit.drive(), DirectSolution.of(circuit), NodalSolver.solve(circuit), 1e-10);
    }

    @Test
    void sneakPathsThroughFloatingLinesAgree() {
        var random = new SplittableRandom(5);
        double[] rows = {20, Circuits.OPEN, Circuits.OPEN, Circuits.OPEN, Circuits.OPEN};
        double[] none = Circuits.some(5, () -> Circuits.OPEN);
        var circuit = new CrossbarCircuit(
                new Wires(
                        Circuits.matrix(5, 4, () -> 2.5),
                        Circuits.matrix(4, 5, () -> 2.5),
                        rows,
                        none,
                        none,
                        new double[] {Circuits.OPEN, Circuits.OPEN, 20, Circuits.OPEN, Circuits.OPEN}),
                Devices.linear(Circuits.matrix(5, 5, () -> Circuits.logarithmic(random, 1e4, 1e6))),
                Drive.ofRows(new double[] {0.5, 0, 0, 0, 0}, 5));
        Circuits.assertSame(circuit.drive(), DirectSolution.of(circuit), NodalSolver.solve(circuit), TOLERANCE);
    }
}
