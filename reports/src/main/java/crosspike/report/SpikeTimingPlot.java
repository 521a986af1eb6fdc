package crosspike.report;

import crosspike.device.measured.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Measured changes against the time between spikes, a colour for each device. */
final class SpikeTimingPlot {
    private SpikeTimingPlot() {}

    static Figure figure(Measurement data) {
        List<Lines.Series> series = new ArrayList<>();
        for (Map.Entry<String, List<Measurement.Row>> device :
                Curves.by(data, "device_id").entrySet()) {
            double[] milliseconds = Arrays.stream(Curves.column(data, device.getValue(), "dt_s"))
                    .map(seconds -> 1e3 * seconds)
                    .toArray();
            series.add(new Lines.Series(
                    "device " + device.getKey(),
                    Lines.Mark.DOTS,
                    Style.category(series.size()),
                    milliseconds,
                    Curves.column(data, device.getValue(), "dg_rel")));
        }
        return Lines.figure(
                "stdp",
                "Change against the time between spikes",
                Charts.HALF_WIDTH,
                new Lines.Axis("output spike after input spike (ms)", false),
                new Lines.Axis("change of the conductance", false),
                series,
                List.of());
    }
}
