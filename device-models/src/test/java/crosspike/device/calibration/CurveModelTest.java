package crosspike.device.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.random.RandomStream;
import crosspike.random.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurveModelTest {
    private static final double STEP = 1e-6;

    @ParameterizedTest
    @EnumSource
    void gradientsAreThoseOfTheValues(CurveModel model) {
        RandomStream random = Streams.of(1, "gradients").stream(model.ordinal());
        for (int trial = 0; trial < 200; trial++) {
            double[] p = new double[model.parameters()];
            for (int k = 0; k < p.length; k++) {
                p[k] = trial % 4 == 0 && k >= 2 ? 1e-3 * random.gaussian() : 3 * random.gaussian();
            }
            boolean isPotentiation = trial % 2 == 0;
            double x = random.uniformDouble();
            double[] gradient = new double[p.length];
            model.gradient(p, isPotentiation, x, gradient);
            for (int k = 0; k < p.length; k++) {
                double[] above = p.clone();
                double[] below = p.clone();
                above[k] += STEP;
                below[k] -= STEP;
                double slope =
                        (model.value(above, isPotentiation, x) - model.value(below, isPotentiation, x)) / 2 / STEP;
                assertEquals(slope, gradient[k], 1e-6 * (1 + Math.abs(slope)) * 10, model + " parameter " + k);
            }
        }
    }
}
