package crosspike.report;

import crosspike.device.measured.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Conductance against time, one line for each level or device; times of 0 have no place on a logarithmic axis. */
final class RetentionPlot {
    private RetentionPlot() {}

    static Figure figure(Measurement data) {
        double largest =
                Arrays.stream(Curves.column(data, data.rows(), "g_S")).max().orElse(1);
        Scale unit = Scale.of(List.of(largest), "S");
        boolean hasLevels = Curves.by(data, "level").size() > 1;
        List<Lines.Series> series = new ArrayList<>();
        for (Map.Entry<String, List<Measurement.Row>> group :
                Curves.by(data, hasLevels ? "level" : "device_id").entrySet()) {
            List<Measurement.Row> rows = Curves.sorted(
                    data,
                    group.getValue().stream()
                            .filter(row -> data.number(row, "t_s") > 0)
                            .toList(),
                    "t_s");
            String name = (hasLevels ? "level " : "device ") + group.getKey();
            double[] x = Curves.column(data, rows, "t_s");
            double[] y = FitPlot.scaled(Curves.column(data, rows, "g_S"), unit);
            series.add(new Lines.Series("", Lines.Mark.DOTS, Style.category(series.size() / 2), x, y));
            series.add(new Lines.Series(name, Lines.Mark.THIN_LINE, Style.category(series.size() / 2), x, y));
        }
        return Lines.figure(
                "retention",
                "Retention",
                Charts.HALF_WIDTH,
                new Lines.Axis("time (s)", true),
                new Lines.Axis("conductance (" + unit.symbol() + ")", false),
                series,
                List.of());
    }
}
