package crosspike.spice.export;

import crosspike.input.UserError;

/**
 * One bit line of an excerpt. The array is not copied.
 *
 * @param name of the node at its sense amplifier, such as {@code col3}, or {@code flag1} for the flags of neuron 1
 * @param label in the names of its cells, such as {@code 3} or {@code f1}
 * @param position along the word lines, from 0 at the drivers
 * @param siemens conductance of its cell in each row of the excerpt, in S; 0 is open
 */
public record BitLine(String name, String label, int position, double[] siemens) {
    public BitLine {
        for (int row = 0; row < siemens.length; row++) {
            if (!(siemens[row] >= 0 && siemens[row] <= 1e6)) {
                throw new UserError(
                        "the conductance of a cell of " + name + " is " + siemens[row] + " S; expected 0 to 1e6 S");
            }
        }
    }

    /** A column of weights. */
    static BitLine column(int number, int position, double[] siemens) {
        return new BitLine("col" + number, Integer.toString(number), position, siemens);
    }

    /** A column of prune flags. */
    static BitLine flags(int neuron, int position, double[] siemens) {
        return new BitLine("flag" + neuron, "f" + neuron, position, siemens);
    }

    boolean isFlags() {
        return label.startsWith("f");
    }
}
