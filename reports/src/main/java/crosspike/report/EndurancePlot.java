package crosspike.report;

import crosspike.device.measured.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Resistance of both states against switching cycles, on logarithmic axes. */
final class EndurancePlot {
    private EndurancePlot() {}

    static Figure figure(Measurement data) {
        double[] all = Arrays.stream(Curves.column(data, data.rows(), "r_ohm"))
                .filter(ohms -> ohms > 0 && Double.isFinite(ohms))
                .sorted()
                .toArray();
        double largest = all.length == 0 ? 1 : all[all.length - 1];
        double smallest = all.length == 0 ? 1 : all[0];
        Scale unit = Scale.of(List.of(largest), "Ω");
        List<Lines.Series> series = new ArrayList<>();
        for (Map.Entry<String, List<Measurement.Row>> state :
                Curves.by(data, "state").entrySet()) {
            List<Measurement.Row> rows = state.getValue().stream()
                    .filter(row -> data.number(row, "cycle") > 0 && data.number(row, "r_ohm") > 0)
                    .toList();
            series.add(new Lines.Series(
                    state.getKey(),
                    Lines.Mark.DOTS,
                    Style.category(series.size()),
                    Curves.column(data, rows, "cycle"),
                    FitPlot.scaled(Curves.column(data, rows, "r_ohm"), unit)));
        }
        return Lines.figure(
                "endurance",
                "Endurance",
                Charts.HALF_WIDTH,
                new Lines.Axis("cycle", true),
                new Lines.Axis(
                        "resistance (" + unit.symbol() + ")",
                        true,
                        Lines.decades(smallest / unit.size(), largest / unit.size())),
                series,
                List.of());
    }
}
