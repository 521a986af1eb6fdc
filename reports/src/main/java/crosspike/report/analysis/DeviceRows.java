package crosspike.report.analysis;

import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.device.library.DeviceSheet.ResponseKind;
import crosspike.experiment.sweep.FinishedSweep;
import crosspike.experiment.sweep.plan.Axis;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.Dimension;
import crosspike.input.Document;
import crosspike.input.Node;
import crosspike.input.RecordReader;
import crosspike.input.UserError;
import crosspike.report.analysis.SweepData.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
     * @param sheet its data sheet; empty if it cannot be read
     * @param changes keys of the config that replace something of the data sheet, as typed, without {@code device.}
     * @param points its points that were found
     * @param errors of its points that failed, each once
     */
    public record Row(
            String label,
            Optional<DeviceSheet> sheet,
            Map<String, String> changes,
            List<Point> points,
            List<String> errors) {

        /** Whether its states are continuous, as those of software are. */
        public boolean isIdeal() {
            return response().filter(ResponseKind.CONTINUOUS::equals).isPresent();
        }

        private Optional<ResponseKind> response() {
            if (changes.containsKey("response")) {
                String name = changes.get("response").toUpperCase(Locale.ROOT).replace('-', '_');
                return Optional.of(ResponseKind.valueOf(name));
            }
            return changes.containsKey("levels") ? Optional.of(ResponseKind.LEVELS) : sheet.map(DeviceSheet::response);
        }

        /** States on the way up, or down; empty if they are continuous or unknown. */
        public Optional<Integer> states(boolean up) {
            Optional<ResponseKind> kind = response();
            if (kind.isEmpty() || kind.get() == ResponseKind.CONTINUOUS) return Optional.empty();
            if (kind.get() == ResponseKind.BINARY) return Optional.of(2);
            if (kind.get() == ResponseKind.LEVELS && changes.containsKey("levels")) {
                return number("levels").map(Double::intValue);
            }
            return number("pulses")
                    .map(Double::intValue)
                    .or(() -> train(up).map(PulseTrain::pulses))
                    .map(pulses -> pulses + 1);
        }

        /** Nonlinearity label; empty if unknown, or where the pulses have no curve. */
        public Optional<Double> nonlinearity(boolean up) {
            Optional<ResponseKind> kind = response();
            if (kind.isEmpty() || kind.get() != ResponseKind.PULSED && kind.get() != ResponseKind.PCM) {
                return Optional.empty();
            }
            return number(up ? "nonlinearity_ltp" : "nonlinearity_ltd")
                    .or(() -> train(up).map(PulseTrain::nonlinearity));
        }

        /** The pulses in one direction; empty if unknown. */
        public Optional<PulseTrain> train(boolean up) {
            return sheet.flatMap(known -> Optional.ofNullable(up ? known.potentiation() : known.depression()));
        }

        /** Resistance at the highest conductance in ohm. */
        public Optional<Double> onOhms() {
            return sheet.map(known -> 1.0 / known.conductance().maxSiemens());
        }

        /** Highest over lowest conductance; infinite if the lowest is none. */
        public Optional<Double> onOff() {
            return sheet.map(known -> (double) known.conductance().maxSiemens()
                    / known.conductance().minSiemens());
        }

        /** Standard deviation of one pulse as a fraction of the range. */
        public Optional<Double> cycleToCycle() {
            return number("cycle_to_cycle_sigma").or(() -> sheet.map(DeviceSheet::cycleToCycleSigma));
        }

        private Optional<Double> number(String key) {
            try {
                return Optional.ofNullable(changes.get(key)).map(Dimension.FRACTION::parse);
            } catch (UserError thatFailedThePoint) {
                return Optional.empty();
            }
        }
    }

    /** The devices in the order of the plan. */
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
        groups.forEach((labels, members) -> rows.add(row(sweep, labels, members, found)));
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

    private static Row row(
            Sweep sweep, List<String> labels, List<FinishedSweep.Row> members, Map<Integer, Point> found) {
        Map<String, String> changes = new LinkedHashMap<>();
        Optional<DeviceSheet> sheet = Optional.empty();
        try {
            Document config = sweep.config(members.get(0).number()).document();
            sheet = sheet(config);
            if (config.at("device").orElse(null) instanceof Node.Mapping device) {
                device.entries().forEach((key, value) -> {
                    if (value instanceof Node.Scalar scalar && !scalar.isNull()) changes.put(key, scalar.text());
                });
            }
        } catch (UserError noConfig) {
            // its points have failed and say why
        }
        String label = labels.isEmpty() ? sheet.map(DeviceSheet::name).orElse("–") : String.join(", ", labels);
        return new Row(
                label,
                sheet,
                changes,
                members.stream()
                        .map(member -> found.get(member.number()))
                        .filter(point -> point != null)
                        .toList(),
                members.stream()
                        .map(FinishedSweep.Row::error)
                        .filter(error -> !error.isEmpty())
                        .distinct()
                        .toList());
    }

    private static Optional<DeviceSheet> sheet(Document config) {
        return config.at("device.definition")
                .filter(node -> node instanceof Node.Mapping)
                .map(node ->
                        RecordReader.read(new Document("device.definition", (Node.Mapping) node), DeviceSheet.class));
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
            for (boolean up : List.of(true, false)) cells.add(or(row.states(up).map(Integer::doubleValue)));
            for (boolean up : List.of(true, false)) cells.add(or(row.nonlinearity(up)));
            cells.add(or(row.onOhms()));
            cells.add(or(row.onOff()));
            for (boolean up : List.of(true, false)) {
                cells.add(or(row.train(up).map(PulseTrain::voltageVolts)));
                cells.add(or(row.train(up).map(PulseTrain::widthSeconds)));
            }
            cells.add(or(row.cycleToCycle()));
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
