package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * Loss of state: {@code G(t) = Gend + (G(0) − Gend)·e^(−(t/τ)^β)}, with
 * {@code τ(T) = τ(Tref)·e^(Ea/k·(1/T − 1/Tref))}. Ageing in two steps at one temperature is ageing in one.
 *
 * @param timeConstantSeconds τ at the reference temperature in s, above 0
 * @param stretch β, above 0 and at most 4; 1 is a plain exponential
 * @param towards where cells end
 * @param activationElectronvolts Ea in eV, 0 to 5; 0 for no dependence on temperature
 * @param referenceKelvin Tref in K
 */
public record Retention(
        @Key(
                doc = "Time constant of the loss.",
                dimension = Dimension.TIME,
                name = "time_constant",
                above = 0,
                max = 1e18)
        double timeConstantSeconds,

        @Key(doc = "Exponent of a stretched exponential; 1 is a plain one.", above = 0, max = 4, defaultValue = "1")
        double stretch,

        @Key(doc = "Where cells end.", defaultValue = "min") RangeEnd towards,

        @Key(
                doc = "Activation energy in eV; 0: the same at all temperatures.",
                name = "activation_eV",
                min = 0,
                max = 5,
                defaultValue = "0")
        double activationElectronvolts,

        @Key(
                doc = "Temperature at which the time constant holds.",
                dimension = Dimension.TEMPERATURE,
                name = "reference_temperature",
                min = 1,
                max = 2000,
                defaultValue = "300 K")
        double referenceKelvin)
        implements Nonideality {

    @Override
    public Layer on(CellArray array) {
        float end = towards.siemens(array.range());
        return (Layer.Ageing) (cells, siemens, from, to, kelvin, random) -> {
            double lost = exponent(to, kelvin);
            float kept = (float) (lost == Double.POSITIVE_INFINITY ? 0 : StrictMath.exp(exponent(from, kelvin) - lost));
            for (int i = 0; i < cells.count(); i++) {
                siemens[i] = end + (siemens[i] - end) * kept;
            }
        };
    }

    private double exponent(double seconds, double kelvin) {
        if (seconds == 0) {
            return 0; // also where τ is too small for a double
        }
        double tau = timeConstantSeconds / Arrhenius.acceleration(activationElectronvolts, referenceKelvin, kelvin);
        return StrictMath.pow(seconds / tau, stretch);
    }
}
