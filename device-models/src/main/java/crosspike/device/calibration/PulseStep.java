package crosspike.device.calibration;

/**
 * One train of pulses for one cell of an array, measured before and after.
 *
 * @param row of the array
 * @param column of the array
 * @param pulses signed count, positive potentiates
 * @param before conductance before, in S
 * @param after conductance afterwards, in S
 * @param modelled conductance afterwards as a model had said, in S
 */
public record PulseStep(int row, int column, int pulses, double before, double after, double modelled) {}
