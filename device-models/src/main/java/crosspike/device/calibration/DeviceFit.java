package crosspike.device.calibration;

import crosspike.device.measured.Measurement;
import crosspike.input.UserError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A device fitted to pulse trains.
 *
 * @param model what was fitted
 * @param minSiemens Gmin in S
 * @param maxSiemens Gmax in S
 * @param labelLtp nonlinearity label of potentiation; of a measured curve, by its largest distance from the diagonal
 * @param labelLtd nonlinearity label of depression; likewise
 * @param potentiationSiemens conductance in S after 0, 1, 2, ... pulses from Gmin
 * @param depressionSiemens conductance in S after 0, 1, 2, ... pulses from Gmax
 * @param cycleToCycleSigma standard deviation of one pulse as a fraction of Gmax − Gmin
 * @param readSigma standard deviation of one read as a fraction of Gmax − Gmin
 * @param deviceToDevice variation between devices; empty for fewer than three
 * @param comparison all models, the fitted one among them
 * @param rms root mean square residual as a fraction of Gmax − Gmin
 * @param heldOutRms the same for the last cycles under a fit of the others; empty for fewer than three cycles
 * @param confidence of all intervals
 * @param remarks what the checks mended or found, a sentence each
 * @param traces what was fitted
 */
public record DeviceFit(
        FitModel model,
        Estimate minSiemens,
        Estimate maxSiemens,
        Estimate labelLtp,
        Estimate labelLtd,
        List<Double> potentiationSiemens,
        List<Double> depressionSiemens,
        Estimate cycleToCycleSigma,
        double readSigma,
        Optional<DeviceToDevice> deviceToDevice,
        List<ModelComparison> comparison,
        double rms,
        OptionalDouble heldOutRms,
        double confidence,
        List<String> remarks,
        List<PulseTrace> traces) {

    /**
     * Fits a device.
     *
     * @param measurement pulse trains, at least one of each direction
     * @throws UserError in a sentence that says which check failed and what to do
     */
    public static DeviceFit of(Measurement measurement, FitOptions options) {
        return Fitting.of(measurement, options);
    }

    /** Pulses of the full potentiating train. */
    public int potentiationPulses() {
        return potentiationSiemens.size() - 1;
    }

    /** Pulses of the full depressing train. */
    public int depressionPulses() {
        return depressionSiemens.size() - 1;
    }

    /** Conductance after some pulses, in S, as the fitted device has it. */
    public double siemens(boolean isPotentiation, int pulses) {
        return (isPotentiation ? potentiationSiemens : depressionSiemens).get(pulses);
    }
}
