package crosspike.report;

import crosspike.device.ConductanceRange;
import crosspike.device.PulseResponse;
import crosspike.device.library.DeviceSheet;
import crosspike.experiment.config.DeviceConfig;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Conductance of a data sheet's device against pulses: potentiation, then depression, normalised to its range. */
final class PulseCurvePlot {
    private static final int CYCLES = 5;
    private static final int FEW = 10;
    private static final long SEED = 1;

    private PulseCurvePlot() {}

    static Figure figure(DeviceSheet sheet) {
        DeviceSheet device = sheet.programmable();
        List<Lines.Series> series = new ArrayList<>();
        DeviceConfig config = DeviceConfig.of(device);
        double sigma = config.sigma();
        for (int cycle = 0; sigma > 0 && cycle < CYCLES; cycle++) {
            RandomStream random = Streams.of(SEED, "plotted cycles").stream(cycle);
            String name = cycle == 0 ? String.format(Locale.ROOT, "%d cycles, C2C %.3g %%", CYCLES, 100 * sigma) : "";
            series.add(cycle(name, Lines.Mark.THIN_LINE, Style.withAlpha(Style.MUTED, 0.6), device, sigma, random));
        }
        RandomStream none = Streams.of(SEED, "no noise").stream(0);
        String quiet = sigma > 0 ? "without noise" : "";
        series.add(cycle(quiet, Lines.Mark.LINE, Style.ACCENT, device, 0, none));
        int up = device.potentiation().pulses();
        int down = device.depression().pulses();
        return Lines.figure(
                "pulse-curve",
                "Conductance against pulses of " + device.title(),
                Charts.HALF_WIDTH,
                new Lines.Axis("pulse (potentiation, then depression)", false, ticks(up + down)),
                new Lines.Axis("(G − Gmin)/(Gmax − Gmin)", false),
                series,
                List.of(
                        new Lines.Note(label("LTP", config.nonlinearity(true)), 0.02 * (up + down), 1.05),
                        new Lines.Note(label("LTD", config.nonlinearity(false)), up + 0.45 * down, 1.05)));
    }

    /** Every pulse of short trains, lest there be halves of them; of others round numbers. */
    private static Map<Double, String> ticks(int pulses) {
        return pulses > FEW
                ? Map.of()
                : IntStream.rangeClosed(0, pulses)
                        .boxed()
                        .collect(Collectors.toMap(Integer::doubleValue, String::valueOf));
    }

    /** With the label where the response has one. */
    private static String label(String phase, Optional<Double> label) {
        return phase
                + label.map(value -> String.format(Locale.ROOT, "  NL %.3g", value))
                        .orElse("");
    }

    private static Lines.Series cycle(
            String name, Lines.Mark mark, Color color, DeviceSheet device, double sigma, RandomStream random) {
        int up = device.potentiation().pulses();
        int down = device.depression().pulses();
        PulseResponse response = DeviceConfig.of(device).quietResponse();
        ConductanceRange range = response.range();
        float min = range.minSiemens();
        double width = range.widthSiemens();
        float[] cell = {min};
        double[] x = new double[up + down + 1];
        double[] y = new double[x.length];
        for (int pulse = 1; pulse < x.length; pulse++) {
            response.program(cell, new float[] {pulse <= up ? 1 : -1}, 1, random);
            cell[0] = range.clamp((float) (cell[0] + sigma * width * random.gaussian()));
            x[pulse] = pulse;
            y[pulse] = (cell[0] - min) / width;
        }
        return new Lines.Series(name, mark, color, x, y);
    }
}
