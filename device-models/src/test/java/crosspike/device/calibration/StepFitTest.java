package crosspike.device.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.ConductanceRange;
import crosspike.device.ExponentialResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        StepFit fit = StepFit.of(RANGE, steps(device(up, upLabel, down, downLabel), 600, 0));
        assertEquals(up, fit.potentiation().pulses(), 0.01 * up, "floats: 2^-24 of a cell, of steps of 1 %");
        assertEquals(upLabel, fit.potentiation().label(), 0.02, "the same");
        assertEquals(down, fit.depression().pulses(), 0.01 * down, "the same");
        assertEquals(downLabel, fit.depression().label(), 0.02, "the same");
        assertTrue(fit.rms() < 1e-5, () -> "residual " + fit.rms());
        assertTrue(fit.rmsOfOldModel() > 100 * fit.rms(), "a model without any step is worse");
        assertEquals(RANGE, fit.range());
    }

    /** The standard deviation of n = 3000 draws is off by 1/sqrt(2n) = 1.3 %; allowed are four of these. */
    @Test
    void theNoiseOfAPulseIsFound() {
        StepFit fit = StepFit.of(RANGE, steps(device(64, 1, 64, -1), 3000, 0.01));
        assertEquals(3000, fit.steps());
        assertEquals(0.01, fit.cycleToCycleSigma(), 0.01 * 4 / Math.sqrt(2 * 3000));
    }

    @Test
    void tooFewTrainsAreRefused() {
        UserError error = assertThrows(UserError.class, () -> StepFit.of(RANGE, steps(device(64, 1, 64, -1), 18, 0)));
        assertTrue(error.getMessage().contains("has 9 potentiating trains"), error.getMessage());
    }

    @Test
    void cellsThatDoNotMoveAreNoDevice() {
        List<PulseStep> still = steps(device(64, 1, 64, -1), 60, 0).stream()
                .map(step -> new PulseStep(0, step.column(), step.pulses(), step.before(), step.before(), 0))
                .toList();
        UserError error = assertThrows(UserError.class, () -> StepFit.of(RANGE, still));
        assertTrue(error.getMessage().contains("potentiating pulses did not move"), error.getMessage());
    }
}
