package crosspike.experiment.run;

import crosspike.crossbar.Mapping;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code array.json}: how the network lies in the array.
 *
 * @param mapping {@code single}: one cell for each weight, column = neuron; {@code pair}: G+ in column 2·neuron and G− in
 *     column 2·neuron + 1; {@code unidirectional-pair}: likewise; {@code reference-column}: as single, and a last column at
 *     weight 0; {@code sliced-2-bit}: the digits of a weight, here of two bits, in columns / outputs neighbouring columns, the
 *     most significant first
 * @param rows word lines
 * @param columns bit lines
 * @param outputs output neurons
 * @param minSiemens lowest conductance of a cell in S
 * @param maxSiemens highest conductance of a cell in S
 * @param readVolts read voltage in V
 * @param imageWidth width of an image in pixels
 * @param imageHeight height of an image in pixels
 * @param rowPixels pixel number (row-major) that drives each word line; −1 for the bias input
 */
public record ArrayLayout(
        String mapping,
        int rows,
        int columns,
        int outputs,
        double minSiemens,
        double maxSiemens,
        double readVolts,
        int imageWidth,
        int imageHeight,
        int[] rowPixels) {
    private static final Pattern SLICED = Pattern.compile("sliced-(\\d{1,2})-bit");

    /** What a mapping is called here. */
    public static String word(Mapping mapping) {
        return mapping.kind() == Mapping.Kind.SLICED
                ? "sliced-" + mapping.bitsPerCell() + "-bit"
                : RecordWriter.name(mapping.kind());
    }

    /**
     * How weights lie in the cells.
     *
     * @throws UserError if the mapping is unknown, or needs another number of columns
     */
    public Mapping cells() {
        Matcher sliced = SLICED.matcher(mapping);
        int bits = sliced.matches() ? Integer.parseInt(sliced.group(1)) : 0;
        int slices = columns / outputs;
        Stream<Mapping> all = Arrays.stream(Mapping.Kind.values())
                .filter(kind -> kind != Mapping.Kind.SLICED)
                .map(Mapping::of);
        boolean canSlice = bits >= 1 && slices >= 2 && (long) bits * slices <= Mapping.MOST_BITS;
        return (canSlice ? Stream.of(Mapping.sliced(slices, bits)) : all)
                .filter(each -> word(each).equals(mapping) && each.columns(outputs) == columns)
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "mapping \"" + mapping + "\" does not lay " + outputs + " outputs on " + columns + " columns"));
    }
}
