package crosspike.report;

import crosspike.device.calibration.PulseTrace;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measured conductance against pulses, all cycles overlaid, each device in its colour: what a fit will see. */
final class PulseTrainPlot {
    private static final int CROWD = 8;

    private PulseTrainPlot() {}

    static Figure figure(List<PulseTrace> traces) {
        double largest = traces.stream()
                .flatMapToDouble(trace -> Arrays.stream(trace.siemens()))
                .max()
                .orElse(1);
        int up = (int) traces.stream()
                .filter(PulseTrace::isPotentiation)
                .flatMapToDouble(trace -> Arrays.stream(trace.pulses()))
                .max()
                .orElse(0);
        Scale unit = Scale.of(List.of(largest), "S");
        List<String> devices =
                traces.stream().map(PulseTrace::device).distinct().toList();
        List<String> named = new ArrayList<>();
        List<Lines.Series> series = new ArrayList<>();
        for (PulseTrace trace : traces) {
            Color color =
                    Style.withAlpha(Style.category(devices.indexOf(trace.device())), traces.size() > CROWD ? 0.4 : 0.7);
            boolean isFirst = !named.contains(trace.device());
            named.add(trace.device());
            series.add(new Lines.Series(
                    isFirst ? "device " + trace.device() : "",
                    Lines.Mark.DOTS,
                    color,
                    FitPlot.positions(up, trace),
                    FitPlot.scaled(trace.siemens(), unit)));
        }
        return Lines.figure(
                "pulse-trains",
                "Conductance against pulses, as measured",
                Charts.HALF_WIDTH,
                new Lines.Axis("pulse (potentiation, then depression)", false),
                new Lines.Axis("conductance (" + unit.symbol() + ")", false),
                series,
                List.of());
    }
}
