package crosspike.device;

/**
 * The pulses that drive a cell.
 *
 * @param read on each active row during a read
 * @param potentiation one pulse that raises the conductance; the first of a staircase
 * @param depression one pulse that lowers it, likewise
 * @param potentiationSteps how later potentiating pulses differ from the first
 * @param depressionSteps how later depressing pulses differ from the first
 */
public record Waveforms(
        Pulse read, Pulse potentiation, Pulse depression, Staircase potentiationSteps, Staircase depressionSteps) {

    /** Identical pulses. */
    public Waveforms(Pulse read, Pulse potentiation, Pulse depression) {
        this(read, potentiation, depression, Staircase.FLAT, Staircase.FLAT);
    }

    /** Whether all pulses of a train are the same. */
    public boolean areIdentical() {
        return potentiationSteps.isFlat() && depressionSteps.isFlat();
    }
}
