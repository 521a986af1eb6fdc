package crosspike.experiment.config;

import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.ResponseKind;
import crosspike.device.nonideality.CycleToCycle;
import crosspike.input.RecordWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user should know of a config that is right but will hardly do what was meant: keys of a device that do nothing,
 * because of how its cells answer to pulses, or that make analog cells of binary ones, and a learning rule that never
 * depresses inputs that did not spike.
 */
public final class ConfigNotes {
    private ConfigNotes() {}

    /** One sentence for each: why, and what to do instead. */
    public static List<String> of(ExperimentConfig config) {
        List<String> notes = new ArrayList<>(idle(config));
        if (makesBinaryCellsAnalog(config.device())) {
            notes.add("device." + keyOfStates(config.device()) + " takes the cells of "
                    + config.device().knownSheet().name()
                    + " between their two states (kind: binary); leave it out, or take another device");
        }
        if (neverDepresses(config)) {
            notes.add(
                    "learning.window.depress_at is absent: weights of inputs that did not spike never fall, and the network"
                            + " hardly learns; give a time difference of the window below 0, such as \"-10 ms\"");
        }
        return notes;
    }

    private static List<String> idle(ExperimentConfig config) {
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
        if (device.pulses() != null && response == ResponseKind.MEASURED) {
            idle.add(sentence("pulses", response, "the measured curve has its own; give device.response: pulsed"));
        }
        return idle;
    }

    private static boolean makesBinaryCellsAnalog(DeviceConfig device) {
        boolean areStatesExact =
                device.responseKind() == ResponseKind.LEVELS || device.responseKind() == ResponseKind.BINARY;
        return device.knownSheet().kind() == DeviceSheet.Kind.BINARY
                && !(areStatesExact && device.states(true).orElse(2) == 2);
    }

    private static String keyOfStates(DeviceConfig device) {
        if (device.levels() != null) return "levels";
        return device.responseKind() == ResponseKind.LEVELS ? "pulses" : "response";
    }

    private static boolean neverDepresses(ExperimentConfig config) {
        return config.learning() instanceof Shi2019Learning learning
                && learning.rule() == Shi2019Learning.Rule.MEASURED_WINDOW
                && learning.window().depressAtSeconds() == null;
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
