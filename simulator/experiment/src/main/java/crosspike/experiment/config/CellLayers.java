package crosspike.experiment.config;

import crosspike.device.PulseResponse;
import crosspike.device.nonideality.CycleToCycle;
import crosspike.device.nonideality.DeviceToDevice;
import crosspike.device.nonideality.Drift;
import crosspike.device.nonideality.FlickerNoise;
import crosspike.device.nonideality.Nonideality;
import crosspike.device.nonideality.PcmDrift;
import crosspike.device.nonideality.PcmProgrammingNoise;
import crosspike.device.nonideality.PcmReadNoise;
import crosspike.device.nonideality.ProgrammingNoise;
import crosspike.device.nonideality.RramProgrammingNoise;
import crosspike.device.nonideality.StateDrift;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The cells of an experiment: their pulse response and the layers over it. What the data sheet says of its cells becomes
 * layers that go before those of the config, but for a leading device-to-device variation; a layer of the config replaces
 * that of the sheet about the same thing. The cycle-to-cycle variation of the sheet is drawn by the pulse response if there
 * is no other layer.
 *
 * @param response how a cell answers to pulses
 * @param layers layers over it, in order
 */
public record CellLayers(PulseResponse response, List<Nonideality> layers) {
    /** Kinds of layers that are about the same thing; every other kind is about one of its own. */
    private static final List<Set<Class<? extends Nonideality>>> SAME = List.of(
            Set.of(ProgrammingNoise.class, PcmProgrammingNoise.class, RramProgrammingNoise.class),
            Set.of(StateDrift.class, PcmDrift.class, Drift.class),
            Set.of(FlickerNoise.class, PcmReadNoise.class));

    public CellLayers {
        layers = List.copyOf(layers);
    }

    /** The cells of a config. */
    public static CellLayers of(ExperimentConfig config) {
        DeviceConfig device = config.device();
        boolean alone = config.nonidealities().isEmpty() && device.layers().isEmpty();
        if (alone && device.drawsOwnNoise()) {
            return new CellLayers(device.pulseResponse(), List.of());
        }
        return new CellLayers(device.quietResponse(), explicit(config));
    }

    /** All layers of a config, those of the data sheet among them. */
    static List<Nonideality> explicit(ExperimentConfig config) {
        List<Nonideality> own = config.nonidealities();
        List<Nonideality> sheet = new ArrayList<>(config.device().layers());
        double sigma = config.device().sigma();
        if (sigma > 0) {
            sheet.add(startsWithSpread(sheet) ? 1 : 0, new CycleToCycle(sigma));
        }
        sheet.removeIf(layer -> own.stream().anyMatch(other -> areAboutTheSame(layer, other)));
        List<Nonideality> all = new ArrayList<>(own);
        all.addAll(startsWithSpread(own) ? 1 : 0, sheet);
        return all;
    }

    private static boolean startsWithSpread(List<Nonideality> layers) {
        return !layers.isEmpty() && layers.get(0) instanceof DeviceToDevice;
    }

    private static boolean areAboutTheSame(Nonideality a, Nonideality b) {
        return a.getClass() == b.getClass()
                || SAME.stream().anyMatch(kinds -> kinds.contains(a.getClass()) && kinds.contains(b.getClass()));
    }
}
