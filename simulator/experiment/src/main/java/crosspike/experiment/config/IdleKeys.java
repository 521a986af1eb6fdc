package crosspike.experiment.config;

import crosspike.device.library.DeviceSheet.ResponseKind;
import crosspike.device.nonideality.CycleToCycle;
import crosspike.input.RecordWriter;
import java.util.ArrayList;
import java.util.List;

/** Keys of a device that are set but do nothing, because of how its cells answer to pulses. */
public final class IdleKeys {
    private IdleKeys() {}

    /** One sentence for each: why, and what to do instead. */
    public static List<String> of(ExperimentConfig config) {
        DeviceConfig device = config.device();
        ResponseKind response = device.responseKind();
        String pulses =
                response == ResponseKind.LEVELS ? "device.pulses instead of device.levels" : "device.response: pulsed";
        List<String> idle = new ArrayList<>();
        if (isSet(device.cycleToCycleSigma()) && device.sigma() == 0 && !listsCycleToCycle(config)) {
            idle.add(sentence(
                    "cycle_to_cycle_sigma",
                    response,
                    "their states are exact; list {kind: cycle-to-cycle, sigma: ...} under nonidealities, or give "
                            + pulses));
        }
        String curve = "the curve of their pulses has no label; give " + pulses;
        if (isSet(device.nonlinearityLtp()) && response != ResponseKind.PULSED && response != ResponseKind.PCM) {
            idle.add(sentence("nonlinearity_ltp", response, curve));
        }
        if (isSet(device.nonlinearityLtd()) && response != ResponseKind.PULSED) {
            idle.add(sentence("nonlinearity_ltd", response, curve));
        }
        return idle;
    }

    private static boolean isSet(Double value) {
        return value != null && value != 0;
    }

    private static boolean listsCycleToCycle(ExperimentConfig config) {
        return config.nonidealities().stream().anyMatch(CycleToCycle.class::isInstance);
    }

    private static String sentence(String key, ResponseKind response, String why) {
        return "device." + key + " does nothing to cells whose response is " + RecordWriter.name(response) + ": " + why;
    }
}
