package crosspike.report;

import crosspike.device.measured.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Cumulative distribution of the conductance of each programmed level. */
final class LevelDistributionPlot {
    private LevelDistributionPlot() {}

    static Figure figure(Measurement data) {
        double largest =
                Arrays.stream(Curves.column(data, data.rows(), "g_S")).max().orElse(1);
        Scale unit = Scale.of(List.of(largest), "S");
        List<Lines.Series> series = new ArrayList<>();
        for (Map.Entry<String, List<Measurement.Row>> level :
                Curves.by(data, "level").entrySet()) {
            double[] sorted =
                    FitPlot.scaled(Curves.column(data, Curves.sorted(data, level.getValue(), "g_S"), "g_S"), unit);
            double[] percent = new double[sorted.length];
            for (int i = 0; i < percent.length; i++) {
                percent[i] = 100 * (i + 0.5) / percent.length;
            }
            series.add(new Lines.Series(
                    "level " + level.getKey(), Lines.Mark.DOTS, Style.category(series.size()), sorted, percent));
        }
        return Lines.figure(
                "levels",
                "Cumulative distribution of each level",
                Charts.HALF_WIDTH,
                new Lines.Axis("conductance (" + unit.symbol() + ")", false),
                new Lines.Axis("cells (%)", false),
                series,
                List.of());
    }
}
