package crosspike.experiment;

import crosspike.crossbar.CellOptions;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.device.PulseResponse;
import crosspike.device.library.DeviceSheet;
import crosspike.device.nonideality.CycleToCycle;
import crosspike.device.nonideality.Drift;
import crosspike.device.nonideality.Nonideality;
import crosspike.device.nonideality.StuckAt;
import crosspike.experiment.config.DeviceConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells inside an emulated instrument.
 *
 * @param sheet what the device is
 * @param seed what makes this array different from another
 * @param quiet whether noise and spread of the data sheet are left out
 * @param stuck fraction of cells that no pulse moves, half of them at each end
 * @param drift exponent of the drift; 0 for none
 */
public record EmulatedCells(DeviceSheet sheet, long seed, boolean quiet, double stuck, double drift) {

    /** An array of such cells. */
    public DeviceCrossbar array(int rows, int columns) {
        DeviceConfig device = DeviceConfig.of(sheet);
        PulseResponse response = device.quietResponse();
        List<Nonideality> layers = new ArrayList<>();
        if (!quiet) {
            layers.addAll(sheet.layers(sheet.response() == DeviceSheet.ResponseKind.PULSED));
            if (device.sigma() > 0) {
                layers.add(new CycleToCycle(device.sigma()));
            }
        }
        if (stuck > 0) {
            layers.add(new StuckAt(stuck / 2, stuck / 2, 0, null));
        }
        if (drift > 0) {
            layers.add(new Drift(drift, 0, 20));
        }
        return new DeviceCrossbar(rows, columns, response, sheet.waveforms(), CellOptions.IDEAL.with(layers, seed));
    }
}
