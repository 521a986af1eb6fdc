package crosspike.report.analysis;

import crosspike.device.library.DeviceSheet.Conductance;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.device.library.DeviceSheet.ResponseKind;
import crosspike.experiment.config.DeviceConfig;
import crosspike.experiment.sweep.FinishedSweep;
import crosspike.experiment.sweep.plan.Axis;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.RecordReader;
import crosspike.input.UserError;
import crosspike.report.analysis.SweepData.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The devices of a sweep, with what papers say of devices, and what became of them. */
public final class DeviceRows {
    private static final String DEVICE = "device.";

    private DeviceRows() {}

    /**
     * A device.
     *
     * @param label its values of the axes that set something of the device; its name if there is none
     * @param config what it is taken for
     * @param points its points that were found
     * @param errors of its points that failed, each once
     */
    public record Row(String label, DeviceConfig config, List<Point> points, List<String> errors) {

        /** Whether its states are continuous, as those of software are. */
        public boolean isIdeal() {
            return config.responseKind() == ResponseKind.CONTINUOUS;
        }

        /** The pulses in one direction; empty if unknown. */
        public Optional<PulseTrain> train(boolean up) {
            return config.knownSheet().train(up);
        }

        /** Resistance at the highest conductance in ohm. */
        public double onOhms() {
            return 1.0 / config.knownSheet().conductance().maxSiemens();
        }

        /** Highest over lowest conductance; infinite if the lowest is none. */
        public double onOff() {
            Conductance conductance = config.knownSheet().conductance();
            return (double) conductance.maxSiemens() / conductance.minSiemens();
        }
    }

    /** The devices in the order of the plan, but for those whose config cannot be read: their points failed and say why. */
    public static List<Row> of(FinishedSweep finished, SweepData data) {
        Sweep sweep = finished.sweep();
        boolean[] isDevice = deviceColumns(sweep);
        Map<Integer, Point> found = new HashMap<>();
        data.points().forEach(point -> found.put(point.number(), point));
        Map<List<String>, List<FinishedSweep.Row>> groups = new LinkedHashMap<>();
        for (FinishedSweep.Row row : finished.rows()) {
            List<String> labels = new ArrayList<>();
            for (int i = 0; i < isDevice.length; i++) {
                if (isDevice[i]) labels.add(row.labels().get(i));
            }
            groups.computeIfAbsent(labels, key -> new ArrayList<>()).add(row);
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((labels, members) -> row(sweep, labels, members, found).ifPresent(rows::add));
        return rows;
    }

    private static boolean[] deviceColumns(Sweep sweep) {
        boolean[] isDevice = new boolean[sweep.columns().size()];
        int at = 0;
        for (Axis axis : sweep.axes()) {
            boolean sets = axis.steps().stream()
                    .flatMap(step -> step.settings().keySet().stream())
                    .anyMatch(key -> key.startsWith(DEVICE) || key.equals("device"));
            for (int i = 0; i < axis.columns().size(); i++) isDevice[at++] = sets;
        }
        return isDevice;
    }

    private static Optional<Row> row(
            Sweep sweep, List<String> labels, List<FinishedSweep.Row> members, Map<Integer, Point> found) {
        return members.stream()
                .flatMap(member -> config(sweep, member).stream())
                .findFirst()
                .map(config -> new Row(
                        labels.isEmpty() ? config.knownSheet().name() : String.join(", ", labels),
                        config,
                        members.stream()
                                .map(member -> found.get(member.number()))
                                .filter(point -> point != null)
                                .toList(),
                        members.stream()
                                .map(FinishedSweep.Row::error)
                                .filter(error -> !error.isEmpty())
                                .distinct()
                                .toList()));
    }

    private static Optional<DeviceConfig> config(Sweep sweep, FinishedSweep.Row point) {
        try {
            DeviceConfig config =
                    RecordReader.read(sweep.config(point.number()).document(), "device", DeviceConfig.class);
            config.knownSheet();
            return Optional.of(config);
        } catch (UserError thatFailedThePoint) {
            return Optional.empty();
        }
    }

    /** The table as a file has it, in SI units; what is not known is NaN. */
    public static DataTable table(List<Row> rows, SweepData data) {
        List<String> columns = new ArrayList<>(List.of(
                "device",
                "states_ltp",
                "states_ltd",
                "nonlinearity_ltp",
                "nonlinearity_ltd",
                "on_ohm",
                "on_off_ratio",
                "ltp_pulse_V",
                "ltp_pulse_width_s",
                "ltd_pulse_V",
                "ltd_pulse_width_s",
                "cycle_to_cycle_sigma",
                "n"));
        data.figures().forEach(figure -> columns.addAll(List.of("mean_" + figure, "sd_" + figure)));
        columns.add("error");
        DataTable table = DataTable.of(columns);
        for (Row row : rows) {
            List<Object> cells = new ArrayList<>(List.of(row.label()));
            for (boolean up : List.of(true, false)) {
                cells.add(or(row.config().states(up).map(Integer::doubleValue)));
            }
            for (boolean up : List.of(true, false)) cells.add(or(row.config().nonlinearity(up)));
            cells.add(row.onOhms());
            cells.add(row.onOff());
            for (boolean up : List.of(true, false)) {
                cells.add(or(row.train(up).map(PulseTrain::voltageVolts)));
                cells.add(or(row.train(up).map(PulseTrain::widthSeconds)));
            }
            cells.add(row.config().sigma());
            cells.add(row.points().size());
            for (int figure = 0; figure < data.figures().size(); figure++) {
                Estimate estimate = SweepData.estimate(figure, row.points());
                cells.add(estimate.mean());
                cells.add(estimate.deviation());
            }
            cells.add(String.join("; ", row.errors()));
            table.add(cells);
        }
        return table;
    }

    private static double or(Optional<Double> value) {
        return value.orElse(Double.NaN);
    }
}
