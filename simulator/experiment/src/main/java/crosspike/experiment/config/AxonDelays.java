package crosspike.experiment.config;

import crosspike.input.Dimension;
import crosspike.input.Key;

/** Delays of input spikes. */
public record AxonDelays(
        @Key(
                doc = "Longest delay; all from 0 on are equally likely. At most the pause after a presentation.",
                dimension = Dimension.TIME,
                name = "longest",
                min = 0,
                max = 1,
                defaultValue = "10 ms")
        double longestSeconds,

        @Key(
                doc =
                        "Neighbouring neurons at which a spike arrives at the same time, so that they are calculated together;"
                                + " the published code has 1. All neurons on cells other than ideal ones.",
                min = 1,
                max = 800,
                defaultValue = "16")
        int neurons) {}
