package crosspike.device.nonideality;

/** How much faster a thermally activated process runs when it is hot. */
final class Arrhenius {
    /** Boltzmann's constant in eV/K, exact in the SI of 2019. */
    static final double BOLTZMANN_EV_PER_KELVIN = 8.617333262e-5;

    private Arrhenius() {}

    /** {@code e^(Ea/k·(1/Tref − 1/T))}. */
    static double acceleration(double electronvolts, double referenceKelvin, double kelvin) {
        return StrictMath.exp(electronvolts / BOLTZMANN_EV_PER_KELVIN * (1 / referenceKelvin - 1 / kelvin));
    }
}
