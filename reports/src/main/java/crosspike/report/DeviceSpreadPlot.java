package crosspike.report;

import crosspike.device.calibration.DeviceFit;
import crosspike.device.calibration.PulseTrace;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mean curve of each device in grey, that of all in colour. */
final class DeviceSpreadPlot {
    private DeviceSpreadPlot() {}

    static Figure figure(DeviceFit fit) {
        Scale unit = Scale.of(List.of(fit.maxSiemens().value()), "S");
        Map<String, List<PulseTrace>> devices = new LinkedHashMap<>();
        fit.traces()
                .forEach(trace -> devices.computeIfAbsent(trace.device(), any -> new ArrayList<>())
                        .add(trace));
        List<Lines.Series> series = new ArrayList<>();
        devices.values()
                .forEach(traces -> series.add(mean(
                        series.isEmpty() ? devices.size() + " devices" : "",
                        Lines.Mark.THIN_LINE,
                        Style.MUTED,
                        fit,
                        traces,
                        unit)));
        series.add(mean("mean", Lines.Mark.LINE, Style.ACCENT, fit, fit.traces(), unit));
        return Lines.figure(
                "devices",
                "Conductance against pulses of each device",
                Charts.HALF_WIDTH,
                new Lines.Axis("pulse (potentiation, then depression)", false),
                new Lines.Axis("conductance (" + unit.symbol() + ")", false),
                series,
                List.of());
    }

    private static Lines.Series mean(
            String name, Lines.Mark mark, Color color, DeviceFit fit, List<PulseTrace> traces, Scale unit) {
        TreeMap<Double, double[]> sums = new TreeMap<>();
        for (PulseTrace trace : traces) {
            double[] positions = FitPlot.positions(fit.potentiationPulses(), trace);
            for (int i = 0; i < positions.length; i++) {
                double[] sum = sums.computeIfAbsent(positions[i], any -> new double[2]);
                sum[0] += trace.siemens()[i];
                sum[1]++;
            }
        }
        double[] x = sums.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] y = sums.values().stream()
                .mapToDouble(sum -> sum[0] / sum[1] / unit.size())
                .toArray();
        return new Lines.Series(name, mark, color, x, y);
    }
}
