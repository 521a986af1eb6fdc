package crosspike.circuit.module;

import crosspike.circuit.logic.Gate;
import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.technology.Technology;

/**
 * Compares a column current with a reference current: one bit. Section 10.1 of {@code docs/circuit-model.md}. The difference
 * of the currents charges the column until the latch can decide, {@code C·ΔV/ΔI}; then the latch regenerates with its time
 * constant, {@code RC·ln(Vdd/(2ΔV))}. It draws column and reference current from Vdd all that time.
 *
 * @param count amplifiers
 * @param widthMetres in m
 * @param heightMetres in m
 * @param leakageWatts in W
 * @param latchSeconds time of the latch in s
 * @param latchJoules energy of the latch and its outputs in J
 * @see "B. Razavi, The StrongARM latch, IEEE Solid-State Circuits Magazine 7(2), 2015"
 */
public record CurrentSenseAmplifier(
        int count,
        double widthMetres,
        double heightMetres,
        double leakageWatts,
        double supplyVolts,
        double latchSeconds,
        double latchJoules)
        implements ReadOut {

    /** What the latch decides reliably: chosen, because offsets of small latches are a few times 10 mV. */
    private static final double DECIDABLE_VOLTS = 0.05;

    /** Cross-coupled pair, input pair, precharge and output buffers, drawn as inverters. */
    private static final int LATCH_INVERTERS = 6;

    /** Lays the amplifiers out across an array of the given width in m. */
    public static CurrentSenseAmplifier of(StandardCells cells, int count, double widthMetres) {
        Technology t = cells.technology();
        Gate inverter = cells.inverter(t.features(4), t.pmosFeatures(4));
        double unit = LATCH_INVERTERS * inverter.widthMetres();
        double node = inverter.inputFarads() + inverter.outputFarads();
        double swing = Math.max(1, t.supplyVolts() / (2 * DECIDABLE_VOLTS));
        return new CurrentSenseAmplifier(
                count,
                widthMetres,
                cells.heightMetres() * Layout.lines(count, unit, widthMetres),
                LATCH_INVERTERS * inverter.leakageWatts() * count,
                t.supplyVolts(),
                t.nmosOhms(t.features(4)) * node * Math.log(swing),
                LATCH_INVERTERS * node * t.supplySquared());
    }

    @Override
    public double areaSquareMetres() {
        return widthMetres * heightMetres;
    }

    @Override
    public double seconds(ColumnSignal signal) {
        return seconds(signal, 1);
    }

    @Override
    public double joules(ColumnSignal signal) {
        return joules(signal, 1);
    }

    /** Time in s to tell steps of a read-out of so many bits apart. */
    double seconds(ColumnSignal signal, int bits) {
        return signal.columnFarads() * DECIDABLE_VOLTS / signal.halfStepAmperes(bits) + latchSeconds;
    }

    /** Energy in J of one decision at that resolution; column and reference are at half of the largest current. */
    double joules(ColumnSignal signal, int bits) {
        return signal.largestAmperes() * supplyVolts * seconds(signal, bits) + latchJoules;
    }
}
