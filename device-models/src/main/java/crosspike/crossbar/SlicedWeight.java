package crosspike.crossbar;

import crosspike.device.ConductanceRange;
import crosspike.device.PulseResponse;
import crosspike.input.UserError;
import java.util.Arrays;

/**
 * Several cells for each weight, each with one digit of its level: {@code w = 2·level/(B^S − 1) − 1} with S cells of B
 * states, {@code level = Σ B^(S−1−p)·digit_p}, and digit d at {@code Gmin + d·(Gmax − Gmin)/(B − 1)}. Weights lie at the
 * nearest of B^S levels. In a weighted sum the currents of the S columns are converted one by one, shifted and added.
 *
 * @param range conductances of the lowest and the highest digit
 * @param readVolts voltage on the active rows in V
 * @param slices cells of a weight, S
 * @param bits bits of a digit: B = 2^bits
 */
record SlicedWeight(ConductanceRange range, double readVolts, int slices, int bits) implements WeightMapping {

    /** The highest level; the lowest is 0. */
    int top() {
        return (1 << bits * slices) - 1;
    }

    /** States of a cell. */
    int states() {
        return 1 << bits;
    }

    /** Conductance in S that a digit is written at. */
    float siemens(int digit) {
        return range.minSiemens() + digit * (range.widthSiemens() / (states() - 1));
    }

    /**
     * @param verifies whether writes are repeated until they are right, in whatever direction
     * @throws UserError if cells of this response have no state near some digit, or pulses that pass over digits
     */
    void requireStates(PulseResponse response, boolean verifies) {
        String needed = "slices of " + bits + (bits == 1 ? " bit" : " bits") + " need " + states()
                + " states evenly spaced, but ";
        float nearEnough =
                range.widthSiemens() / (states() - 1) / 8; // chosen, because noise may take the rest of half a step
        for (int digit = 0; digit < states(); digit++) {
            float state = response.nearest(siemens(digit));
            if (Math.abs(state - siemens(digit)) > nearEnough) {
                throw new UserError(needed + "these cells have none near " + siemens(digit)
                        + " S; expected fewer bits in each slice (synapse.slice_bits), or a device with such states");
            }
        }
        double up = response.potentiationPulses();
        double down = response.depressionPulses();
        if ((verifies ? Math.max(up, down) : Math.min(up, down)) < states() - 1) {
            throw new UserError(needed + "pulses of these cells pass over some: " + Math.round(up)
                    + " lead from Gmin to Gmax and " + Math.round(down) + " back; expected fewer bits in each slice"
                    + " (synapse.slice_bits), a device with finer pulses, or programming.scheme: write-verify if they are"
                    + " fine in one direction");
        }
    }

    @Override
    public void conductances(float[] weights, int part, float[] siemens, int count) {
        for (int i = 0; i < count; i++) {
            siemens[i] = Float.isNaN(weights[i]) ? Float.NaN : siemens(digit(level(weights[i]), part));
        }
    }

    private int level(float weight) {
        return Math.min(top(), Math.max(0, Math.round((weight + 1) / 2 * top())));
    }

    private int digit(int level, int part) {
        return level >> shift(part) & states() - 1;
    }

    private int shift(int part) {
        return bits * (slices - 1 - part);
    }

    @Override
    public void weights(float[][] siemens, float[] weights, int count) {
        float min = range.minSiemens();
        float perSiemens = 2f * (states() - 1) / (range.widthSiemens() * top());
        Arrays.fill(weights, 0, count, -1f);
        for (int p = 0; p < slices; p++) {
            float[] g = siemens[p];
            float scale = (1 << shift(p)) * perSiemens;
            for (int i = 0; i < count; i++) {
                weights[i] += scale * (g[i] - min);
            }
        }
    }

    /** The offset of the lowest conductance is the same for all neurons and known: {@code Σ B^p·(B − 1) = B^S − 1}. */
    @Override
    public void sums(float[] amps, int activeRows, float[] sums, int neurons) {
        double perAmp = 2.0 * (states() - 1) / (readVolts * range.widthSiemens() * top());
        double offset = activeRows * (1 + 2.0 * range.minSiemens() / range.widthSiemens());
        for (int k = 0; k < neurons; k++) {
            double sum = 0;
            for (int p = 0; p < slices; p++) {
                sum += (1 << shift(p)) * (double) amps[slices * k + p];
            }
            sums[k] = (float) (sum * perAmp - offset);
        }
    }

    @Override
    public int sign(int part) {
        return 1;
    }

    /** Turns wanted changes of weight into fractional steps between levels. */
    void toSteps(float[] changes, float[] steps, int count) {
        float perWeight = top() / 2f;
        for (int i = 0; i < count; i++) {
            steps[i] = changes[i] * perWeight;
        }
    }

    /**
     * The levels that weights shall have.
     *
     * @param siemens conductances in S of each of the neuron's columns, taken for the nearest digits. Not modified.
     * @param steps whole steps up or down. Not modified.
     * @param levels overwritten: −1 where no step is wanted
     */
    void levels(float[][] siemens, float[] steps, int[] levels, int count) {
        Arrays.fill(levels, 0, count, 0);
        for (int p = 0; p < slices; p++) {
            float[] g = siemens[p];
            for (int i = 0; i < count; i++) {
                levels[i] = levels[i] << bits | nearestDigit(g[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            levels[i] = steps[i] == 0 ? -1 : (int) Math.min(top(), Math.max(0f, levels[i] + steps[i]));
        }
    }

    /**
     * What one cell of each weight is to be written at.
     *
     * @param siemens conductances in S of these cells. Not modified.
     * @param levels wanted levels, −1 for none. Not modified.
     * @param targets overwritten: conductance in S; NaN for cells that hold the right digit
     */
    void targets(float[] siemens, int[] levels, int part, float[] targets, int count) {
        for (int i = 0; i < count; i++) {
            int digit = levels[i] < 0 ? -1 : digit(levels[i], part);
            targets[i] = digit < 0 || digit == nearestDigit(siemens[i]) ? Float.NaN : siemens(digit);
        }
    }

    private int nearestDigit(float siemens) {
        float digit = (siemens - range.minSiemens()) * ((states() - 1) / range.widthSiemens());
        return (int) Math.min(states() - 1f, Math.max(0f, digit + 0.5f));
    }
}
