package crosspike.device.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.ConductanceRange;
import crosspike.device.ExponentialResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.input.UserError;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps come from the device model, whose curves are known. */
class StepFitTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-8f, 2e-7f);

    /** Trains of 1 to 3 pulses in both directions from anywhere in the middle of the range, with noise for each pulse. */
    private static List<PulseStep> steps(PulseResponse device, int count, double sigma) {
        Random cases = new Random(4);
        List<PulseStep> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int pulses = (1 + i % 3) * (i % 2 == 0 ? 1 : -1);
            float before = (float) (RANGE.minSiemens() + RANGE.widthSiemens() * (0.2 + 0.6 * cases.nextDouble()));
            float[] after = {before};
            device.program(after, new float[] {pulses}, 1, null);
            double noise = sigma * Math.sqrt(Math.abs(pulses)) * RANGE.widthSiemens() * cases.nextGaussian();
            steps.add(new PulseStep(0, i, pulses, before, after[0] + noise, before));
        }
        return steps;
    }

    private static PulseResponse device(int up, double upLabel, int down, double downLabel) {
        return new ExponentialResponse(RANGE, PulseCurve.rising(up, upLabel), PulseCurve.falling(down, downLabel), 0);
    }

    @ParameterizedTest
    @CsvSource({"97, 2.4, 100, -4.88", "64, 1, 64, -1", "200, 0.5, 30, -3", "50, -2, 80, 1.5"})
    void theCurvesThatMadeTheStepsAreFound(int up, double upLabel, int down, double downLabel) {
        StepFit fit = StepFit.of(RANGE, steps(device(up, upLabel, down, downLabel), 600, 0), 0.95);
        assertEquals(up, fit.potentiation().pulses().value(), 0.01 * up, "floats: 2^-24 of a cell, of steps of 1 %");
        assertEquals(upLabel, fit.potentiation().label().value(), 0.02, "the same");
        assertEquals(down, fit.depression().pulses().value(), 0.01 * down, "the same");
        assertEquals(downLabel, fit.depression().label().value(), 0.02, "the same");
        assertTrue(fit.rms() < 1e-5, () -> "residual " + fit.rms());
        assertTrue(fit.rmsOfOldModel() > 100 * fit.rms(), "a model without any step is worse");
        assertEquals(RANGE, fit.range());
    }

    /** The standard deviation of n = 3000 draws is off by 1/sqrt(2n) = 1.3 %; allowed are four of these. */
    @Test
    void theNoiseOfAPulseIsFound() {
        StepFit fit = StepFit.of(RANGE, steps(device(64, 1, 64, -1), 3000, 0.01), 0.95);
        assertEquals(3000, fit.steps());
        assertEquals(0.01, fit.cycleToCycleSigma().value(), 0.01 * 4 / Math.sqrt(2 * 3000));
    }

    /**
     * Cells that wander through their range under noise, as in a training on Ag:a-Si: many steps end at an end. Of 40 intervals of 95 %,
     * 38 +- 1.4 should hold the truth; 33 are asked for.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.035})
    void stepsThatAreCutAtTheEndsDoNotBendTheCurves(double sigma) {
        int held = 0;
        for (int seed = 0; seed < 10; seed++) {
            StepFit fit = StepFit.of(RANGE, wandering(seed, sigma), 0.95);
            held += fit.potentiation().pulses().holds(97) ? 1 : 0;
            held += fit.potentiation().label().holds(2.4) ? 1 : 0;
            held += fit.depression().pulses().holds(100) ? 1 : 0;
            held += fit.depression().label().holds(-4.88) ? 1 : 0;
            assertTrue(
                    fit.cycleToCycleSigma().low() < sigma * 1.02, "the noise, by four times the error of 6000 steps");
            assertTrue(fit.cycleToCycleSigma().high() > sigma * 0.98, "the same");
            assertTrue(fit.depression().label().high() < -2, () -> "curved beyond doubt: " + fit.depression());
            assertTrue(fit.potentiation().pulses().low() > 50, () -> "no short swing: " + fit.potentiation());
        }
        assertTrue(held >= 33, held + " of 40 intervals hold the truth");
    }

    /** Little noise leaves little doubt. */
    @Test
    void intervalsAreAsWideAsTheNoise() {
        StepFit quiet = StepFit.of(RANGE, wandering(1, 0.005), 0.95);
        StepFit noisy = StepFit.of(RANGE, wandering(1, 0.035), 0.95);
        assertEquals(97, quiet.potentiation().pulses().value(), 5);
        assertEquals(-4.88, quiet.depression().label().value(), 0.5);
        assertTrue(width(quiet.potentiation().pulses())
                < width(noisy.potentiation().pulses()) / 3);
        assertTrue(width(quiet.depression().label()) < width(noisy.depression().label()) / 3);
        assertTrue(
                width(StepFit.of(RANGE, wandering(1, 0.005), 0.5).depression().label())
                        < width(quiet.depression().label()) / 2,
                "50 % are held by a narrower interval than 95 %");
    }

    /** Of curves that are nearly steps the steep end alone shows: pulses and label may grow together, which makes the search long. */
    @ParameterizedTest
    @CsvSource({"12, -6, 0.05, 1", "8, 6, 0.01, 4"})
    void coarseAndSteepDevicesAreFitted(int pulses, double label, double sigma, int seed) {
        ExponentialResponse device = new ExponentialResponse(
                RANGE, PulseCurve.rising(pulses, label), PulseCurve.falling(pulses, -label), sigma);
        StepFit fit = StepFit.of(RANGE, wandering(seed, device), 0.95);
        assertTrue(fit.potentiation().pulses().holds(pulses), () -> "potentiation " + fit.potentiation());
        assertTrue(fit.potentiation().label().holds(label), () -> "potentiation " + fit.potentiation());
        assertTrue(fit.depression().pulses().holds(pulses), () -> "depression " + fit.depression());
        assertTrue(fit.depression().label().holds(-label), () -> "depression " + fit.depression());
    }

    private static double width(Estimate estimate) {
        return estimate.high() - estimate.low();
    }

    private static List<PulseStep> wandering(int seed, double sigma) {
        return wandering(
                seed,
                new ExponentialResponse(RANGE, PulseCurve.rising(97, 2.4), PulseCurve.falling(100, -4.88), sigma));
    }

    private static List<PulseStep> wandering(int seed, ExponentialResponse noisy) {
        RandomStream noise = Streams.of(seed, "noise").stream(0);
        Random cases = new Random(seed);
        List<PulseStep> steps = new ArrayList<>();
        float[] cells = new float[100];
        Arrays.fill(cells, RANGE.minSiemens());
        for (int train = 0; train < 60; train++) {
            float[] before = cells.clone();
            float[] pulses = new float[cells.length];
            for (int i = 0; i < cells.length; i++) {
                pulses[i] = (1 + cases.nextInt(3)) * (cases.nextDouble() < 0.4 ? 1 : -1);
            }
            noisy.program(cells, pulses, cells.length, noise);
            for (int i = 0; i < cells.length; i++) {
                steps.add(new PulseStep(i, 0, (int) pulses[i], before[i], cells[i], before[i]));
            }
        }
        return steps;
    }

    /** Instruments print few digits: cells that end a thousandth from the end exactly are no rarity. */
    @Test
    void aStepThatEndsJustAtTheEdgeIsCutAtTheEndBesideIt() {
        StepCurve curve = new StepCurve(50, 0);
        for (double[] edgeAndEnd : new double[][] {{1e-3, 0}, {1 - 1e-3, 1}}) {
            assertEquals(
                    likelihood(edgeAndEnd[1]).logarithm(curve, 0.1),
                    likelihood(edgeAndEnd[0]).logarithm(curve, 0.1));
        }
    }

    /** Ends of intervals are looked for among such curves. */
    @Test
    void aCurveThatLeadsBeyondWhatADoubleHoldsIsUnlikely() {
        double unlikely = likelihood(0.5).logarithm(new StepCurve(0.01, -40), 0.1);
        assertTrue(unlikely < -1e100 && Double.isFinite(unlikely), () -> "logarithm " + unlikely);
    }

    private static StepLikelihood likelihood(double after) {
        return new StepLikelihood(new DirectedSteps(new double[] {0.3}, new double[] {after}, new int[] {1}));
    }

    @Test
    void tooFewTrainsAreRefused() {
        UserError error =
                assertThrows(UserError.class, () -> StepFit.of(RANGE, steps(device(64, 1, 64, -1), 18, 0), 0.95));
        assertTrue(error.getMessage().contains("has 9 potentiating trains"), error.getMessage());
    }

    @Test
    void cellsThatDoNotMoveAreNoDevice() {
        List<PulseStep> still = steps(device(64, 1, 64, -1), 60, 0).stream()
                .map(step -> new PulseStep(0, step.column(), step.pulses(), step.before(), step.before(), 0))
                .toList();
        UserError error = assertThrows(UserError.class, () -> StepFit.of(RANGE, still, 0.95));
        assertTrue(error.getMessage().contains("potentiating pulses did not move"), error.getMessage());
    }

    /** As where the array at an instrument has other conductances than the model, and stays at an end of its own. */
    @Test
    void cellsThatStayWhereTheyAreOutsideTheModelAreNoDevice() {
        List<PulseStep> still = steps(device(64, 1, 64, -1), 60, 0).stream()
                .map(step -> new PulseStep(0, step.column(), step.pulses(), 1e-3, 1e-3, step.modelled()))
                .toList();
        UserError error = assertThrows(UserError.class, () -> StepFit.of(RANGE, still, 0.95));
        assertEquals(
                "the cells are at 0.00100 S whatever the pulses were; expected a log in which pulses moved them both ways",
                error.getMessage());
    }
}
