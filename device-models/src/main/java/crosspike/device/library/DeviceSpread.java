package crosspike.device.library;

import crosspike.input.Dimension;
import crosspike.input.Key;

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
                defaultValue = "0 %")
        double minSigma,

        @Key(
                doc = "Standard deviation of Gmax as a fraction of Gmax − Gmin.",
                dimension = Dimension.FRACTION,
                min = 0,
                defaultValue = "0 %")
        double maxSigma,

        @Key(doc = "Standard deviation of the label of potentiation.", min = 0, defaultValue = "0")
        double nonlinearityLtpSigma,

        @Key(doc = "Standard deviation of the label of depression.", min = 0, defaultValue = "0")
        double nonlinearityLtdSigma) {}
