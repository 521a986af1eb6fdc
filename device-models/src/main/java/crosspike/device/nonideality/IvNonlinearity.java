package crosspike.device.nonideality;

import crosspike.input.Key;

/**
 * A current that rises faster than the voltage. During reads {@code I(V) = G·Vr·sinh(κ·V/Vr)/sinh κ}, with κ such that
 * {@code I(Vr)/I(Vr/2) = ratio}; for |V| ≤ Vr, where G is given. At half of a write voltage, {@code I(V/2) = I(V)/ratio}, so
 * half-selected cells burn less.
 *
 * @param ratio current at a voltage over that at half of it: 2 is a resistor, NeuroSim's Ag:a-Si has 10; 2 to 10⁶
 */
public record IvNonlinearity(
        @Key(doc = "Current at the read voltage over current at half of it; 2 is a resistor.", min = 2, max = 1e6)
        double ratio)
        implements Nonideality {

    /** κ = 2·arcosh(ratio/2). */
    public double curvature() {
        return 2 * StrictMath.log(ratio / 2 + Math.sqrt(ratio * ratio / 4 - 1));
    }

    @Override
    public Layer on(CellArray array) {
        double kappa = curvature();
        return new Layer.Conduction() {
            @Override
            public double atReadFraction(double x) {
                return kappa == 0 || x == 0 || x == 1 ? small(kappa, x) : Math.sinh(kappa * x) / Math.sinh(kappa) / x;
            }

            @Override
            public double atHalfWrite() {
                return 2 / ratio;
            }

            @Override
            public double curvature() {
                return kappa;
            }
        };
    }

    /** The limits in which sinh(κx)/(x·sinh κ) is 0/0 or exactly 1. */
    private static double small(double kappa, double x) {
        return x == 0 && kappa > 0 ? kappa / Math.sinh(kappa) : 1;
    }
}
