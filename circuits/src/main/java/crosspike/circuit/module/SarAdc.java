package crosspike.circuit.module;

import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.technology.Technology;

/**
 * Successive-approximation converters. Section 10.3 of {@code docs/circuit-model.md}. An integrator holds the column at a
 * virtual ground and puts its charge on the capacitors of the converter; one comparator then finds bit after bit, one each
 * clock. Switching the capacitors monotonically takes {@code Σ 2^(n−2−i)·C·Vdd²}, i = 1 … n − 1.
 *
 * @param count converters
 * @param bits bits of a result
 * @param comparators one for each converter
 * @param flops sequencer and result register, two for each bit
 * @param capacitorFarads all capacitors of one converter in F
 * @param capacitorHeightMetres height of the capacitors of all converters in m
 * @param supplyVolts in V
 * @see "C.-C. Liu et al., A 10-bit 50-MS/s SAR ADC with a monotonic capacitor switching procedure, JSSC 45(4), 2010"
 */
public record SarAdc(
        int count,
        int bits,
        CurrentSenseAmplifier comparators,
        FlipFlopBank flops,
        double capacitorFarads,
        double capacitorHeightMetres,
        double supplyVolts)
        implements ReadOut {

    /** Chosen, because metal finger capacitors of 1 fF match to 8 bits. */
    private static final double UNIT_FARADS = 1e-15;

    /** Typical of metal finger capacitors, 2 fF/µm². */
    private static final double FARADS_PER_SQUARE_METRE = 2e-3;

    /** Lays the converters out across an array of the given width in m. */
    public static SarAdc of(StandardCells cells, int count, int bits, double widthMetres) {
        Technology t = cells.technology();
        double capacitors = Math.scalb(UNIT_FARADS, bits);
        return new SarAdc(
                count,
                bits,
                CurrentSenseAmplifier.of(cells, count, widthMetres),
                FlipFlopBank.alongWidth(cells, 2 * bits * count, widthMetres),
                capacitors,
                capacitors * count / FARADS_PER_SQUARE_METRE / widthMetres,
                t.supplyVolts());
    }

    @Override
    public double areaSquareMetres() {
        return flops.widthMetres() * (comparators.heightMetres() + flops.heightMetres() + capacitorHeightMetres);
    }

    @Override
    public double leakageWatts() {
        return comparators.leakageWatts() + flops.leakageWatts();
    }

    /** Integration of the largest current to Vdd, at least one clock, and one clock for each bit. */
    @Override
    public double seconds(ColumnSignal signal) {
        return integrationSeconds(signal) + bits * clockSeconds(signal);
    }

    private double integrationSeconds(ColumnSignal signal) {
        return Math.max(1 / signal.clockHertz(), capacitorFarads * supplyVolts / signal.largestAmperes());
    }

    /** A bit takes a clock, or the latch if that is slower. */
    private double clockSeconds(ColumnSignal signal) {
        return Math.max(1 / signal.clockHertz(), comparators.latchSeconds());
    }

    /** The integrator is biased with the largest column current while it integrates. */
    @Override
    public double joules(ColumnSignal signal) {
        double integrator = supplyVolts * signal.largestAmperes() * integrationSeconds(signal);
        double switching = (Math.scalb(1.0, bits - 2) - 0.5) * UNIT_FARADS * supplyVolts * supplyVolts;
        double flopJoules = bits * (2 * bits * flops.clockJoules() + 2 * flops.dataJoules());
        return integrator + Math.max(0, switching) + bits * comparators.latchJoules() + flopJoules;
    }
}
