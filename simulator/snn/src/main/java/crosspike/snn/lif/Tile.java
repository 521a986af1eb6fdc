package crosspike.snn.lif;

/**
 * Coefficients of the membrane equation in each step of a tile, for all neurons that are not calculated one by one.
 * Potentials are relative to the excitatory reversal potential, which takes it out of the equation. Backward Euler:
 * {@code v ← (v + offset)/(leak + gain·g)}; forward Euler: {@code v ← v·(leak − gain·g) + offset}; then
 * {@code g ← keep·g + drive}.
 */
final class Tile {
    /** Steps of a tile at most: chosen, as longer ones are cut short by a spike too often. */
    static final int STEPS = 8;

    final boolean isBackward;
    final float gain;
    final float keep;
    final float[] leak = new float[STEPS];
    final float[] offset = new float[STEPS];

    /**
     * @param gain a·gain, a = step/τ
     * @param keep what is left of a conductance after a step
     */
    Tile(boolean isBackward, float gain, float keep) {
        this.isBackward = isBackward;
        this.gain = gain;
        this.keep = keep;
    }
}
