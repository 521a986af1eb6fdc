package crosspike.report;

import crosspike.device.calibration.DeviceFit;
import crosspike.device.calibration.PulseTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measured conductance against pulses, all cycles overlaid, with the fit on top and the nonlinearity labels. */
final class FitPlot {
    private FitPlot() {}

    static Figure figure(DeviceFit fit) {
        Scale unit = Scale.of(List.of(fit.maxSiemens().value()), "S");
        List<Lines.Series> series = new ArrayList<>();
        for (PulseTrace trace : fit.traces()) {
            series.add(new Lines.Series(
                    series.isEmpty() ? "measured" : "",
                    Lines.Mark.DOTS,
                    Style.withAlpha(Style.MUTED, fit.traces().size() > 8 ? 0.35 : 0.7),
                    positions(fit.potentiationPulses(), trace),
                    scaled(trace.siemens(), unit)));
        }
        int up = fit.potentiationPulses();
        int down = fit.depressionPulses();
        double[] x = new double[up + down + 1];
        double[] y = new double[x.length];
        for (int pulse = 0; pulse < x.length; pulse++) {
            x[pulse] = pulse;
            y[pulse] = (pulse <= up ? fit.siemens(true, pulse) : fit.siemens(false, pulse - up)) / unit.size();
        }
        series.add(new Lines.Series("fit", Lines.Mark.LINE, Style.CONTRAST, x, y));
        double top = fit.maxSiemens().value() / unit.size() * 1.12;
        return Lines.figure(
                "fit",
                "Conductance against pulses, measured and fitted",
                Charts.HALF_WIDTH,
                new Lines.Axis("pulse (potentiation, then depression)", false),
                new Lines.Axis("conductance (" + unit.symbol() + ")", false),
                series,
                List.of(
                        new Lines.Note(label("LTP", fit.labelLtp().value()), 0.02 * (up + down), top),
                        new Lines.Note(label("LTD", fit.labelLtd().value()), up + 0.45 * down, top)));
    }

    private static String label(String phase, double label) {
        return String.format(Locale.ROOT, "%s  NL %.2f", phase, label);
    }

    /** Pulses from the start of the cycle: depression follows on the full potentiation. */
    static double[] positions(int potentiationPulses, PulseTrace trace) {
        double[] positions = trace.pulses().clone();
        for (int i = 0; !trace.isPotentiation() && i < positions.length; i++) {
            positions[i] += potentiationPulses;
        }
        return positions;
    }

    static double[] scaled(double[] siemens, Scale unit) {
        double[] scaled = new double[siemens.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = siemens[i] / unit.size();
        }
        return scaled;
    }
}
