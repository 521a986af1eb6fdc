package crosspike.wire;

/**
 * How a solution was reached.
 *
 * @param iterations steps of the conjugate gradients
 * @param error square root of the energy r·Tb⁻¹·r of the last residual r, relative to that of the start at zero
 */
public record Convergence(int iterations, double error) {}
