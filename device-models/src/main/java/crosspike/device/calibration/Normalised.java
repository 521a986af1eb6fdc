package crosspike.device.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces on common scales: y = (G − low)/(high − low), x = pulses over those of the full train.
 *
 * @param traces as measured
 * @param lowSiemens conductance of y = 0, in S
 * @param widthSiemens of y from 0 to 1, in S
 * @param potentiationPulses of the full train
 * @param depressionPulses of the full train
 */
record Normalised(
        List<PulseTrace> traces, double lowSiemens, double widthSiemens, int potentiationPulses, int depressionPulses) {

    static Normalised of(List<PulseTrace> traces) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double up = 1;
        double down = 1;
        for (PulseTrace trace : traces) {
            for (double siemens : trace.siemens()) {
                low = Math.min(low, siemens);
                high = Math.max(high, siemens);
            }
            up = trace.isPotentiation() ? Math.max(up, trace.lastPulse()) : up;
            down = trace.isPotentiation() ? down : Math.max(down, trace.lastPulse());
        }
        return new Normalised(traces, low, high - low, (int) Math.ceil(up - 1e-9), (int) Math.ceil(down - 1e-9));
    }

    /** Others on the same scales. */
    Normalised with(List<PulseTrace> others) {
        return new Normalised(others, lowSiemens, widthSiemens, potentiationPulses, depressionPulses);
    }

    double x(PulseTrace trace, int read) {
        return trace.pulses()[read] / (trace.isPotentiation() ? potentiationPulses : depressionPulses);
    }

    double y(PulseTrace trace, int read) {
        return (trace.siemens()[read] - lowSiemens) / widthSiemens;
    }

    int reads() {
        return traces.stream().mapToInt(PulseTrace::reads).sum();
    }

    /** Traces that share their random draws: of a device if there are three or more, else of a cycle. */
    List<List<PulseTrace>> clusters() {
        List<List<PulseTrace>> devices = devices();
        return devices.size() >= 3 ? devices : cycles();
    }

    List<List<PulseTrace>> devices() {
        return grouped(false);
    }

    List<List<PulseTrace>> cycles() {
        return grouped(true);
    }

    private List<List<PulseTrace>> grouped(boolean byCycle) {
        Map<String, List<PulseTrace>> groups = new LinkedHashMap<>();
        for (PulseTrace trace : traces) {
            String key = byCycle ? trace.device() + "\n" + trace.cycle() : trace.device();
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(trace);
        }
        return List.copyOf(groups.values());
    }
}
