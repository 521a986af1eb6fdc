package crosspike.experiment.config;

import crosspike.device.PulseResponse;
import crosspike.device.nonideality.CycleToCycle;
import crosspike.device.nonideality.DeviceToDevice;
import crosspike.device.nonideality.Nonideality;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of an experiment: their pulse response and the layers over it. The cycle-to-cycle variation of the data sheet
 * is drawn once, and in the right place: by a layer of the config if there is one, by the pulse response if nothing else
 * is laid over it, else by a layer that goes before all others but device-to-device variation.
 *
 * @param response how a cell answers to pulses
 * @param layers layers over it, in order
 */
public record CellLayers(PulseResponse response, List<Nonideality> layers) {

    public CellLayers {
        layers = List.copyOf(layers);
    }

    /** The cells of a config. */
    public static CellLayers of(ExperimentConfig config) {
        DeviceConfig device = config.device();
        if (config.nonidealities().isEmpty() && device.drawsOwnNoise()) {
            return new CellLayers(device.pulseResponse(), List.of());
        }
        return new CellLayers(device.quietResponse(), explicit(config));
    }

    /** All layers of a config, that of the data sheet among them. */
    static List<Nonideality> explicit(ExperimentConfig config) {
        List<Nonideality> layers = new ArrayList<>(config.nonidealities());
        double sigma = config.device().sigma();
        if (sigma > 0 && layers.stream().noneMatch(CycleToCycle.class::isInstance)) {
            boolean afterSpread = !layers.isEmpty() && layers.get(0) instanceof DeviceToDevice;
            layers.add(afterSpread ? 1 : 0, new CycleToCycle(sigma));
        }
        return layers;
    }
}
