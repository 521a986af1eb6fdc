package crosspike.device.calibration;

import java.util.OptionalDouble;

/**
 * How well one kind of curve describes the data.
 *
 * @param name of the model, as {@code --model} takes it where that is possible
 * @param parameters how many numbers were fitted
 * @param aic Akaike's criterion, less is better; empty for the measured curve, which has no fixed number of parameters
 * @param heldOutRms root mean square residual of the last cycles under a fit of the others, as a fraction of Gmax − Gmin;
 *     empty for fewer than three cycles
 */
public record ModelComparison(String name, double parameters, OptionalDouble aic, OptionalDouble heldOutRms) {}
