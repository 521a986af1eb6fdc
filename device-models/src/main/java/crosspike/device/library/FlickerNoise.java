package crosspike.device.library;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * 1/f noise of a read: {@code σ = G·Q·√ln((t + t_read)/(2·t_read))} with {@code Q = min(most, factor·(G/Gmax)^−exponent)},
 * t seconds after programming.
 *
 * @param factor Q at Gmax
 * @param exponent of G/Gmax
 * @param most greatest Q
 * @param readSeconds t_read, width of the read in s
 */
public record FlickerNoise(
        @Key(doc = "Q at Gmax.", min = 0) double factor,
        @Key(doc = "Exponent of Gmax/G.", min = 0) double exponent,
        @Key(doc = "Greatest Q.", min = 0) double most,

        @Key(doc = "Width of the read.", dimension = Dimension.TIME, above = 0)
        double readSeconds) {}
