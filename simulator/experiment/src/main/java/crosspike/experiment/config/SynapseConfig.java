package crosspike.experiment.config;

import crosspike.crossbar.Mapping;
import crosspike.crossbar.PulseRounding;
import crosspike.input.Key;
import crosspike.input.UserError;

/**
 * How weights lie in cells.
 *
 * @param mapping one cell or a pair for each weight
 * @param rounding how a wanted change becomes whole pulses; null: none for a continuous device, else stochastic
 */
public record SynapseConfig(
        @Key(
                doc =
                        "single: one cell for each weight; pair: G+ and G-, both moved; unidirectional-pair: both only potentiated,"
                                + " with refresh; reference-column: single cells and a shared column that is subtracted.",
                defaultValue = "single")
        Mapping mapping,

        @Key(
                doc = "How a wanted change becomes whole pulses; absent: none for a continuous device, else"
                        + " stochastic.",
                optional = true)
        PulseRounding rounding) {

    /**
     * The same with its rounding decided.
     *
     * @param fractional whether the cells take fractions of a pulse
     * @throws UserError if pulses are not rounded for cells that only take whole ones
     */
    SynapseConfig resolved(boolean fractional) {
        if (rounding == PulseRounding.NONE && !fractional) {
            throw new UserError("rounding is none, but the device takes whole pulses only; expected stochastic, nearest"
                    + " or one");
        }
        PulseRounding usual = fractional ? PulseRounding.NONE : PulseRounding.STOCHASTIC;
        return new SynapseConfig(mapping, rounding != null ? rounding : usual);
    }
}
