package crosspike.device.library;

import crosspike.device.nonideality.DeviceToDevice;
import crosspike.device.nonideality.Nonideality;
import crosspike.device.nonideality.RangeVariation;
import crosspike.input.Dimension;
import crosspike.input.Key;
import java.util.ArrayList;
import java.util.List;

/**
 * Standard deviations between devices of one kind.
 *
 * @param minSigma of Gmin, as a fraction of the mean range Gmax − Gmin
 * @param maxSigma of Gmax, likewise
 * @param nonlinearityLtpSigma of the label of potentiation
 * @param nonlinearityLtdSigma of the label of depression
 */
public record DeviceSpread(
        @Key(
                doc = "Standard deviation of Gmin as a fraction of Gmax − Gmin.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double minSigma,

        @Key(
                doc = "Standard deviation of Gmax as a fraction of Gmax − Gmin.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double maxSigma,

        @Key(doc = "Standard deviation of the label of potentiation.", min = 0, max = 9, defaultValue = "0")
        double nonlinearityLtpSigma,

        @Key(doc = "Standard deviation of the label of depression.", min = 0, max = 9, defaultValue = "0")
        double nonlinearityLtdSigma) {

    /**
     * The same as layers over cells.
     *
     * @param labelled whether the cells have nonlinearity labels to spread
     */
    List<Nonideality> layers(boolean labelled) {
        List<Nonideality> layers = new ArrayList<>();
        if (labelled && (nonlinearityLtpSigma > 0 || nonlinearityLtdSigma > 0)) {
            layers.add(new DeviceToDevice(nonlinearityLtpSigma, nonlinearityLtdSigma, 0, 0));
        }
        if (minSigma > 0 || maxSigma > 0) {
            layers.add(new RangeVariation(minSigma, maxSigma, RangeVariation.Reference.WIDTH));
        }
        return layers;
    }
}
