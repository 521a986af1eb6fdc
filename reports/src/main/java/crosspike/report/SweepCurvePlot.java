package crosspike.report;

import crosspike.device.measured.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Magnitude of the current against voltage, one line for each cycle and one colour for each device; lines end at a current
 * of 0, which has no place on a logarithmic axis.
 */
final class SweepCurvePlot {
    private SweepCurvePlot() {}

    static Figure figure(Measurement data) {
        double[] amps = Arrays.stream(Curves.column(data, data.rows(), "i_A"))
                .map(Math::abs)
                .filter(value -> value > 0 && Double.isFinite(value))
                .sorted()
                .toArray();
        double smallest = amps.length == 0 ? 1 : amps[0];
        double largest = amps.length == 0 ? 1 : amps[amps.length - 1];
        Scale unit = Scale.of(List.of(largest), "A");
        List<Lines.Series> series = new ArrayList<>();
        int device = 0;
        for (Map.Entry<String, List<Measurement.Row>> group :
                Curves.by(data, "device_id").entrySet()) {
            String name = "device " + group.getKey();
            for (List<Measurement.Row> line : lines(data, group.getValue())) {
                double[] magnitude = Arrays.stream(Curves.column(data, line, "i_A"))
                        .map(Math::abs)
                        .toArray();
                series.add(new Lines.Series(
                        name,
                        Lines.Mark.THIN_LINE,
                        Style.category(device),
                        Curves.column(data, line, "v_V"),
                        FitPlot.scaled(magnitude, unit)));
                name = ""; // once in the legend
            }
            device++;
        }
        return Lines.figure(
                "iv",
                "Current against voltage",
                Charts.HALF_WIDTH,
                new Lines.Axis("voltage (V)", false),
                new Lines.Axis(
                        "magnitude of the current (" + unit.symbol() + ")",
                        true,
                        Lines.decades(smallest / unit.size(), largest / unit.size())),
                series,
                List.of());
    }

    private static List<List<Measurement.Row>> lines(Measurement data, List<Measurement.Row> device) {
        List<List<Measurement.Row>> lines = new ArrayList<>();
        String last = null;
        for (Measurement.Row row : device) {
            if (data.number(row, "i_A") == 0) {
                last = null; // the line ends here
                continue;
            }
            if (!data.cell(row, "cycle").equals(last)) lines.add(new ArrayList<>());
            lines.get(lines.size() - 1).add(row);
            last = data.cell(row, "cycle");
        }
        return lines;
    }
}
