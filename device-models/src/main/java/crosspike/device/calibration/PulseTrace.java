package crosspike.device.calibration;

import crosspike.device.measured.Kind;
import crosspike.device.measured.Measurement;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One train of pulses in one direction on one device.
 *
 * @param device name of the device
 * @param cycle number or name of the cycle
 * @param isPotentiation whether the pulses raise the conductance
 * @param pulses pulses applied before each read, rising
 * @param siemens conductance at each read, in S
 * @param lines line of each read in its file
 */
public record PulseTrace(
        String device, String cycle, boolean isPotentiation, double[] pulses, double[] siemens, long[] lines) {

    /**
     * The traces of a measurement, in its order.
     *
     * @throws UserError if it is no pulse train, or a row has no positive conductance or no pulse number
     */
    public static List<PulseTrace> of(Measurement measurement) {
        if (measurement.kind() != Kind.PULSE_TRAIN) {
            throw new UserError(measurement.source() + " holds "
                    + measurement.kind().text() + " data; expected pulse_train data: give --kind pulse_train, if"
                    + " each row is a read after a pulse");
        }
        Map<List<String>, List<Measurement.Row>> groups = new LinkedHashMap<>();
        for (Measurement.Row row : measurement.rows()) {
            String phase = measurement.cell(row, "phase");
            if (!phase.equals("LTP") && !phase.equals("LTD")) {
                throw wrong(measurement, row, "phase is \"" + phase + "\"; expected LTP or LTD");
            }
            groups.computeIfAbsent(
                            List.of(measurement.cell(row, "device_id"), measurement.cell(row, "cycle"), phase),
                            any -> new ArrayList<>())
                    .add(row);
        }
        List<PulseTrace> traces = new ArrayList<>();
        groups.forEach((key, rows) -> traces.add(trace(measurement, key, rows)));
        return traces;
    }

    private static PulseTrace trace(Measurement measurement, List<String> key, List<Measurement.Row> rows) {
        double[] pulses = new double[rows.size()];
        double[] siemens = new double[rows.size()];
        long[] lines = new long[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            Measurement.Row row = rows.get(i);
            pulses[i] = measurement.number(row, "pulse");
            siemens[i] = measurement.number(row, "g_S");
            lines[i] = row.line();
            if (!(pulses[i] >= 0) || i > 0 && !(pulses[i] > pulses[i - 1])) {
                throw wrong(
                        measurement,
                        row,
                        "pulse is " + pulses[i] + "; expected pulse numbers that rise from 0 or 1 within each cycle and"
                                + " phase: number the cycles in a column cycle");
            }
            if (!(siemens[i] > 0 && siemens[i] < Double.POSITIVE_INFINITY)) {
                throw wrong(
                        measurement,
                        row,
                        "conductance is " + (Double.isNaN(siemens[i]) ? "missing" : siemens[i] + " S")
                                + "; expected a finite value above 0: correct the offset of the current or remove the row");
            }
        }
        return new PulseTrace(key.get(0), key.get(1), key.get(2).equals("LTP"), pulses, siemens, lines);
    }

    private static UserError wrong(Measurement measurement, Measurement.Row row, String problem) {
        return new UserError(measurement.source() + " line " + row.line() + ": " + problem);
    }

    /** The same with only the reads chosen. */
    PulseTrace only(List<Integer> kept) {
        return new PulseTrace(
                device,
                cycle,
                isPotentiation,
                kept.stream().mapToDouble(i -> pulses[i]).toArray(),
                kept.stream().mapToDouble(i -> siemens[i]).toArray(),
                kept.stream().mapToLong(i -> lines[i]).toArray());
    }

    int reads() {
        return pulses.length;
    }

    double lastPulse() {
        return pulses[pulses.length - 1];
    }
}
