package crosspike.device.nonideality;

import crosspike.device.ConductanceRange;
import crosspike.device.ExponentialResponse;
import crosspike.device.Nonlinearity;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.UserError;
import crosspike.random.RandomStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Device-to-device variation of the pulse response, drawn once for each cell and direction: the nonlinearity label
 * {@code NL + N(0, σ)}, to two decimals as papers print it and within ±9, and the size of a step
 * {@code ΔG·max(0, 1 + N(0, σ))}.
 *
 * @param ltpNonlinearity σ of the label of potentiation, 0 to 9; needs the exponential pulse curve
 * @param ltdNonlinearity σ of the label of depression, likewise
 * @param ltpStep σ of potentiating steps, relative
 * @param ltdStep σ of depressing steps, relative
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim: a circuit-level macro model, IEEE TCAD 37 (2018) 3067 (spread of NL)"
 * @see "T. Gokmen, Y. Vlasov, Front. Neurosci. 10 (2016) 333 (spread of the step)"
 */
public record DeviceToDevice(
        @Key(doc = "Standard deviation of the label of potentiation.", min = 0, max = 9, defaultValue = "0")
        double ltpNonlinearity,

        @Key(doc = "Standard deviation of the label of depression.", min = 0, max = 9, defaultValue = "0")
        double ltdNonlinearity,

        @Key(
                doc = "Relative standard deviation of a potentiating step.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 10,
                defaultValue = "0 %")
        double ltpStep,

        @Key(
                doc = "Relative standard deviation of a depressing step.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 10,
                defaultValue = "0 %")
        double ltdStep)
        implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        return new Spread(array);
    }

    /** A cell with a curve of its own does not go on from what earlier layers made of the nominal curve. */
    void refuseAfter(List<Layer.Write> earlier) {
        if (hasOwnCurves() && !earlier.isEmpty()) {
            throw new UserError("device-to-device gives each cell its own pulse curve, but another layer that acts on"
                    + " writes comes before it; expected device-to-device first in the list");
        }
    }

    private boolean hasOwnCurves() {
        return ltpNonlinearity > 0 || ltdNonlinearity > 0;
    }

    private final class Spread implements Layer.Write {
        private final ConductanceRange range;
        private final PulseCurve[] rising;
        private final PulseCurve[] falling;
        private final float[] up;
        private final float[] down;

        Spread(CellArray array) {
            range = array.range();
            up = scales(array, "device-to-device ltp step", ltpStep);
            down = scales(array, "device-to-device ltd step", ltdStep);
            if (!hasOwnCurves()) {
                rising = null;
                falling = null;
                return;
            }
            if (!(array.response() instanceof ExponentialResponse nominal)) {
                throw new UserError("device-to-device spreads the nonlinearity label, but the cells have none;"
                        + " expected response: pulsed, or ltp_step and ltd_step instead");
            }
            int ltp = nominal.potentiation().pulses();
            int ltd = nominal.depression().pulses();
            rising = curves(
                    array.gaussians("device-to-device ltp"),
                    nominal.potentiation().label(),
                    ltpNonlinearity,
                    label -> PulseCurve.rising(ltp, label));
            falling = curves(
                    array.gaussians("device-to-device ltd"),
                    nominal.depression().label(),
                    ltdNonlinearity,
                    label -> PulseCurve.falling(ltd, label));
        }

        @Override
        public void written(Cells cells, float[] before, float[] after, float[] pulses, RandomStream random) {
            for (int i = 0; i < cells.count(); i++) {
                if (pulses[i] == 0f) {
                    continue;
                }
                int cell = cells.cell(i);
                float now = rising == null ? after[i] : onOwnCurve(before[i], PulseResponse.whole(pulses[i]), cell);
                float[] scales = pulses[i] > 0 ? up : down;
                after[i] = scales == null ? now : range.clamp(before[i] + scales[cell] * (now - before[i]));
            }
        }

        private float onOwnCurve(float before, int n, int cell) {
            double min = range.minSiemens();
            double width = range.maxSiemens() - min;
            double x = (before - min) / width;
            double moved = n > 0 ? rising[cell].after(x, n) : falling[cell].after(x, -n);
            return range.clamp((float) (min + width * moved));
        }
    }

    private static float[] scales(CellArray array, String purpose, double sigma) {
        if (sigma == 0) {
            return null;
        }
        float[] scales = array.gaussians(purpose);
        for (int i = 0; i < scales.length; i++) {
            scales[i] = Math.max(0f, 1f + (float) sigma * scales[i]);
        }
        return scales;
    }

    private interface CurveOfLabel {
        PulseCurve of(double label);
    }

    /** Cells with the same label share their curve. */
    private static PulseCurve[] curves(float[] draws, double label, double sigma, CurveOfLabel curve) {
        Map<Double, PulseCurve> made = new HashMap<>();
        PulseCurve[] curves = new PulseCurve[draws.length];
        for (int i = 0; i < draws.length; i++) {
            double own = sigma == 0 ? label : Math.rint((label + sigma * draws[i]) * 100) / 100;
            double valid = Math.max(-Nonlinearity.MAX, Math.min(Nonlinearity.MAX, own));
            curves[i] = made.computeIfAbsent(valid + 0.0, curve::of);
        }
        return curves;
    }
}
