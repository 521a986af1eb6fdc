package crosspike.experiment.config;

import crosspike.crossbar.Mapping;
import crosspike.crossbar.PulseRounding;
import crosspike.input.Key;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;

/**
 * How weights lie in cells.
 *
 * @param mapping one cell, a pair or the slices of each weight
 * @param slices cells of a sliced weight; null unless weights are sliced
 * @param sliceBits bits in each of them; null: 1 if weights are sliced
 * @param rounding how a wanted change becomes whole pulses; null: none for a continuous device, else stochastic
 */
public record SynapseConfig(
        @Key(
                doc =
                        "single: one cell for each weight; pair: G+ and G-, both moved; unidirectional-pair: both only potentiated,"
                                + " with refresh; reference-column: single cells and a shared column that is subtracted;"
                                + " sliced: several cells hold the digits of a weight.",
                defaultValue = "single")
        Mapping.Kind mapping,

        @Key(
                doc = "Cells of a sliced weight, the most significant digit first; absent unless mapping is sliced.",
                min = 2,
                max = Mapping.MOST_BITS,
                optional = true)
        Integer slices,

        @Key(
                doc =
                        "Bits in each cell of a sliced weight, which has 2^(slices*slice_bits) levels, at most 2^16; absent: 1.",
                min = 1,
                max = Mapping.MOST_BITS / 2,
                optional = true)
        Integer sliceBits,

        @Key(
                doc = "How a wanted change becomes whole pulses, or whole steps of a sliced weight; absent: none for a"
                        + " continuous device whose weights are not sliced, else stochastic.",
                optional = true)
        PulseRounding rounding) {

    public SynapseConfig {
        boolean sliced = mapping == Mapping.Kind.SLICED;
        if (sliced && slices == null) {
            throw new UserError("mapping is sliced, which needs slices, the cells of a weight, such as 6");
        }
        if (!sliced && (slices != null || sliceBits != null)) {
            throw new UserError((slices != null ? "slices" : "slice_bits") + " is given, but mapping is "
                    + RecordWriter.name(mapping) + "; expected mapping: sliced");
        }
        if (sliced) sliced(slices, sliceBits);
    }

    /** The same for an array. */
    public Mapping layout() {
        return mapping == Mapping.Kind.SLICED ? sliced(slices, sliceBits) : Mapping.of(mapping);
    }

    private static Mapping sliced(int slices, Integer bits) {
        return Mapping.sliced(slices, bits == null ? 1 : bits);
    }

    /**
     * The same with its rounding decided.
     *
     * @param fractional whether the cells take fractions of a pulse
     * @throws UserError if pulses are not rounded for cells that only take whole ones, or steps of sliced weights are not
     */
    SynapseConfig resolved(boolean fractional) {
        boolean sliced = mapping == Mapping.Kind.SLICED;
        if (rounding == PulseRounding.NONE && (sliced || !fractional)) {
            throw new UserError("rounding is none, but "
                    + (sliced ? "sliced weights move by whole steps" : "the device takes whole pulses only")
                    + "; expected stochastic, nearest or one");
        }
        PulseRounding usual = fractional && !sliced ? PulseRounding.NONE : PulseRounding.STOCHASTIC;
        return new SynapseConfig(mapping, slices, sliceBits, rounding != null ? rounding : usual);
    }
}
