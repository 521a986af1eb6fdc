package crosspike.report;

import crosspike.device.calibration.DeviceFit;
import crosspike.device.calibration.PulseTrace;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Change of the conductance by one pulse against the conductance before it, both directions, with that of the fit. */
final class StepPlot {
    private StepPlot() {}

    static Figure figure(DeviceFit fit) {
        Scale unit = Scale.of(List.of(fit.maxSiemens().value()), "S");
        List<Lines.Series> series = new ArrayList<>();
        for (boolean isPotentiation : new boolean[] {true, false}) {
            Color color = Style.category(isPotentiation ? 0 : 1);
            String phase = isPotentiation ? "LTP" : "LTD";
            boolean isFirst = true;
            for (PulseTrace trace : fit.traces()) {
                if (trace.isPotentiation() == isPotentiation && trace.pulses().length > 1) {
                    series.add(measured(isFirst ? phase : "", Style.withAlpha(color, 0.45), trace, unit));
                    isFirst = false;
                }
            }
        }
        for (boolean isPotentiation : new boolean[] {true, false}) {
            series.add(fitted(isPotentiation ? "fit" : "", isPotentiation, fit, unit));
        }
        return Lines.figure(
                "steps",
                "Change by one pulse against conductance",
                Charts.HALF_WIDTH,
                new Lines.Axis("conductance before the pulse (" + unit.symbol() + ")", false),
                new Lines.Axis("change by the pulse (" + unit.symbol() + ")", false),
                series,
                List.of());
    }

    private static Lines.Series measured(String name, Color color, PulseTrace trace, Scale unit) {
        int steps = trace.pulses().length - 1;
        double[] x = new double[steps];
        double[] y = new double[steps];
        for (int i = 0; i < steps; i++) {
            double pulses = trace.pulses()[i + 1] - trace.pulses()[i];
            x[i] = trace.siemens()[i] / unit.size();
            y[i] = (trace.siemens()[i + 1] - trace.siemens()[i]) / pulses / unit.size();
        }
        return new Lines.Series(name, Lines.Mark.DOTS, color, x, y);
    }

    private static Lines.Series fitted(String name, boolean isPotentiation, DeviceFit fit, Scale unit) {
        int pulses = isPotentiation ? fit.potentiationPulses() : fit.depressionPulses();
        double[] x = new double[pulses];
        double[] y = new double[pulses];
        for (int n = 0; n < pulses; n++) {
            x[n] = fit.siemens(isPotentiation, n) / unit.size();
            y[n] = fit.siemens(isPotentiation, n + 1) / unit.size() - x[n];
        }
        return new Lines.Series(name, Lines.Mark.LINE, Style.INK, x, y);
    }
}
