package crosspike.device;

import crosspike.random.RandomStream;

/** How conductances answer to programming pulses. Immutable; one call for each line of cells, never for each cell. */
public interface PulseResponse {

    /** Conductances in S that pulses can reach, both ends included. */
    ConductanceRange range();

    /** Potentiating pulses from Gmin to Gmax. */
    double potentiationPulses();

    /** Depressing pulses from Gmax to Gmin. */
    double depressionPulses();

    /** Whether fractions of a pulse have an effect (an idealised cell). */
    boolean takesFractionalPulses();

    /** Potentiating pulses that lead from Gmin to a conductance in S; by default in proportion to it. */
    default double pulsesFromMin(float siemens) {
        return potentiationPulses() * ((double) siemens - range().minSiemens()) / range().widthSiemens();
    }

    /** Depressing pulses that lead from Gmax to a conductance in S; by default in proportion to it. */
    default double pulsesFromMax(float siemens) {
        return depressionPulses() * ((double) range().maxSiemens() - siemens) / range().widthSiemens();
    }

    /** The whole pulses of a train, cut to 2³¹ − 1 in either direction, so that they can be negated. */
    static int whole(float pulses) {
        return Math.max(-Integer.MAX_VALUE, (int) pulses);
    }

    /** The nearest conductance in S that a cell can hold. */
    float nearest(float siemens);

    /**
     * Applies pulses to a line of cells.
     *
     * @param siemens conductances in S; the first {@code count} are updated in place
     * @param pulses signed pulses for each cell, positive potentiates; whole numbers unless
     *     {@link #takesFractionalPulses}. Not modified.
     * @param random where cycle-to-cycle variation is drawn from
     */
    void program(float[] siemens, float[] pulses, int count, RandomStream random);
}
